import { ONE_VOTE, fiveDecimals } from '../decimal.ts';
import type { Pile } from '../definition.ts';
import { type Lot, drawLot } from '../lot.ts';
import { type Delivery, Papers } from './papers.ts';
import type { RankedCount, Stage, StageAction } from './stages.ts';

export interface RankedElection {
  /** How many options there are, standing or not. */
  readonly options: number;
  /** Positions that may be elected: no abstention, nobody who withdrew. */
  readonly standing: readonly number[];
  readonly seats: number;
  /** Rankings; positions that do not stand are passed over. */
  readonly piles: readonly Pile[];
  /** Null: a tie that only a lot can break ends the count. */
  readonly seed: string | null;
}

export interface RankedOutcome extends RankedCount {
  /** In the order of their election. */
  readonly elected: readonly number[];
  readonly lots: readonly Lot[];
  /** True when a tie without a seed stopped the count. */
  readonly tied: boolean;
}

/**
 * Scottish STV: weighted inclusive Gregory with values truncated to five decimals (Scottish Local Government Elections
 * Order 2011, schedule 1, rules 45 to 52). With one seat there is never a surplus to move, and it is instant runoff.
 *
 * - Quota: valid papers ÷ (seats + 1), fractions ignored, plus 1 (rule 46). Whoever reaches it is elected (47).
 * - The largest surplus moves first, one a stage: every paper of that option goes to its next option still in the
 *   running, at value × surplus ÷ votes, truncated (48, 49). Exactly the quota is a surplus of 0 and gets its stage.
 * - With no surplus left, whoever has the fewest votes is excluded; papers move at the value they have (50).
 * - Ties: the most recent earlier stage at which the tied differ; equal at all stages, by lot (49, 51).
 * - It ends, without another move, when the seats are filled or as many are left as there are seats (52).
 */
export function countRanked(election: RankedElection): RankedOutcome {
  return new RankedTally(election).run();
}

class RankedTally {
  readonly #papers: Papers;
  readonly #hopeful: Set<number>;
  /** The same by position: 1 who may receive papers. */
  readonly #stands: Uint8Array;
  readonly #pending = new Set<number>();
  readonly #elected: number[] = [];
  readonly #votes: (bigint | null)[];
  readonly #history: (readonly (bigint | null)[])[] = [];
  readonly #stages: Stage[] = [];
  readonly #lots: Lot[] = [];
  readonly #ballots: number;
  readonly #quota: number;
  readonly #seats: number;
  readonly #seed: string | null;
  #nonTransferable = 0n;

  constructor({ options, standing, piles, seats, seed }: RankedElection) {
    this.#seats = seats;
    this.#seed = seed;
    this.#hopeful = new Set(standing);
    this.#stands = Uint8Array.from({ length: options }, (_, option) => (this.#hopeful.has(option) ? 1 : 0));
    this.#votes = Array.from({ length: options }, (_, option) => (this.#hopeful.has(option) ? 0n : null));
    const valid = piles.filter(({ choices }) => choices.some((option) => this.#stands[option] === 1));
    this.#ballots = valid.reduce((sum, { papers }) => sum + papers, 0);
    this.#quota = Math.floor(this.#ballots / (seats + 1)) + 1;
    this.#papers = new Papers(valid, options);
  }

  run(): RankedOutcome {
    this.#credit(this.#papers.deal(ONE_VOTE, this.#stands));
    this.#close({ kind: 'FIRST', option: null, votes: null });
    let tied = false;
    while (this.#ballots > 0 && !this.#complete() && !tied) {
      const moved = this.#pending.size > 0 ? this.#moveSurplus() : this.#exclude();
      tied = !moved;
    }
    return {
      ballots: this.#ballots, quota: this.#quota, seats: this.#seats,
      stages: this.#stages, elected: this.#elected, lots: this.#lots, tied,
    };
  }

  #seatsLeft(): number {
    return this.#seats - this.#elected.length;
  }

  #complete(): boolean {
    return this.#seatsLeft() <= 0 || this.#hopeful.size === 0;
  }

  /** False when the tie for the largest surplus needs a lot and there is none. */
  #moveSurplus(): boolean {
    const option = this.#pick([...this.#pending], 'SURPLUS');
    if (option === null) return false;
    const quota = BigInt(this.#quota) * ONE_VOTE;
    const votes = this.#votes[option]!;
    const surplus = votes - quota;
    this.#pending.delete(option);
    this.#credit(this.#papers.move(option, (value) => (value * surplus) / votes, this.#stands));
    this.#votes[option] = quota;
    this.#close({ kind: 'SURPLUS', option, votes: fiveDecimals(surplus) });
    return true;
  }

  #exclude(): boolean {
    const option = this.#pick([...this.#hopeful], 'EXCLUSION');
    if (option === null) return false;
    const votes = this.#votes[option]!;
    this.#leave(option);
    this.#votes[option] = null;
    this.#credit(this.#papers.move(option, (value) => value, this.#stands));
    this.#close({ kind: 'EXCLUSION', option, votes: fiveDecimals(votes) });
    return true;
  }

  #credit({ credited, exhausted }: Delivery): void {
    for (const [option, votes] of credited.entries()) if (votes > 0n) this.#votes[option]! += votes;
    this.#nonTransferable += exhausted;
  }

  /** Ends a stage: elects who reached the quota, fills the last seats when nobody is left to exclude, writes it down. */
  #close(action: StageAction): void {
    const quota = BigInt(this.#quota) * ONE_VOTE;
    const elected = this.#byVotes([...this.#hopeful].filter((option) => this.#votes[option]! >= quota));
    for (const option of elected) this.#elect(option);
    for (const option of elected) this.#pending.add(option);
    if (this.#ballots > 0 && this.#seatsLeft() > 0 && this.#hopeful.size <= this.#seatsLeft()) {
      for (const option of this.#byVotes([...this.#hopeful])) {
        elected.push(option);
        this.#elect(option);
      }
    }
    this.#history.push([...this.#votes]);
    this.#stages.push({
      stage: this.#stages.length,
      action,
      tallies: this.#votes.map((votes) => (votes === null ? null : fiveDecimals(votes))),
      nonTransferable: fiveDecimals(this.#nonTransferable),
      elected,
      excluded: action.kind === 'EXCLUSION' ? [action.option!] : [],
    });
  }

  #elect(option: number): void {
    this.#leave(option);
    this.#elected.push(option);
  }

  /** No paper goes to `option` any more. */
  #leave(option: number): void {
    this.#hopeful.delete(option);
    this.#stands[option] = 0;
  }

  #byVotes(options: number[]): number[] {
    return options.sort((a, b) => Number(this.#votes[b]! - this.#votes[a]!) || a - b);
  }

  /** The one with the largest surplus, or the fewest votes; null when only a lot could tell and there is no seed. */
  #pick(among: readonly number[], purpose: 'SURPLUS' | 'EXCLUSION'): number | null {
    let tied = among;
    for (const votes of this.#history.toReversed()) {
      const best = tied.map((option) => votes[option]!).reduce((a, b) => ((purpose === 'SURPLUS') === (a > b) ? a : b));
      tied = tied.filter((option) => votes[option] === best);
      if (tied.length === 1) return tied[0]!;
    }
    const lot = drawLot(this.#seed, purpose, this.#stages.length, tied);
    this.#lots.push(lot);
    return lot.drawn[0] ?? null;
  }
}
