/** What a stage did. FIRST counts first preferences; the others move the papers of one option, named with its votes. */
export interface StageAction {
  readonly kind: 'FIRST' | 'SURPLUS' | 'EXCLUSION';
  readonly option: number | null;
  /** The surplus that moved, or what the excluded option held; null for FIRST. */
  readonly votes: string | null;
}

/** A ranked count after one move: numbers are decimals with exactly five places. */
export interface Stage {
  /** From 0. */
  readonly stage: number;
  readonly action: StageAction;
  /** By option position; null where an option never stood or is excluded. Who is elected keeps the quota. */
  readonly tallies: readonly (string | null)[];
  /** Value of papers that name nobody any more who could receive them. What truncation drops is in no number. */
  readonly nonTransferable: string;
  /** Positions elected by this stage, most votes first. */
  readonly elected: readonly number[];
  /** Positions excluded by this stage. */
  readonly excluded: readonly number[];
}

/** How seats were filled from rankings. */
export interface RankedCount {
  /** Papers that name at least one standing option. */
  readonly ballots: number;
  /** Votes that elect: ⌊ballots ÷ (seats + 1)⌋ + 1. */
  readonly quota: number;
  readonly seats: number;
  readonly stages: readonly Stage[];
}
