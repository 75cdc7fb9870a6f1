import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Row } from './lib/bench.ts';
import { writeDistrict } from './lib/district.ts';

const USERS = 50_000;
const SCHOOLS = 50;
const GOAL_SECONDS = 60;
const PLENARY = new URL('../../packages/server/dist/plenary.js', import.meta.url).pathname;

interface Run { readonly seconds: number; readonly megabytes: number }

/** A made-up district of 50,000 people into an empty database by the command line, then the same again. */
export async function benchRoster({ client, databaseUrl }: Bench): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-district-'));
  try {
    await writeDistrict(folder, USERS, SCHOOLS);
    const first = await run(folder, databaseUrl);
    const { rows: [stored] } = await client.query<{ people: number; links: number }>(
      'select (select count(*)::int from person) as people, (select count(*)::int from guardianship) as links');
    if (stored?.people !== USERS || stored.links !== USERS * 0.45) throw new Error('the district was not imported whole');
    const again = await run(folder, databaseUrl);
    const row = (what: string, { seconds, megabytes }: Run): Row => ({
      what, measured: `${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB`, ratio: null, limit: `< ${GOAL_SECONDS} s`, met: seconds < GOAL_SECONDS,
    });
    return [row(`import ${USERS} people, ${SCHOOLS} schools, from the command line`, first), row('the same again: nothing changes', again)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(folder: string, databaseUrl: string): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [PLENARY, 'import-roster', folder, '--json'], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl, DATA_DIR: folder, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then((status) => {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
    }, () => {});
  }, 200);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - began) / 1000, megabytes: peak });
      else reject(new Error(`import-roster exited with ${code}`));
    });
  });
}
