import { leastReaching } from '@plenary/count';

/** What a motion needs. More than half of the votes cast unless the law, the bylaws or the kind of motion ask for more. */
export const THRESHOLDS = [
  'MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT',
] as const;
export type Threshold = (typeof THRESHOLDS)[number];

export interface VoteCounts {
  readonly ayes: number;
  readonly noes: number;
  readonly abstentions: number;
  readonly recused: number;
  /** Members present, those recused included. */
  readonly present: number;
  /** Filled seats. */
  readonly members: number;
}

/** CAST: ayes and noes. PRESENT: members present and not recused. MEMBERS: filled seats. */
export type ThresholdBase = 'CAST' | 'PRESENT' | 'MEMBERS';

export interface ThresholdExplained {
  readonly adopted: boolean;
  readonly ayes: number;
  readonly noes: number;
  readonly abstentions: number;
  readonly recused: number;
  /** Ayes needed, of how many of what. */
  readonly needed: number;
  readonly of: ThresholdBase;
  readonly denominator: number;
}

type Shares = Readonly<Record<Threshold, { readonly of: ThresholdBase; readonly numerator: number; readonly denominator: number; readonly atLeast: boolean }>>;

const SHARES: Shares = {
  MAJORITY_OF_CAST: { of: 'CAST', numerator: 1, denominator: 2, atLeast: false },
  TWO_THIRDS_OF_CAST: { of: 'CAST', numerator: 2, denominator: 3, atLeast: true },
  MAJORITY_OF_PRESENT: { of: 'PRESENT', numerator: 1, denominator: 2, atLeast: false },
  MAJORITY_OF_MEMBERS: { of: 'MEMBERS', numerator: 1, denominator: 2, atLeast: false },
  TWO_THIRDS_OF_MEMBERS: { of: 'MEMBERS', numerator: 2, denominator: 3, atLeast: true },
  UNANIMOUS_OF_PRESENT: { of: 'PRESENT', numerator: 1, denominator: 1, atLeast: true },
};

/**
 * Whether the ayes reach a threshold, and why (domain.md S39; rule 11). Abstentions are no votes cast; a tie fails, and so
 * does a question for which nobody votes. Who is recused is counted neither as a vote nor as present, but keeps a seat: a
 * share of the entire membership is of a number that no conflict of interest makes smaller.
 */
export function explainThreshold(threshold: Threshold, { ayes, noes, abstentions, recused, present, members }: VoteCounts): ThresholdExplained {
  const { of, atLeast, ...share } = SHARES[threshold];
  const denominator = { CAST: ayes + noes, PRESENT: present - recused, MEMBERS: members }[of];
  const needed = Math.max(1, leastReaching(share, denominator, atLeast));
  return { adopted: ayes >= needed, ayes, noes, abstentions, recused, needed, of, denominator };
}
