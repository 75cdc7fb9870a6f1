export type { BudgetCount, BudgetStep, UnfundedReason } from './budget/steps.ts';
export { type ChoicesFault, choicesFault } from './choices.ts';
export { type Count, type CountSettings, type Outcome, type PoolCount, type RuleExplained, count, sameMajority } from './count.ts';
export {
  type Budget, type CombineRule, type MajorityRule, type Method, type OptionKind, type Pile, type Pool, type Question, type QuorumRule,
  isBudget, isGraded, isRanked,
} from './definition.ts';
export { type Fraction, isShare, leastReaching } from './fraction.ts';
export { type MajorityExplained, type MajorityFacts, explainMajority } from './majority.ts';
export { type Lot, type LotPurpose, drawLot, isSeed } from './lot.ts';
export type { Margin } from './margin.ts';
export { type ParityExplained, type ParityRule, explainParity } from './parity.ts';
export { type PluralityExplained, explainPlurality } from './plurality.ts';
export { type QuestionFault, questionFault } from './question-fault.ts';
export { type QuorumExplained, explainQuorum, quorumNeeded } from './quorum.ts';
export type { RankedCount, Stage, StageAction } from './ranked/stages.ts';
export { type Tally, tally, together, votesOf } from './tally.ts';
export {
  type PoolSize, type PublishedCount, type PublishedPool, type PublishedRule, type Withheld,
  SMALLEST_PUBLISHED, publish, withheld,
} from './withhold.ts';
