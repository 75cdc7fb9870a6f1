import type { Statements } from '../../../platform/database/database.ts';
import { type SittingRecord, isWholeName, quorumHistory, quorumNow } from '../../meetings/index.ts';
import { type MotionRecord, motionsOfSittings, textNow } from '../../motions/index.ts';
import { type EnvironmentRecord, isStudent, uniformName } from '../../people/index.ts';
import type { Texts } from '../domain/blocks.ts';
import type { HeldMeeting, HeldMotion, Someone } from '../domain/held-meeting.ts';
import { clean } from '../domain/minutes-wording.ts';
import { itemOfText } from '../domain/notes.ts';
import { namesKnown } from './names-known.ts';
import { notesTexts } from './notes/read-notes.ts';
import { priorMinutesOf } from './prior-minutes.ts';

/** Who takes the record where the body has no secretary: whoever makes the minutes. */
export interface Maker { readonly personId: string }

/** All that a sitting's minutes are written from; under the school's scope. */
export async function heldMeeting(em: Statements, sitting: SittingRecord, environment: Pick<EnvironmentRecord, 'timeZone' | 'requiredLocales'>, notesLocale: string | null, maker: Maker | null): Promise<HeldMeeting> {
  const [{ motions, decisions, actions }] = await motionsOfSittings(em, [sitting.id]) as [Awaited<ReturnType<typeof motionsOfSittings>>[number]];
  const seated = sitting.members.filter(({ student }) => student).map(({ personId }) => personId);
  const someone = ({ personId, name, student }: { readonly personId: string | null; readonly name: string | null; readonly student: boolean }): Someone => {
    const seat = personId === null ? -1 : seated.indexOf(personId);
    return { name: name ?? '', student, seatNumber: seat < 0 ? null : seat + 1 };
  };
  const { meeting, body } = sitting;
  const { students } = await namesKnown(em, sitting);
  const notice = meeting.notices.at(-1)!;
  const closed = sitting.calledToOrderAt;
  return {
    meetingId: sitting.id,
    kind: notice.kind,
    body: body.name,
    place: notice.place,
    online: notice.onlineUrl !== null,
    timeZone: environment.timeZone,
    calledToOrderAt: closed,
    endedAt: sitting.endedAt,
    presiding: sitting.presiding && someone(sitting.presiding),
    secretary: await secretaryOf(em, sitting, someone, maker),
    members: sitting.members.map((member) => ({
      ...someone(member), id: member.id, seat: member.seat, office: member.office, votes: member.votes,
      movements: sitting.attendance.filter(({ memberId }) => memberId === member.id).map(({ kind, way, at }) => ({ kind, remote: way === 'REMOTE', at })),
    })),
    visitors: sitting.visitors,
    quorum: closed === null ? [] : quorumTold(sitting, closed),
    prior: await priorMinutesOf(em, sitting, motions, environment.timeZone),
    items: sitting.items.map((item) => ({
      id: item.id, label: item.label, depth: item.depth, title: item.title, outcome: item.outcome, added: item.addedAt !== null, urgencyFound: item.urgencyFoundAt !== null,
      commentOffered: sitting.offers.some((offer) => offer.itemId === item.id),
    })),
    speakers: sitting.speakers.filter(({ kind, state }) => kind === 'PUBLIC' && state === 'DONE').map((speaker) => ({
      // A visitor's name is as it was given; a student's is in no minutes, nor that of somebody who is called the same.
      who: speaker.nameWithheld ? null : someone(speaker.personId === null && students.some((student) => isWholeName(speaker.name ?? '', student)) ? { ...speaker, name: null } : speaker), itemId: speaker.itemId, language: speaker.language, translated: speaker.translated,
    })),
    commentOffered: sitting.offers.some((offer) => offer.itemId === null) || sitting.speakers.some(({ itemId, kind, state }) => itemId === null && kind === 'PUBLIC' && state === 'DONE'),
    motions: motions.map(heldMotion),
    decisions: decisions.map(({ id, number, motionId, itemId, text, rationale }) => ({ id, number, motionId, itemId, text, rationale })),
    actions: actions.map(({ id, itemId, title, ownerId, name, student, due }) => ({ id, itemId, title, due, owner: someone({ personId: ownerId, name, student }) })),
    notes: await notesAsText(em, sitting.id, notesLocale),
  };
}

async function secretaryOf(em: Statements, { environmentId, recorder, body }: SittingRecord, someone: (who: { personId: string; name: string; student: boolean }) => Someone, maker: Maker | null): Promise<Someone | null> {
  const officer = body.officers.find(({ office }) => office === 'SECRETARY');
  const known = recorder ?? officer ?? null;
  if (known !== null) return someone(known);
  if (maker === null) return null;
  const [row] = await em.execute<{ givenName: string | null; familyName: string | null; student: boolean }[]>(
    `select i.given_name as "givenName", i.family_name as "familyName", ${isStudent('i.person_id', '?::uuid')} as student from person_pii i where i.person_id = ?`, [environmentId, maker.personId]);
  return row === undefined ? null : someone({ personId: maker.personId, name: uniformName(row.givenName, row.familyName), student: row.student });
}

/**
 * As it was at the call to order, and whenever it was lost or whole again. Of a meeting that is over and never had one, how many
 * were there at most, also where nobody called the roll.
 */
function quorumTold(sitting: SittingRecord, called: Date): HeldMeeting['quorum'] {
  const history = quorumHistory(sitting);
  const before = history.filter(({ at }) => at.getTime() <= called.getTime()).at(-1);
  const after = history.filter(({ at }) => at.getTime() > called.getTime());
  let met = before?.met ?? false;
  const changes = after.filter((snapshot) => {
    const changed = snapshot.met !== met;
    met = snapshot.met;
    return changed;
  });
  if (before !== undefined) return [{ ...before, at: called }, ...changes];
  if (changes.length > 0 || sitting.endedAt === null) return changes;
  return [{ ...(history.toSorted((a, b) => b.present - a.present)[0] ?? quorumNow(sitting)), at: called }];
}

const heldMotion = (motion: MotionRecord): HeldMotion => ({
  id: motion.id, number: motion.number, kind: motion.kind, itemId: motion.itemId, text: motion.text, textNow: textNow(motion), moverId: motion.moverId, seconderId: motion.seconderId,
  state: motion.state, disposedBy: motion.disposedBy, referredTo: motion.referredTo, findings: motion.findings,
  amendments: motion.amendments.map(({ id, text, moverId, seconderId, state }) => ({ id, text, moverId, seconderId, state })),
  questions: motion.questions.filter(({ state }) => state === 'ANNOUNCED').map(({ id, amendmentId, adopted, explained, lines }) => ({ id, amendmentId, adopted: adopted === true, count: explained, lines })),
});

/** As they were written, with what somebody translated by hand. */
async function notesAsText(em: Statements, meetingId: string, notesLocale: string | null): Promise<ReadonlyMap<string | null, Texts>> {
  const written = await notesTexts(em, meetingId);
  const translated = await em.execute<{ itemId: string | null; locale: string; text: string }[]>(
    'select item_id as "itemId", locale, text from minutes_note_translation where meeting_id = ? order by locale', [meetingId]);
  return new Map([...written].flatMap(([name, text]) => {
    const itemId = itemOfText(name);
    const said = clean(text).trim();
    if (itemId === undefined || said === '') return [];
    const others = translated.filter((each) => each.itemId === itemId).map(({ locale, text: other }) => [locale, other]);
    return [[itemId, { ...Object.fromEntries(others), [notesLocale ?? 'en']: said }] as const];
  }));
}
