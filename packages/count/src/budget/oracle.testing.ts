/**
 * A second Method of Equal Shares, for tests alone: voter by voter, from its definition. The share of a project is the least
 * ρ at which its approvers, each paying min(what they have, ρ × cost), cover the cost; ρ is found by trying every number of
 * voters who pay all they have.
 */
class Fraction {
  readonly up: bigint;
  readonly down: bigint;

  constructor(up: bigint, down = 1n) {
    const common = ((a: bigint, b: bigint): bigint => { let [x, y] = [a < 0n ? -a : a, b]; while (y) [x, y] = [y, x % y]; return x || 1n; })(up, down);
    this.up = up / common;
    this.down = down / common;
  }

  plus(other: Fraction) { return new Fraction(this.up * other.down + other.up * this.down, this.down * other.down); }
  minus(other: Fraction) { return this.plus(new Fraction(-other.up, other.down)); }
  times(other: Fraction) { return new Fraction(this.up * other.up, this.down * other.down); }
  over(by: bigint) { return new Fraction(this.up, this.down * by); }
  compare(other: Fraction) { return this.up * other.down - other.up * this.down; }
}

export interface OracleBudget { readonly total: number; readonly costs: readonly number[]; readonly voters: readonly (readonly number[])[] }

const sum = (all: readonly Fraction[]) => all.reduce((a, b) => a.plus(b), new Fraction(0n));

export function oracleShares({ total, costs, voters }: OracleBudget): number[] {
  const money = voters.map(() => new Fraction(BigInt(total), BigInt(voters.length)));
  const approvers = costs.map((_, project) => voters.flatMap((approved, voter) => (approved.includes(project) ? [voter] : [])));
  const funded: number[] = [];
  for (;;) {
    const offers = costs.flatMap((cost, project) => {
      const price = new Fraction(BigInt(cost));
      if (cost === 0 || funded.includes(project) || sum(approvers[project]!.map((voter) => money[voter]!)).compare(price) < 0n) return [];
      const purses = approvers[project]!.map((voter) => money[voter]!).sort((a, b) => Number(a.compare(b)));
      // ρ × cost when the poorest `broke` voters pay everything: they must have no more than it, and all others no less.
      const payments = purses.flatMap((_, broke) => {
        const payment = price.minus(sum(purses.slice(0, broke))).over(BigInt(purses.length - broke));
        const poor = purses[broke - 1];
        return payment.compare(purses[broke]!) <= 0n && (poor === undefined || poor.compare(payment) <= 0n) ? [payment] : [];
      });
      const payment = payments[0]!;
      return [{ project, payment, rho: payment.over(BigInt(cost)), votes: approvers[project]!.length, cost }];
    });
    if (offers.length === 0) return funded;
    const [best] = offers.sort((a, b) => sign(a.rho.compare(b.rho)) || b.votes - a.votes || a.cost - b.cost || a.project - b.project);
    funded.push(best!.project);
    for (const voter of approvers[best!.project]!) {
      money[voter] = money[voter]!.compare(best!.payment) < 0n ? new Fraction(0n) : money[voter]!.minus(best!.payment);
    }
  }
}

const sign = (n: bigint): number => (n < 0n ? -1 : n > 0n ? 1 : 0);
