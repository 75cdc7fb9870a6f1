import type { MeetingLaw } from './motion.ts';
import type { Threshold } from './threshold.ts';

export const MOTION_KINDS = ['MAIN', 'URGENCY', 'ADJOURN', 'APPROVE_MINUTES', 'AMEND_MINUTES', 'RECONSIDER', 'RECOMMEND', 'PROCEDURAL'] as const;
/**
 * MAIN acts on an item, URGENCY finds that an item may be acted on though it was not posted, ADJOURN ends the meeting, and
 * PROCEDURAL orders it otherwise. The rest are main motions of which a later room makes more.
 */
export type MotionKind = (typeof MOTION_KINDS)[number];

/** A threshold as a question is held to it. TWO_THIRDS_OF_PRESENT is the law's alone, for findings of urgency. */
export type QuestionThreshold = Threshold | 'TWO_THIRDS_OF_PRESENT';
export const QUESTION_THRESHOLDS: readonly QuestionThreshold[] = [
  'MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'TWO_THIRDS_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT',
];

/** Who passes the first surely passes these: votes cast are no more than members present, and they no more than members. */
const IMPLIES: Readonly<Record<Threshold, readonly Threshold[]>> = {
  MAJORITY_OF_CAST: [],
  TWO_THIRDS_OF_CAST: ['MAJORITY_OF_CAST'],
  MAJORITY_OF_PRESENT: ['MAJORITY_OF_CAST'],
  MAJORITY_OF_MEMBERS: ['MAJORITY_OF_CAST', 'MAJORITY_OF_PRESENT'],
  TWO_THIRDS_OF_MEMBERS: ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS'],
  UNANIMOUS_OF_PRESENT: ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT'],
};

/** Whether what reaches `threshold` always reaches `least` too; two that cannot be compared are not. */
export const isNoLower = (threshold: Threshold, least: Threshold): boolean => threshold === least || IMPLIES[threshold].includes(least);

/** Whether a motion may be held to it: no lower than what the body usually asks, nor than one of those its kind needs. */
export const mayChoose = (threshold: Threshold, usual: Threshold, anyOf: readonly Threshold[]): boolean =>
  isNoLower(threshold, usual) && (anyOf.length === 0 || anyOf.some((least) => isNoLower(threshold, least)));

/** What a motion needs unless more is chosen: what the body usually asks, or the first one of its kind that is more. */
export const usualThreshold = (usual: Threshold, anyOf: readonly Threshold[]): Threshold =>
  [usual, ...anyOf, 'TWO_THIRDS_OF_MEMBERS' as const].find((threshold) => mayChoose(threshold, usual, anyOf)) ?? usual;

/** The ways of its kind, one of which a motion must reach beside what was chosen; none where that surely reaches one. */
export const oneOfBeside = (chosen: Threshold, ways: readonly Threshold[]): readonly Threshold[] => (ways.some((way) => isNoLower(chosen, way)) ? [] : ways);

/** What a finding of urgency is held to where enough members attend (rule 2; explainUrgency says what it came to). */
export function urgencyThresholdOf(law: MeetingLaw): QuestionThreshold {
  switch (law) {
    case 'GREENE': return 'UNANIMOUS_OF_PRESENT';
    case 'BROWN': return 'TWO_THIRDS_OF_PRESENT';
    case 'PRIVATE': return 'MAJORITY_OF_CAST';
  }
}

/** What only orders the meeting itself, and a finding of urgency, are about no item the public had to know of. */
export const hasSubject = (kind: MotionKind): boolean => kind !== 'ADJOURN' && kind !== 'PROCEDURAL' && kind !== 'URGENCY';

export const namesItem = (kind: MotionKind): boolean => kind !== 'ADJOURN' && kind !== 'PROCEDURAL';

/** What becomes a decision of the body once it is adopted, and settles its item. */
export const decides = (kind: MotionKind): boolean => kind === 'MAIN' || kind === 'RECOMMEND';
