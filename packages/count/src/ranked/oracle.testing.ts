import type { Pile } from '../definition.ts';
import { drawLot } from '../lot.ts';

/**
 * A second count of the same rule, for tests alone: slow, and made another way. Every single paper is a thing with a holder
 * and a value that is a fraction; nothing is remembered between stages but the papers, and every tally is a fresh sum.
 */
interface Paper { readonly ranking: readonly number[]; holder: number | 'exhausted'; hundredThousandths: bigint }

export interface OracleStage { action: string; tallies: (bigint | null)[]; exhausted: bigint; elected: number[] }
export interface OracleCount { ballots: number; quota: number; stages: OracleStage[]; elected: number[]; surplusPapers: number; lots: number }

export function oracle(election: { options: number; standing: readonly number[]; seats: number; piles: readonly Pile[]; seed: string }): OracleCount {
  const { standing, seats, seed } = election;
  const papers: Paper[] = election.piles.flatMap(({ choices, papers: many }) => {
    const ranking = choices.filter((option) => standing.includes(option));
    return ranking.length === 0 ? [] : Array.from({ length: many }, (): Paper => ({ ranking, holder: ranking[0]!, hundredThousandths: 100_000n }));
  });
  const quota = Math.trunc(papers.length / (seats + 1)) + 1;
  const full = BigInt(quota) * 100_000n;
  const state = new Map<number, 'hopeful' | 'elected' | 'moved' | 'excluded'>(standing.map((option) => [option, 'hopeful']));
  const of = (...states: string[]) => standing.filter((option) => states.includes(state.get(option)!));
  const votes = (option: number) => (state.get(option) === 'moved' ? full
    : papers.reduce((sum, paper) => (paper.holder === option ? sum + paper.hundredThousandths : sum), 0n));
  const stages: OracleStage[] = [];
  const elected: number[] = [];
  let surplusPapers = 0;
  let lots = 0;

  const close = (action: string) => {
    const over = of('hopeful').filter((option) => votes(option) >= full);
    over.forEach((option) => state.set(option, 'elected'));
    const rest = papers.length > 0 && of('hopeful').length <= seats - of('elected', 'moved').length ? of('hopeful') : [];
    rest.forEach((option) => state.set(option, 'elected'));
    const ranked = (list: number[]) => list.map((option) => [votes(option), option] as const)
      .sort(([a, x], [b, y]) => (a === b ? x - y : a > b ? -1 : 1)).map(([, option]) => option);
    const now = [...ranked(over), ...ranked(rest)];
    elected.push(...now);
    stages.push({
      action, elected: now,
      tallies: Array.from({ length: election.options }, (_, option) => (of('hopeful', 'elected', 'moved').includes(option) ? votes(option) : null)),
      exhausted: papers.reduce((sum, paper) => (paper.holder === 'exhausted' ? sum + paper.hundredThousandths : sum), 0n),
    });
  };

  const choose = (among: number[], better: (a: bigint, b: bigint) => boolean, purpose: 'SURPLUS' | 'EXCLUSION') => {
    let left = among;
    for (let n = stages.length - 1; n >= 0 && left.length > 1; n -= 1) {
      const at = stages[n]!.tallies;
      left = left.filter((option) => left.every((other) => !better(at[other]!, at[option]!)));
    }
    if (left.length === 1) return left[0]!;
    lots += 1;
    return drawLot(seed, purpose, stages.length, left).drawn[0]!;
  };

  const handOver = (option: number, revalue: (paper: Paper) => bigint) => {
    for (const paper of papers.filter(({ holder }) => holder === option)) {
      paper.hundredThousandths = revalue(paper);
      const behind = paper.ranking.slice(paper.ranking.indexOf(option) + 1);
      paper.holder = behind.find((next) => state.get(next) === 'hopeful') ?? 'exhausted';
    }
  };

  close('FIRST');
  while (papers.length > 0 && of('elected', 'moved').length < seats && of('hopeful').length > 0) {
    const waiting = of('elected');
    if (waiting.length > 0) {
      const option = choose(waiting, (a, b) => a > b, 'SURPLUS');
      const had = votes(option);
      surplusPapers += papers.filter(({ holder }) => holder === option).length;
      // (A × surplus) ÷ B as a fraction, its decimals after the fifth ignored.
      handOver(option, ({ hundredThousandths: a }) => (a * (had - full) - ((a * (had - full)) % had)) / had);
      state.set(option, 'moved');
      close(`SURPLUS ${option}`);
    } else {
      const option = choose(of('hopeful'), (a, b) => a < b, 'EXCLUSION');
      state.set(option, 'excluded');
      handOver(option, ({ hundredThousandths }) => hundredThousandths);
      close(`EXCLUSION ${option}`);
    }
  }
  return { ballots: papers.length, quota, stages, elected, surplusPapers, lots };
}
