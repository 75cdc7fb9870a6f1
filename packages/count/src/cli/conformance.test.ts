import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PrintedCount } from './answer.ts';
import { runCount } from './run.ts';

const shared = resolve(process.env['SHARED_DIR'] ?? '../shared');
const named = (folder: string, end: string) => {
  const path = join(shared, folder);
  const files = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length)) : [];
  return { path, files, skipped: files.length > 0 ? '' : ` (skipped: no ${path})` };
};
const printed = (args: string[]): PrintedCount => {
  const { code, out, err } = runCount([...args, '--json'], readFileSync);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as PrintedCount;
};

const wards = named('ranked-elections', '.blt');
describe(`sixty Scottish wards${wards.skipped}`, () => {
  it.skipIf(wards.files.length === 0)('are all there', () => { expect(wards.files).toHaveLength(60); });

  it.each(wards.files)('%s: who is elected, and every vote of every stage to the last decimal', (ward) => {
    const { seats, ballots, quota, elected, stages } = JSON.parse(readFileSync(join(wards.path, `${ward}.json`), 'utf8')) as PrintedCount;
    expect(printed(['--method', 'scottish-stv', join(wards.path, `${ward}.blt`)])).toEqual({ method: 'scottish-stv', seats, ballots, quota, elected, stages });
  });
});

const budgets = named('budgets', '.pb');
describe(`sixteen city budgets${budgets.skipped}`, () => {
  it.skipIf(budgets.files.length === 0)('are all there', () => { expect(budgets.files).toHaveLength(16); });

  it.each(budgets.files)('%s: what three rules fund', (name) => {
    const file = join(budgets.path, `${name}.pb`);
    const theirs = JSON.parse(readFileSync(join(budgets.path, `${name}.json`), 'utf8')) as Record<'greedy' | 'equalShares' | 'equalSharesThenGreedy', string[]>;
    expect({
      greedy: printed(['--method', 'budget-greedy', file]).elected,
      equalShares: printed(['--method', 'equal-shares', file]).elected,
      equalSharesThenGreedy: printed(['--method', 'equal-shares', '--complete', 'greedy', file]).elected,
    }).toEqual({ greedy: theirs.greedy, equalShares: theirs.equalShares, equalSharesThenGreedy: theirs.equalSharesThenGreedy });
  });
});
