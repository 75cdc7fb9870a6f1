import type { Pile } from '../definition.ts';

/** Papers that moved together and are worth the same each, in hundred-thousandths of a vote. */
interface Parcel {
  readonly value: bigint;
  /** Indices of piles. */
  readonly piles: number[];
  papers: number;
}

/** What a move was worth: to each option that received papers, and without a next choice. */
export interface Delivery {
  readonly credited: readonly bigint[];
  readonly exhausted: bigint;
}

/**
 * Who holds which papers. Identical papers stay one pile from beginning to end, for they always go the same way; values
 * are reckoned once for a parcel, never for a paper, so the number of papers hardly matters.
 */
export class Papers {
  readonly #piles: readonly Pile[];
  /** What each option holds, in the order of arrival. */
  readonly #held: Parcel[][];
  /** How far down its ranking each pile has come. */
  readonly #at: Int32Array;

  constructor(piles: readonly Pile[], options: number) {
    this.#piles = piles;
    this.#held = Array.from({ length: options }, () => []);
    this.#at = new Int32Array(piles.length);
  }

  /** Gives every paper at full value to its first option that stands: 1 by position in `stands`. */
  deal(value: bigint, stands: Uint8Array): Delivery {
    return this.#deliver([{ value, piles: this.#piles.map((_, n) => n), papers: 0 }], stands);
  }

  /** Moves all papers of `option` on, each parcel at the value that `revalue` makes of its own. */
  move(option: number, revalue: (value: bigint) => bigint, stands: Uint8Array): Delivery {
    const parcels = new Map<bigint, Parcel>();
    for (const { value, piles, papers } of this.#held[option]!) {
      const worth = revalue(value);
      const alike = parcels.get(worth);
      if (alike === undefined) parcels.set(worth, { value: worth, piles, papers });
      else for (const pile of piles) alike.piles.push(pile);
    }
    this.#held[option] = [];
    return this.#deliver([...parcels.values()], stands);
  }

  #deliver(parcels: readonly Parcel[], stands: Uint8Array): Delivery {
    const credited = this.#held.map(() => 0n);
    let exhausted = 0n;
    for (const parcel of parcels) {
      const into: (Parcel | undefined)[] = this.#held.map(() => undefined);
      let ended = 0;
      for (const n of parcel.piles) {
        const { choices, papers } = this.#piles[n]!;
        let at = this.#at[n]!;
        while (at < choices.length && stands[choices[at]!] !== 1) at += 1;
        this.#at[n] = at;
        if (at === choices.length) {
          ended += papers;
          continue;
        }
        const heap = into[choices[at]!] ??= { value: parcel.value, piles: [], papers: 0 };
        heap.piles.push(n);
        heap.papers += papers;
      }
      exhausted += BigInt(ended) * parcel.value;
      for (const [option, heap] of into.entries()) {
        if (heap === undefined) continue;
        this.#held[option]!.push(heap);
        credited[option]! += BigInt(heap.papers) * heap.value;
      }
    }
    return { credited, exhausted };
  }
}
