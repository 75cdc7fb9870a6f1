import type { Pile } from '../definition.ts';

/** Papers that moved together and are worth the same each, in hundred-thousandths of a vote. */
interface Parcel {
  readonly value: bigint;
  /** Indices of piles. */
  readonly piles: readonly number[];
}

/**
 * Who holds which papers. Identical papers stay one pile from beginning to end, for they always go the same way; values
 * are reckoned once for a parcel, never for a paper, so the number of papers hardly matters.
 */
export class Papers {
  /** What each option holds, in the order of arrival. */
  readonly #held: Parcel[][];
  /** How far down its ranking each pile has come. */
  readonly #at: Int32Array;
  readonly #piles: readonly Pile[];

  constructor(piles: readonly Pile[], options: number) {
    this.#piles = piles;
    this.#held = Array.from({ length: options }, () => []);
    this.#at = new Int32Array(piles.length);
  }

  /** Gives every paper at full value to its first option that `stands`. */
  deal(value: bigint, stands: (option: number) => boolean): Delivery {
    return this.#deliver({ value, piles: this.#piles.map((_, n) => n) }, stands);
  }

  /** Moves all papers of `option` on, each parcel at the value that `revalue` makes of its own. */
  move(option: number, revalue: (value: bigint) => bigint, stands: (option: number) => boolean): Delivery {
    const parcels = this.#held[option]!;
    this.#held[option] = [];
    return parcels.map(({ value, piles }) => this.#deliver({ value: revalue(value), piles }, stands)).reduce(join, NOTHING);
  }

  #deliver({ value, piles }: Parcel, stands: (option: number) => boolean): Delivery {
    const into = new Map<number, { piles: number[]; papers: number }>();
    let exhausted = 0;
    for (const n of piles) {
      const { choices, papers } = this.#piles[n]!;
      let at = this.#at[n]!;
      while (at < choices.length && !stands(choices[at]!)) at += 1;
      this.#at[n] = at;
      if (at === choices.length) {
        exhausted += papers;
        continue;
      }
      let heap = into.get(choices[at]!);
      if (heap === undefined) into.set(choices[at]!, heap = { piles: [], papers: 0 });
      heap.piles.push(n);
      heap.papers += papers;
    }
    const credited = new Map<number, bigint>();
    for (const [option, heap] of into) {
      this.#held[option]!.push({ value, piles: heap.piles });
      credited.set(option, BigInt(heap.papers) * value);
    }
    return { credited, exhausted: BigInt(exhausted) * value };
  }
}

/** What a move was worth: to each option that received papers, and without a next choice. */
export interface Delivery {
  readonly credited: ReadonlyMap<number, bigint>;
  readonly exhausted: bigint;
}

const NOTHING: Delivery = { credited: new Map(), exhausted: 0n };

function join(one: Delivery, other: Delivery): Delivery {
  const credited = new Map(one.credited);
  for (const [option, votes] of other.credited) credited.set(option, (credited.get(option) ?? 0n) + votes);
  return { credited, exhausted: one.exhausted + other.exhausted };
}
