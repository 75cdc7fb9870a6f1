import { randomUUID } from 'node:crypto';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideAmend, decideSecondAmendment } from '../domain/amendment.ts';
import { type WordedText, textFaults, textsOf } from '../domain/motion-wording.ts';
import { motionRefusal } from '../domain/refusal.ts';
import { type ActAt, type ChangingMotion, type NotDone, actsFor, changeAmendment, changeMotion, changeOne, faulty, refused, unless } from './change-motion.ts';
import type { SittingMotions } from './motion-record.ts';
import { chairRuleOf, memberFacts, textNow } from './motion-rules.ts';
import { namesUntold, wordsIn } from './names-told.ts';
import { motionsSaid } from './public-words.ts';

export interface AmendmentAt extends ActAt { readonly amendmentId: string }

/** Amending waits while a question waits for its result, and ends with the meeting. */
function closed({ sitting, motion }: ChangingMotion): NotDone {
  if (sitting.state !== 'IN_SESSION') return refused(motionRefusal('NOT_IN_SESSION', [sitting.state]));
  return motion.questions.some(({ state }) => state === 'OPEN') ? refused(motionRefusal('QUESTION_OPEN')) : null;
}

/** The whole text as it would read, one amendment at a time. */
export const moveAmendment = (house: House, viewer: ViewerFacts, at: ActAt, typed: readonly WordedText[], memberId: string | null, keepNames = false) =>
  changeMotion(house, viewer, at, 'amendment.moved', 'TAKES_PART', async (changing) => {
    const { em, sitting, motion, all } = changing;
    const not = closed(changing);
    if (not !== null) return not;
    const actor = actsFor(changing, memberId);
    if ('refusals' in actor) return refused(...actor.refusals);
    const faults = textFaults('text', typed);
    if (faults.length > 0) return faulty(faults);
    const named = await namesUntold(em, sitting, { locale: viewer.locale, keepNames }, wordsIn('text', typed));
    if (named.length > 0) return faulty(named);
    // Whoever amends has read seats where the motion names students: what is left as it was read stays as it was moved.
    const [{ motions: read }] = await motionsSaid(em, [all]) as [SittingMotions];
    const shown = textNow(read.find(({ id }) => id === motion.id)!);
    const text = typed.map((each) => (each.text.trim() === shown[each.locale] ? { ...each, text: textNow(motion)[each.locale]! } : each));
    // What it does not say in some language stays as it is there.
    const words = { ...textNow(motion), ...textsOf(text) };
    const may = decideAmend(motion, motion.amendments, words, actor.member, chairRuleOf(sitting));
    if (!may.ok) return unless(may);
    await em.execute(
      'insert into amendment (id, school_id, meeting_id, motion_id, number, text, mover_id, moved_for_by) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)',
      [randomUUID(), sitting.schoolId, sitting.id, motion.id, motion.amendments.length + 1, JSON.stringify(textsOf(text)), actor.member.memberId, actor.enteredBy]);
    return null;
  });

export const secondAmendment = (house: House, viewer: ViewerFacts, at: AmendmentAt, memberId: string | null) =>
  changeAmendment(house, viewer, at, 'amendment.seconded', 'TAKES_PART', async (changing) => {
    const { em, sitting, motion, amendment } = changing;
    const not = closed(changing);
    if (not !== null) return not;
    const actor = actsFor(changing, memberId);
    if ('refusals' in actor) return refused(...actor.refusals);
    const may = decideSecondAmendment(motion, amendment, actor.member, chairRuleOf(sitting));
    if (!may.ok) return unless(may);
    await changeOne(em, `update amendment set state = 'SECONDED', seconder_id = ?, seconded_at = clock_timestamp(), seconded_for_by = ? where id = ?`,
      [actor.member.memberId, actor.enteredBy, amendment.id]);
    return null;
  });

/** Its mover takes it back; whoever runs the sitting enters that. */
export const withdrawAmendment = (house: House, viewer: ViewerFacts, at: AmendmentAt) =>
  changeAmendment(house, viewer, at, 'amendment.withdrawn', 'TAKES_PART', async (changing) => {
    const { em, sitting, looker, amendment } = changing;
    const not = closed(changing);
    if (not !== null) return not;
    if (amendment.state !== 'MOVED' && amendment.state !== 'SECONDED') return refused(motionRefusal('WRONG_STATE', [amendment.state]));
    if (!looker.runs && memberFacts(sitting, { personId: viewer.personId })?.memberId !== amendment.moverId) return refused(motionRefusal('NOT_RUNNING'));
    await changeOne(em, `update amendment set state = 'WITHDRAWN', decided_at = clock_timestamp() where id = ?`, [amendment.id]);
    return null;
  });

/** Nobody seconded it. */
export const lapseAmendment = (house: House, viewer: ViewerFacts, at: AmendmentAt) =>
  changeAmendment(house, viewer, at, 'amendment.lapsed', 'RUNS', async (changing) => {
    const { em, amendment } = changing;
    const not = closed(changing);
    if (not !== null) return not;
    if (amendment.state !== 'MOVED') return refused(motionRefusal('WRONG_STATE', [amendment.state]));
    await changeOne(em, `update amendment set state = 'FAILED', decided_at = clock_timestamp() where id = ?`, [amendment.id]);
    return null;
  });
