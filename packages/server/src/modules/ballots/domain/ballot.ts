import type { CombineRule, MajorityRule, Method, OptionKind, Question, QuorumRule } from '@plenary/count';
import type { BallotState } from './ballot-states.ts';

export type { BallotState } from './ballot-states.ts';

/** Text by BCP 47 tag. */
export type Texts = Readonly<Record<string, string>>;

/** The people room's constituencies, in its words; compiled against them where the two rooms meet. */
export type Constituency = 'PARENT' | 'STUDENT' | 'TEACHER' | 'OTHER_STAFF' | 'ADMINISTRATOR' | 'COMMUNITY' | 'EL_PARENT';

/**
 * What follows from the result. ADVISORY: the body with authority adopts it or says why not. BINDING: it is
 * the decision, under the bylaw named. ELECTS: it fills seats.
 */
export type BallotBinding = 'ADVISORY' | 'BINDING' | 'ELECTS';

/**
 * SECRET: nobody can find out how somebody voted, and a vote can be changed until the close. CONFIDENTIAL: no page tells,
 * but whoever runs the server could find out; the first vote is final. OPEN: answers are given under one's name.
 */
export const SECRECIES = ['SECRET', 'CONFIDENTIAL', 'OPEN'] as const;
export type Secrecy = (typeof SECRECIES)[number];

export interface OptionFacts {
  readonly id: string;
  readonly kind: OptionKind;
  /** Empty for YES, NO and ABSTAIN, which every page says in its own words. */
  readonly label: Texts;
  /** Whole dollars; null except for what a budget may fund. */
  readonly cost: number | null;
}

export interface ConstituencyFacts {
  readonly constituency: Constituency;
  readonly quorum: QuorumRule;
  /** Null for methods that choose among options. */
  readonly majority: MajorityRule | null;
}

/** What a ballot asks, of whom, and under which rules: everything that freezes when it opens. */
export interface BallotFacts {
  readonly id: string;
  readonly environmentId: string;
  readonly state: BallotState;
  readonly version: number;
  readonly question: Texts;
  readonly description: Texts;
  readonly method: Method;
  readonly secrecy: Secrecy;
  /** The method's own: most options named or ranked, the top score, or the dots of one person. */
  readonly maxChoices: number;
  readonly seats: number;
  /** Whole dollars; null except for budgets. */
  readonly budgetTotal: number | null;
  readonly binding: BallotBinding;
  readonly bylaw: string | null;
  readonly combine: CombineRule;
  /** In the order of their positions. */
  readonly options: readonly OptionFacts[];
  readonly constituencies: readonly ConstituencyFacts[];
  /** Null: opened by hand. */
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
}

/** The same question as the count knows it: options by position. */
export function questionOf({ method, maxChoices, seats, budgetTotal, options }: Pick<BallotFacts, 'method' | 'maxChoices' | 'seats' | 'budgetTotal' | 'options'>): Question {
  return {
    method, maxChoices, seats,
    options: options.map(({ kind }) => kind),
    budget: budgetTotal === null ? null : { total: budgetTotal, costs: options.map(({ cost }) => cost ?? 0) },
  };
}
