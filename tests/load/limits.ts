import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { ReadableStream } from 'node:stream/web';
import { type Paper, SecretVoter } from '../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import { Patient } from '../faults/kill/patient.ts';
import { type KillSchool, close, openSecretBallot, stateOf, writeSchool } from '../faults/kill/school.ts';
import { type Bench, withBench } from './lib/bench.ts';
import { IN_FLIGHT } from './lib/in-flight.ts';

/**
 * `pnpm bench limits [voters votes]`: a secret ballot of the largest size there may be, 20,000 voters who rank sixty
 * options and change their minds until 200,000 votes are in; then what closing, counting and a recount by the command
 * line take. Exit 0 when the recount confirms it, 1 otherwise, 2 for a wrong number.
 */
const [size = 20_000, votes = 200_000] = process.argv.slice(2).map(Number);
if (![size, votes].every((each) => Number.isSafeInteger(each) && each > 20) || votes < size) {
  process.stderr.write('usage: pnpm bench limits [voters votes], two whole numbers above 20, the second at least the first\n');
  process.exit(2);
}

const OPTIONS = Array.from({ length: 60 }, (_, n) => `Candidate ${n + 1}`);
const ROOT = new URL('../../', import.meta.url).pathname;

async function whole({ server, client }: Bench): Promise<number> {
  const address = `http://127.0.0.1:${server.port}`;
  const patient = new Patient(address);
  const school = await step('writing the school', () => writeSchool(client, size));
  await client.query('analyze');
  const id = await step('opening, with the roll frozen', () => openSecretBallot(patient, school, { method: 'SCOTTISH_STV', options: OPTIONS, seats: 6 }));
  const voters = await step(`${size} papers`, () => papers(patient, school, id), size);
  await step(`${votes} votes`, () => vote(patient, voters), votes);
  await step('closing', () => close(patient, school, id));
  await step('laying out, counting and the own recount', () => counted(patient, school, id));
  const folder = mkdtempSync(join(tmpdir(), 'plenary-limits-'));
  try {
    const bundle = join(folder, 'bundle.ndjson');
    await step('fetching the auditors\' bundle', () => fetchBundle(`${address}/ballot/auditors-bundle/${id}`, school.coordinator.token, bundle));
    print('its size', `${(statSync(bundle).size / 2 ** 20).toFixed(0)} MiB`);
    return await step('a recount by the command line', () => recount(bundle));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const print = (what: string, text: string) => process.stdout.write(`${what.padEnd(44)} ${text}\n`);

async function step<T>(what: string, work: () => Promise<T>, each?: number): Promise<T> {
  const began = performance.now();
  const done = await work();
  const seconds = (performance.now() - began) / 1000;
  print(what, `${seconds.toFixed(1)} s${each === undefined ? '' : `, ${(each / seconds).toFixed(0)}/s`}`);
  return done;
}

async function lanes(times: number, act: (nth: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: IN_FLIGHT }, async () => { while (next < times) await act(next++); }));
}

const OCTETS = { 'content-type': 'application/octet-stream' };

async function papers(patient: Patient, { voters }: KillSchool, id: string): Promise<SecretVoter[]> {
  const made: SecretVoter[] = [];
  await lanes(voters.length, async (nth) => {
    const headers = { authorization: `Bearer ${voters[nth]!.token}` };
    const voter = new SecretVoter(JSON.parse((await taken(patient, `/ballot/paper?ballot=${id}`, { headers })).toString()) as Paper);
    voter.unblind(await taken(patient, `/ballot/issue?ballot=${id}`, { method: 'POST', headers: { ...headers, ...OCTETS }, body: new Uint8Array(voter.blinded()) }));
    made[nth] = voter;
  });
  return made;
}

/** Everybody votes, then everybody changes their mind, until enough is in. */
const vote = (patient: Patient, voters: readonly SecretVoter[]): Promise<void> => lanes(votes, async (nth) => {
  const body = voters[nth % voters.length]!.body(ranking(), 1 + Math.floor(nth / voters.length));
  await taken(patient, '/ballot/cast', { method: 'POST', headers: OCTETS, body: new Uint8Array(body) });
});

/** All sixty, or as many as one has patience for; some candidates are liked more. */
function ranking(): number[] {
  const liking = OPTIONS.map((_, n) => [Math.random() * (1 + (n % 7)), n] as const).toSorted(([a], [b]) => b - a).map(([, n]) => n);
  return Math.random() < 0.5 ? liking : liking.slice(0, 1 + Math.floor(Math.random() * 12));
}

async function taken(patient: Patient, path: string, init: RequestInit): Promise<Buffer> {
  const { status, bytes } = await patient.ask(path, init);
  if (status !== 200) throw new Error(`${path.split('?')[0]} answered ${status} ${bytes.toString().slice(0, 40)}`);
  return bytes;
}

async function counted(patient: Patient, school: KillSchool, id: string): Promise<void> {
  while ((await stateOf(patient, school, id)).state !== 'TALLIED') await wait(500);
}

/** @returns its exit code: 0 when everything agrees. */
async function recount(bundle: string): Promise<number> {
  const child = spawn(process.execPath, [join(ROOT, 'packages/count/tools/recount.mjs'), bundle], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = await once(child, 'exit') as [number | null];
  return code ?? 1;
}

async function fetchBundle(url: string, token: string, file: string): Promise<void> {
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`the bundle was answered with ${answer.status}`);
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(file));
}

process.exitCode = await withBench(whole) === 0 ? 0 : 1;
