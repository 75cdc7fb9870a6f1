import type { House } from '../../../platform/room.ts';
import { fillNextAgenda } from '../../meetings/index.ts';
import { sendMessage } from '../../messages/index.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideCirculate } from '../domain/completeness.ts';
import { minutesFacts } from '../domain/minutes-facts.ts';
import { afterAct, refusedIn } from '../domain/minutes-states.ts';
import { type NameDecision, isKept, isWord, undecided, withLabels } from '../domain/names.ts';
import { type MinutesRefusal, refuseMinutes } from '../domain/refusal.ts';
import { type MinutesAt, changeMinutes, grownMinutes } from './change-minutes.ts';
import { type Copies, isPassage, withCorrections } from './corrected.ts';
import { acceptedOf, correctionsOf } from './correction-record.ts';
import { draftOf, namesOfDraft } from './draft.ts';
import { closeNotes } from './notes/close-notes.ts';
import { notesTopic } from './notes/notes-desk.ts';
import { freeze } from './version-record.ts';

/**
 * Sends minutes to the members as they now stand, which nobody changes from then on: complete (rule 24), and with every
 * student named in notes called by their seat, or named because whoever circulates says so (EC 49073.2). What the public
 * will read has seats alone, but for a word that somebody says is no name.
 */
export const circulateMinutes = (house: House, viewer: ViewerFacts, at: MinutesAt, decisions: readonly NameDecision[]) =>
  changeMinutes(house, viewer, at, 'minutes.circulated', ({ runs }) => runs, async ({ em, minutes, sitting }) => {
    if (minutes.state !== 'DRAFT') return { refusals: [refuseMinutes(refusedIn(minutes.state), [minutes.state]).refusal] };
    const draft = await draftOf(em, sitting, minutes.notesLocale, viewer);
    const whole = decideCirculate(minutes.state, minutesFacts(draft.held, draft.locales[0]!));
    const { known, found } = await namesOfDraft(em, sitting, draft);
    const open = undecided(found, decisions);
    const refusals: MinutesRefusal[] = [
      ...(whole.ok ? [] : [whole.refusal]),
      ...(sitting.state === 'IN_SESSION' ? [refuseMinutes('STILL_IN_SESSION').refusal] : []),
      ...(open.length === 0 ? [] : [refuseMinutes('NAMES_OPEN', open.map(({ blockId, language, start }) => `${blockId}:${language}:${start}`)).refusal]),
    ];
    if (refusals.length > 0) return { refusals };
    const number = minutes.number + 1;
    // Taken back, they are made anew from what happened; what members accepted meanwhile is made in them again where it still fits.
    const copies = acceptedOf(await correctionsOf(em, sitting.id)).reduce<Copies>((so, each) => (isPassage(so.blocks, each) ? withCorrections(so, [each], known) : so),
      { blocks: withLabels(draft.blocks, found, isKept(decisions)), publicBlocks: withLabels(draft.blocks, found, isWord(decisions)) });
    const hash = await freeze(em, {
      meetingId: sitting.id, schoolId: sitting.schoolId, number, state: 'CIRCULATED', ...copies, change: null, motionId: null, actorId: viewer.personId,
    });
    await em.execute(`update minutes set state = ?, number = ?, circulated_at = clock_timestamp(), circulated_by = ? where meeting_id = ?`, [afterAct(minutes.state, 'CIRCULATE'), number, viewer.personId, sitting.id]);
    await grownMinutes(em, sitting.id);
    await closeNotes(em, sitting.id);
    await fillNextAgenda(house, em, sitting.bodyId, viewer.personId);
    await house.events.record(em, [{ schoolId: sitting.schoolId, topic: notesTopic(sitting.id), kind: 'notes.closed', subjectId: sitting.id }]);
    await sendMessage(em, {
      schoolId: sitting.schoolId, environmentId: sitting.environmentId, kind: 'MINUTES_CIRCULATED', about: { kind: 'MINUTES', id: sitting.id, path: `/meetings/${sitting.id}/minutes` },
      recipients: sitting.members.map(({ personId }) => personId), words: { body: sitting.body.name, title: sitting.meeting.title, correctBy: null },
      dedupeKey: `minutes:${sitting.id}:circulated:${number}`,
    });
    return { done: { number, hash, names: found.length } };
  });

/** Takes circulated minutes back to the secretary; what members were sent stays as it was. */
export const returnMinutes = (house: House, viewer: ViewerFacts, at: MinutesAt) =>
  changeMinutes(house, viewer, at, 'minutes.returned', ({ runs }) => runs, async ({ em, minutes, sitting }) => {
    const to = afterAct(minutes.state, 'RETURN');
    if (to === null) return { refusals: [refuseMinutes(refusedIn(minutes.state), [minutes.state]).refusal] };
    await em.execute('update minutes set state = ?, circulated_at = null, circulated_by = null where meeting_id = ?', [to, sitting.id]);
    await grownMinutes(em, sitting.id);
    await house.events.record(em, [{ schoolId: sitting.schoolId, topic: notesTopic(sitting.id), kind: 'notes.opened', subjectId: sitting.id }]);
    return { done: {} };
  });
