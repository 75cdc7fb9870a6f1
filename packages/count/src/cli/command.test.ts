import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 60_000 });

const COMMAND = new URL('../../tools/count.mjs', import.meta.url).pathname;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenary-count-'));
  writeFileSync(join(folder, 'good.blt'), '2 1\n2 1 0\n1 2 0\n0\n"Ana"\n"Ben"\n"Office"\n');
  writeFileSync(join(folder, 'bad.blt'), '2 1\n2 3 0\n0\n"Ana"\n"Ben"\n');
});
afterAll(() => { rmSync(folder, { recursive: true }); });

const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } });
  return { status, stdout, stderr };
};

it('counts a file named from where one stands, as a program of its own', () => {
  const { status, stdout, stderr } = run('--method', 'scottish-stv', 'good.blt', '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ ballots: 3, quota: '2', elected: [1] });
});

it('answers 1 for a file that is wrong or gone, 2 for a command that is', () => {
  expect(run('--method', 'scottish-stv', 'bad.blt')).toEqual({ status: 1, stdout: '', stderr: 'bad.blt:2: the paper names a candidate who is not there; there are 2\n' });
  expect(run('--method', 'scottish-stv', 'gone.blt')).toMatchObject({ status: 1, stdout: '' });
  expect(run('--method', 'condorcet', 'good.blt')).toMatchObject({ status: 2, stdout: '' });
});

it('needs nothing of the server, and nothing built', () => {
  const alone = join(folder, 'alone');
  cpSync(new URL('../..', import.meta.url).pathname, alone, { recursive: true });
  rmSync(join(alone, 'dist'), { recursive: true, force: true });
  const { status, stdout } = spawnSync(process.execPath, [join(alone, 'tools', 'count.mjs'), '--method', 'plurality', join(folder, 'good.blt')], { encoding: 'utf8' });
  expect(status).toBe(0);
  expect(stdout).toContain('Chosen: Ana');
});
