/** A share of one payment in another: `numerator / denominator`, both whole. */
export interface Ratio { readonly numerator: bigint; readonly denominator: bigint }

export const less = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator < b.numerator * a.denominator;
export const same = (a: Ratio, b: Ratio): boolean => a.numerator * b.denominator === b.numerator * a.denominator;

/**
 * What every voter has left, exactly. Amounts are whole numbers over one common denominator, and voters who have the
 * same amount share one purse: whoever approved nothing bought so far is in the first.
 */
export class Purses {
  #denominator: bigint;
  /** Purses' contents, in `#denominator`ths. */
  #money: bigint[];
  /** Which purse each pile of voters pays from. */
  readonly #of: Int32Array;
  readonly #papers: readonly number[];

  constructor(total: number, papers: readonly number[]) {
    this.#papers = papers;
    this.#denominator = papers.reduce((sum, each) => sum + BigInt(each), 0n);
    this.#money = [BigInt(total)];
    this.#of = new Int32Array(papers.length);
  }

  /** What these piles of voters have left together, as a fraction. */
  backing(piles: readonly number[]): Ratio {
    let numerator = 0n;
    for (const [purse, voters] of this.#voters(piles)) numerator += this.#money[purse]! * BigInt(voters);
    return { numerator, denominator: this.#denominator };
  }

  /**
   * The largest single payment when these voters share `cost` as equally as they can, each paying it or all they have;
   * null when all they have is not enough.
   */
  payment(piles: readonly number[], cost: number): Ratio | null {
    const purses = [...this.#voters(piles)].map(([purse, voters]) => ({ money: this.#money[purse]!, voters: BigInt(voters) }));
    let due = BigInt(cost) * this.#denominator;
    if (purses.reduce((sum, { money, voters }) => sum + money * voters, 0n) < due) return null;
    let payers = purses.reduce((sum, { voters }) => sum + voters, 0n);
    // The poorest first: who cannot pay an equal part pays everything, and the others' parts grow.
    purses.sort((a, b) => (a.money < b.money ? -1 : 1));
    for (const { money, voters } of purses) {
      if (money * payers >= due) break;
      due -= money * voters;
      payers -= voters;
    }
    return { numerator: due, denominator: payers * this.#denominator };
  }

  /** Takes `payment`, or all they have, from each of these voters. */
  pay(piles: readonly number[], payment: Ratio): void {
    const finer = payment.denominator / gcd(payment.denominator, payment.numerator);
    const scale = finer / gcd(finer, this.#denominator);
    this.#denominator *= scale;
    const due = (payment.numerator * this.#denominator) / payment.denominator;
    const before = this.#money.map((money) => money * scale);
    const purses = new Map<bigint, number>();
    const purseOf = (money: bigint) => {
      const purse = purses.get(money) ?? purses.size;
      purses.set(money, purse);
      return purse;
    };
    const paying = new Set(piles);
    const [kept, lighter]: [number[], number[]] = [[], []];
    for (let pile = 0; pile < this.#of.length; pile += 1) {
      const purse = this.#of[pile]!;
      const known = paying.has(pile) ? lighter : kept;
      const money = before[purse]!;
      this.#of[pile] = known[purse] ??= purseOf(known === kept ? money : money > due ? money - due : 0n);
    }
    this.#money = [...purses.keys()];
  }

  /** How many of these voters pay from each purse. */
  #voters(piles: readonly number[]): Map<number, number> {
    const voters = new Map<number, number>();
    for (const pile of piles) {
      const purse = this.#of[pile]!;
      voters.set(purse, (voters.get(purse) ?? 0) + this.#papers[pile]!);
    }
    return voters;
  }
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
