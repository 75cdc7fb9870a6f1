import type { MotionKind, QuestionThreshold } from './choosing-threshold.ts';
import type { MeetingLaw, QuorumNow } from './motion.ts';
import { type MotionRefusal, motionRefusal } from './refusal.ts';
import { type Threshold, type ThresholdBase, type VoteCounts, explainThreshold } from './threshold.ts';
import { type UrgencyFindings, type UrgencyThreshold, explainUrgency } from './urgency.ts';

export const QUESTION_WAYS = ['ROLL_CALL', 'CONSENT'] as const;
/** ROLL_CALL: every member answers by name. CONSENT: whether anybody objects. No way is secret (Gov. Code 54953; rule 9). */
export type QuestionWay = (typeof QUESTION_WAYS)[number];

export const QUESTION_STATES = ['OPEN', 'STOPPED', 'ANNOUNCED'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** The arithmetic of a counted vote, as it was announced. */
export interface QuestionExplained {
  readonly adopted: boolean;
  readonly ayes: number;
  readonly noes: number;
  readonly abstentions: number;
  readonly recused: number;
  readonly needed: number;
  readonly of: ThresholdBase;
  readonly denominator: number;
  readonly threshold: QuestionThreshold;
}

/** What a question is held to: a share of votes, with one of some others if there are any, or the law's rule for findings of urgency. */
export type HeldTo =
  | { readonly kind: 'THRESHOLD'; readonly threshold: Threshold; readonly oneOf: readonly Threshold[] }
  | { readonly kind: 'URGENCY'; readonly law: MeetingLaw; readonly findings: UrgencyFindings };

/** Counts a question (rules 2 and 11), and explains what decided: of several ways the one it reached, or came nearest to. */
export function explainQuestion(heldTo: HeldTo, counts: VoteCounts): QuestionExplained {
  if (heldTo.kind === 'THRESHOLD') {
    const explain = (threshold: Threshold) => ({ ...explainThreshold(threshold, counts), threshold });
    const usual = explain(heldTo.threshold);
    const ways = usual.adopted ? heldTo.oneOf.map(explain).sort((a, b) => a.needed - b.needed) : [];
    return ways.find(({ adopted }) => adopted) ?? ways[0] ?? usual;
  }
  const { ayes, noes, abstentions, recused } = counts;
  const { found, needed, denominator, threshold } = explainUrgency(heldTo.law, counts, heldTo.findings);
  return { adopted: found, ayes, noes, abstentions, recused, needed, denominator, of: threshold === 'MAJORITY' ? 'CAST' : 'PRESENT', threshold: AS_QUESTION[threshold] };
}

const AS_QUESTION: Readonly<Record<UrgencyThreshold, QuestionThreshold>> = {
  UNANIMOUS: 'UNANIMOUS_OF_PRESENT', TWO_THIRDS: 'TWO_THIRDS_OF_PRESENT', MAJORITY: 'MAJORITY_OF_CAST',
};

export interface PuttingFacts {
  readonly way: QuestionWay;
  readonly kind: MotionKind;
  readonly onAmendment: boolean;
  readonly heldTo: HeldTo;
  readonly quorum: QuorumNow;
  /** Voting seats that are filled. */
  readonly members: number;
  readonly consensusFirst: boolean;
  /** Whether anybody objected was asked on the same motion before, and somebody did. */
  readonly objectedBefore: boolean;
  /** Another question waits for its result. */
  readonly questionOpen: boolean;
}

/**
 * What keeps a question from being put in this way, beside all that keeps it from being decided at all (refusalsOf). A body
 * that seeks agreement first asks for it before it counts (contract Art. XXVII, domain.md S22), if those present could give
 * it; a finding of urgency is always counted (EC 35147); and where nobody objects, those present must be enough for the
 * threshold.
 */
export function refusalsOfWay({ way, kind, onAmendment, heldTo, quorum, members, consensusFirst, objectedBefore, questionOpen }: PuttingFacts): MotionRefusal[] {
  const refusals: MotionRefusal[] = [];
  const unless = (allowed: boolean, refusal: () => MotionRefusal) => { if (!allowed) refusals.push(refusal()); };
  unless(!questionOpen, () => motionRefusal('QUESTION_OPEN'));
  const { present } = quorum;
  const all = explainQuestion(heldTo, { ayes: present, noes: 0, abstentions: 0, recused: 0, present, members });
  if (way === 'ROLL_CALL') {
    unless(!consensusFirst || kind !== 'MAIN' || onAmendment || objectedBefore || !all.adopted, () => motionRefusal('CONSENSUS_FIRST'));
  } else if (heldTo.kind === 'URGENCY') {
    unless(false, () => motionRefusal('ROLL_CALL_ONLY', [kind]));
  } else {
    unless(all.adopted, () => motionRefusal('TOO_FEW_FOR_CONSENT', [present, all.needed]));
  }
  return refusals;
}
