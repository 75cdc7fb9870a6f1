import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../packages/count/src/full-size.testing.ts';
import { School } from '../../packages/server/src/modules/people/data/school.entity.ts';
import { DataDirInUse } from '../../packages/server/src/platform/database/embedded/data-dir-lock.ts';
import { connectPglite } from '../../packages/server/src/platform/database/pglite.ts';

const ROUNDS = sized(20, 3);
/** On a machine busy with other things, fewer rounds rather than a late answer. */
const ENOUGH_MS = 30_000;
const FEWEST_ROUNDS = sized(5, 3);
const writer = fileURLToPath(new URL('./embedded-writer.ts', import.meta.url));

describe('the embedded database', () => {
  let dataDir: string;
  const open = () => connectPglite({ databaseUrl: undefined, dataDir, entities: [School] });
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'plenary-kill-'));
    await (await open()).close();
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it(`loses no acknowledged row when its process is killed, up to ${ROUNDS} times over`, { timeout: 180_000 }, async () => {
    const started = performance.now();
    const acknowledged: string[] = [];
    let round = 0;
    for (; round < ROUNDS && (round < FEWEST_ROUNDS || performance.now() - started < ENOUGH_MS); round += 1) {
      const { child, lines } = write(dataDir, round);
      await lines.first;
      // Something to lose in every round, on however slow a machine.
      while (lines.all.length < 4 && child.exitCode === null) await wait(5);
      await wait(Math.random() * 300);
      child.kill('SIGKILL');
      await once(child, 'close');
      acknowledged.push(...lines.all.slice(1));
    }
    const database = await open();
    const { rows } = await database.executeAsOwner('select name from school');
    await database.close();
    const stored = new Set(rows.map(({ name }) => name));
    expect(acknowledged.length).toBeGreaterThan(round * 2);
    expect(acknowledged.filter((name) => !stored.has(name))).toEqual([]);
  });

  it('refuses a second process while one is alive, and no longer once it is dead', { timeout: 180_000 }, async () => {
    const { child, lines } = write(dataDir, ROUNDS);
    await lines.first;
    await expect(open()).rejects.toThrow(DataDirInUse);
    const second = write(dataDir, ROUNDS + 1);
    const [code] = await once(second.child, 'close') as [number];
    expect({ code, said: second.errors() }).toEqual({ code: 1, said: expect.stringContaining('Another Plenary server is using') });
    child.kill('SIGKILL');
    await once(child, 'close');
    await (await open()).close();
  });
});

function write(dataDir: string, round: number) {
  const child: ChildProcess = spawn(process.execPath, [writer, dataDir, String(round)], { stdio: 'pipe' });
  const all: string[] = [];
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (part: string) => { errors += part; });
  const reader = createInterface({ input: child.stdout! });
  const first = new Promise<void>((resolve, reject) => {
    reader.on('line', (line) => { all.push(line); resolve(); });
    child.on('close', () => reject(new Error(`the writer ended early: ${errors}`)));
  });
  first.catch(() => {});
  return { child, lines: { first, all }, errors: () => errors };
}
