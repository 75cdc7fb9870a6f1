import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Method, type Question, count } from '@plenary/count';
import type { Row } from './lib/bench.ts';
import { median } from './lib/stats.ts';

const COMMAND = new URL('../../packages/count/tools/count.mjs', import.meta.url).pathname;

/** Counts made-up ballots, every paper different from most others: in this process, and the largest from the command line. */
export async function benchCount(): Promise<Row[]> {
  return [
    time('SCOTTISH_STV', 1000, 10, 3, 10),
    time('SCOTTISH_STV', 10_000, 10, 3, 200),
    time('INSTANT_RUNOFF', 10_000, 10, 1, 200),
    time('APPROVAL', 10_000, 10, 1, 200),
    time('EQUAL_SHARES', 10_000, 10, 1, 200),
    time('SCOTTISH_STV', 200_000, 60, 7, null),
    time('EQUAL_SHARES', 200_000, 60, 1, null),
    command(200_000, 60),
  ];
}

function time(method: Method, papers: number, options: number, seats: number, goal: number | null): Row {
  const budget = method === 'EQUAL_SHARES' ? { total: papers * 10, costs: Array.from({ length: options }, (_, n) => papers * (1 + (n % 7))) } : null;
  const question: Question = { method, seats, budget, maxChoices: options, options: Array.from({ length: options }, () => 'CHOICE') };
  const piles = rankings(papers, options).map((choices) => ({ choices, papers: 1 }));
  const pool = { constituency: 'PARENT', roll: papers, quorum: { kind: 'NONE' }, majority: null, piles } as const;
  // Enough rounds that the median is of a warm engine; the very first count of a process takes some ten times as long.
  const rounds = papers > 50_000 ? 3 : papers > 5000 ? 15 : 60;
  const took = median(Array.from({ length: rounds }, () => {
    const began = performance.now();
    count(question, 'TOGETHER', [pool], { seed: '00'.repeat(32) });
    return performance.now() - began;
  }));
  return {
    what: `count ${papers} papers, ${options} options, ${method}`, measured: `${took.toFixed(1)} ms`, ratio: null,
    limit: goal === null ? '' : `< ${goal} ms`, met: goal === null ? null : took < goal,
  };
}

function command(papers: number, options: number): Row {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-count-'));
  try {
    const file = join(folder, 'votes.blt');
    const lines = rankings(papers, options).map((choices) => `1 ${choices.map((choice) => choice + 1).join(' ')} 0`);
    writeFileSync(file, [`${options} 7`, ...lines, '0', ...Array.from({ length: options + 1 }, (_, n) => `"C${n + 1}"`), ''].join('\n'));
    const began = performance.now();
    const { status } = spawnSync(process.execPath, [COMMAND, '--method', 'scottish-stv', '--json', file], { maxBuffer: 2 ** 26 });
    if (status !== 0) throw new Error(`count exited with ${status}`);
    return { what: `the same ${papers} from a file, process and reading included`, measured: `${((performance.now() - began) / 1000).toFixed(1)} s`, ratio: null, limit: '', met: null };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rankings of up to ten options, the same in every run. */
function rankings(papers: number, options: number): number[][] {
  let state = 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return Array.from({ length: papers }, () => [...new Set(Array.from({ length: 1 + next(10) }, () => next(options)))]);
}
