import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ChangingSitting, type SittingAnswer, type SittingOutcome, changeSitting } from '../../meetings/index.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { type MotionDecision, type MotionRefusal, motionRefusal } from '../domain/refusal.ts';
import type { WordingFault } from '../domain/motion-wording.ts';
import { type AmendmentRecord, type MotionRecord, type QuestionRecord, type SittingMotions, meetingOf, motionsOfSittings } from './motion-record.ts';
import { type SittingMember, memberFacts } from './motion-rules.ts';

/** The key the device gave the act, and what it is about. */
export interface ActAt {
  readonly key: string;
  readonly id: string;
}

export interface ChangingMotions extends ChangingSitting {
  readonly house: House;
  readonly all: SittingMotions;
}
export interface ChangingMotion extends ChangingMotions { readonly motion: MotionRecord }
export interface ChangingQuestion extends ChangingMotion {
  readonly question: QuestionRecord;
  /** Null: the question is on the motion itself. */
  readonly amendment: AmendmentRecord | null;
}

/** What an act came to: reasons against it, or faults; null when it is done, or what the record says of it. */
export type NotDone = SittingOutcome;

export const refused = (...refusals: readonly MotionRefusal[]): NotDone => ({ refusals });
export const faulty = (faults: readonly WordingFault[]): NotDone => ({ faults });
/** A rule's answer, as an act's. */
export const unless = (decision: MotionDecision): NotDone => (decision.ok ? null : refused(decision.refusal));

/** Who may do it: `RUNS` whoever runs the sitting, `TAKES_PART` its members too, each for themself. */
export type Who = 'RUNS' | 'TAKES_PART';

/**
 * The first beats of every act on motions: the sitting under its lock, the act's key, the policy, and what was moved so far.
 * @throws NOT_FOUND when there is no such sitting, or the viewer has no part in it.
 */
export const changeMotions = (house: House, viewer: ViewerFacts, { key, id }: ActAt, kind: string, who: Who, change: (changing: ChangingMotions) => Promise<NotDone>): Promise<SittingAnswer> =>
  changeSitting(house, viewer, { key, meetingId: id, act: kind }, ({ runs, member }) => runs || (who === 'TAKES_PART' && member !== null), async (changing) => {
    const [all] = await motionsOfSittings(changing.em, [changing.sitting.id]);
    return change({ ...changing, house, all: all! });
  });

/** The same for one motion. @throws NOT_FOUND also when there is no such motion. */
export async function changeMotion(house: House, viewer: ViewerFacts, { key, id }: ActAt, kind: string, who: Who, change: (changing: ChangingMotion) => Promise<NotDone>): Promise<SittingAnswer> {
  const meetingId = await meetingOf(house.db.under(school(viewer.schoolId)), 'motion', id);
  if (meetingId === null) throw coded('NOT_FOUND');
  return changeMotions(house, viewer, { key, id: meetingId }, kind, who, (changing) => change({ ...changing, motion: changing.all.motions.find((motion) => motion.id === id.toLowerCase())! }));
}

/** The same for an amendment of it. @throws NOT_FOUND also when the motion has no such amendment. */
export const changeAmendment = (
  house: House, viewer: ViewerFacts, { key, id, amendmentId }: ActAt & { readonly amendmentId: string }, kind: string, who: Who,
  change: (changing: ChangingMotion & { readonly amendment: AmendmentRecord }) => Promise<NotDone>,
): Promise<SittingAnswer> => changeMotion(house, viewer, { key, id }, kind, who, (changing) => {
  const amendment = changing.motion.amendments.find((each) => each.id === amendmentId.toLowerCase());
  if (amendment === undefined) throw coded('NOT_FOUND');
  return change({ ...changing, amendment });
});

/** The same for a question that was put. @throws NOT_FOUND also when there is no such question. */
export async function changeQuestion(house: House, viewer: ViewerFacts, { key, id }: ActAt, kind: string, who: Who, change: (changing: ChangingQuestion) => Promise<NotDone>): Promise<SittingAnswer> {
  const meetingId = await meetingOf(house.db.under(school(viewer.schoolId)), 'question', id);
  if (meetingId === null) throw coded('NOT_FOUND');
  return changeMotions(house, viewer, { key, id: meetingId }, kind, who, (changing) => {
    const motion = changing.all.motions.find(({ questions }) => questions.some((question) => question.id === id.toLowerCase()))!;
    const question = motion.questions.find((each) => each.id === id.toLowerCase())!;
    return change({ ...changing, motion, question, amendment: motion.amendments.find((each) => each.id === question.amendmentId) ?? null });
  });
}

/** For whom an act counts, and whether whoever runs the sitting entered what that member said aloud. */
export interface ActsFor {
  readonly member: SittingMember;
  /** The person who entered it; null when it was the member. */
  readonly enteredBy: string | null;
}

/** Nobody acts for another but by entering what was said aloud, which is on record (rule 23: no proxies). */
export function actsFor({ sitting, looker, viewer }: ChangingMotions, memberId: string | null): ActsFor | { readonly refusals: readonly MotionRefusal[] } {
  const own = memberFacts(sitting, { personId: viewer.personId });
  if (memberId === null || memberId.toLowerCase() === own?.memberId) {
    return own === null ? { refusals: [motionRefusal('NOT_A_VOTING_MEMBER')] } : { member: own, enteredBy: null };
  }
  if (!looker.runs) return { refusals: [motionRefusal('NOT_RUNNING')] };
  const member = memberFacts(sitting, { memberId: memberId.toLowerCase() });
  return member === null ? { refusals: [motionRefusal('NO_SUCH_MEMBER')] } : { member, enteredBy: viewer.personId };
}

/** Changes one row. @throws when the database refuses: it keeps what was announced from being changed again. */
export async function changeOne(em: EntityManager, update: string, params: readonly unknown[]): Promise<void> {
  const rows = await em.execute<unknown[]>(`${update} returning id`, params);
  if (rows.length !== 1) throw new Error('a change that the record does not allow');
}
