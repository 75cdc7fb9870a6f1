import { recountBundle } from '@plenary/count/recount';
import { nodeCrypto } from '@plenary/count/recount/node';
import type { BallotLine, HeaderLine } from '@plenary/count/recount';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../load/lib/process.ts';
import { createEngine } from './kill/engine.ts';
import { type Verdict, judge } from './kill/judge.ts';
import { KillableServer } from './kill/killable-server.ts';
import { type Kind, type Kills, Killer } from './kill/killer.ts';
import { leftovers } from './kill/leftovers.ts';
import { Patient } from './kill/patient.ts';
import { CONSTITUENCIES, OPTIONS, close, openSecretBallot, stateOf, writeSchool } from './kill/school.ts';
import { KillVoter, TooLate } from './kill/voter.ts';

export interface KillOptions {
  /** Folder of PostgreSQL's programs, for a cluster of the run's own; null for the embedded engine. */
  readonly programs: string | null;
  /** Of an embedded database whose tables are laid; without it the first server to start makes one. */
  readonly dump?: string;
  /** Acknowledged before anybody presses "close". */
  readonly ballots: number;
  readonly kills: number;
}

export interface KillReport extends Pick<Verdict, 'lost' | 'doubled' | 'faults'> {
  readonly voters: number;
  readonly acknowledged: number;
  /** Votes that came after the close. */
  readonly late: number;
  readonly kills: Kills;
  readonly retries: number;
  /** Batches of the log: more than one a constituency came out of remixes. */
  readonly batches: number;
  readonly verdict: string;
  /** What the careless voters believed to be in, and how much of it was seen to be lost. */
  readonly control: { readonly believed: number; readonly seen: number };
  readonly published: readonly BallotLine[];
  readonly careful: readonly KillVoter[];
  readonly seconds: number;
}

/** Voters in flight at once. */
const LANES = 48;

/**
 * A whole secret ballot over the real routes of the built server, which is killed, as its database is, whenever it
 * pleases the killer; then what voters were promised is held against what was published and counted.
 */
export async function killSecretBallot({ programs, dump, ballots, kills }: KillOptions): Promise<KillReport> {
  const began = performance.now();
  const engine = await createEngine(programs, dump ?? null);
  const server = new KillableServer(await freePort(), engine.env);
  try {
    // The people come in with nobody else there.
    if (!engine.laid) {
      await server.ready();
      await server.kill();
    }
    const size = Math.max(20, Math.round(ballots * 0.6));
    const school = await engine.asOwner((sql) => writeSchool(sql, size));
    await server.ready();
    const patient = new Patient(server.address);
    const ballotId = await openSecretBallot(patient, school);
    const careless = Math.max(3, Math.round(size / 50));
    const voters = school.voters.map((who, n) => new KillVoter(who, n < careless));
    const faults: string[] = [];

    // In any order: two devices of one voter may well be at it at once.
    const visits = inAnyOrder(plan(voters, Math.ceil(ballots * 1.03)));
    let [acknowledged, late, next] = [0, 0, 0];
    const voting = Promise.all(Array.from({ length: LANES }, async () => {
      while (next < visits.length) {
        const { voter, choices } = visits[next++]!;
        for (const choice of choices) {
          try {
            await voter.vote(patient, ballotId, choice);
            acknowledged += 1;
          } catch (error) {
            if (error instanceof TooLate) late += 1;
            else faults.push(String(error));
          }
        }
      }
    }));
    const voted = async (enough: number) => { while (acknowledged < enough && acknowledged + late + faults.length < ballots) await wait(5); };

    const killer = new Killer(engine, server, kills);
    const settling = Math.min(kills - 1, Math.max(2, Math.round(kills * 0.16)), 4);
    const kind = kinds(programs === null);
    const whileVoting = kills - settling;
    for (let nth = 0; killer.left > settling; nth += 1) {
      await voted(Math.round(ballots * (nth + Math.random()) / (whileVoting + 1)));
      await killer.whileVoting(kind(), nth % 3 === 0, killer.left - settling > 1 && nth % 6 === 2);
    }
    await voted(ballots);
    const closing = close(patient, school, ballotId);
    for (let nth = 0; killer.left > 0; nth += 1) await killer.whileSettling(kind(), nth, ballotId);
    await server.ready();
    await Promise.all([closing, voting]);
    for (let tries = 0; (await stateOf(patient, school, ballotId)).state !== 'TALLIED'; tries += 1) {
      if (tries === 600) throw new Error(`the ballot is not counted: ${server.lastWords}`);
      await wait(100);
    }

    const bundle = await patient.ask(`/ballot/auditors-bundle/${ballotId}`, { headers: { authorization: `Bearer ${school.coordinator.token}` } });
    const lines = bundle.bytes.toString().split(/(?<=\n)/);
    const { verdict } = await recountBundle(lines, nodeCrypto());
    const read = lines.map((line) => JSON.parse(line) as BallotLine | HeaderLine | object);
    const published = read.filter((line): line is BallotLine => 'leaf' in line);
    const careful = voters.filter((voter) => !voter.careless);
    const judged = await judge(careful, published);
    const fooled = voters.filter((voter) => voter.careless);
    const control = await judge(fooled, published);
    const keys = new Set(await Promise.all(voters.map((voter) => voter.publicKey())));
    if (published.some(({ pk }) => !keys.has(pk))) faults.push('the log has a vote of nobody');
    faults.push(...judged.faults, ...disagreements(new Map([...judged.counted, ...control.counted]), read[0] as HeaderLine));
    faults.push(...server.deaths.map((said) => `the server died by itself: ${said.slice(-400)}`));
    await server.kill();
    faults.push(...await engine.asOwner((sql) => leftovers(sql, ballotId, voters)));
    return {
      voters: voters.length, acknowledged, late, kills: killer.done, retries: patient.retries,
      batches: read.reduce((sum, line) => sum + ('batches' in line ? (line.batches as number[]).length : 0), 0),
      lost: judged.lost, doubled: judged.doubled, faults, verdict, published, careful,
      control: { believed: fooled.reduce((sum, { believed }) => sum + believed, 0), seen: control.lost },
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await server.stop();
    await engine.remove();
  }
}

interface Visit { readonly voter: KillVoter; readonly choices: readonly number[] }

/** Everybody votes; every third changes the vote, as often as it takes. The careless vote and change in one go. */
function plan(voters: readonly KillVoter[], total: number): Visit[] {
  const any = () => Math.floor(Math.random() * OPTIONS.length);
  const visits = voters.map((voter): Visit => {
    const first = any();
    return { voter, choices: voter.careless ? [first, (first + 1) % OPTIONS.length] : [first] };
  });
  const changing = voters.filter((voter, n) => !voter.careless && n % 3 === 0);
  const planned = visits.reduce((sum, { choices }) => sum + choices.length, 0);
  for (let n = 0; n < total - planned; n += 1) visits.push({ voter: changing[n % changing.length]!, choices: [any()] });
  return visits;
}

/** The careless among the first half: the close must not come before their mistake. */
function inAnyOrder(visits: readonly Visit[]): Visit[] {
  const half = Math.floor(visits.length / 2);
  const careful = shuffled(visits.filter(({ voter }) => !voter.careless));
  const early = shuffled([...visits.filter(({ voter }) => voter.careless), ...careful.slice(0, half)]);
  return [...early, ...careful.slice(half)];
}

/** The published result against the choices that count. */
function disagreements(counted: ReadonlyMap<KillVoter, number>, { result }: HeaderLine): string[] {
  const { pools } = result as { pools: { constituency: string; papers: number; votes: number[] }[] };
  return CONSTITUENCIES.flatMap((constituency) => {
    const own = [...counted].filter(([{ who }]) => who.constituency === constituency);
    const votes = OPTIONS.map((_, n) => own.filter(([, choice]) => choice === n).length);
    const pool = pools.find((each) => each.constituency === constituency);
    const said = JSON.stringify([pool?.papers, pool?.votes]);
    const meant = JSON.stringify([own.length, votes]);
    return said === meant ? [] : [`the result says ${said} where voters meant ${meant}`];
  });
}

/** The server every other time; PostgreSQL one way or the other between. */
function kinds(embedded: boolean): () => Kind {
  let nth = 0;
  return () => {
    nth += 1;
    return embedded || nth % 2 === 1 ? 'server' : nth % 4 === 2 ? 'immediate' : 'postmaster';
  };
}

function shuffled<T>(list: readonly T[]): T[] {
  return list.map((each) => [Math.random(), each] as const).sort(([a], [b]) => a - b).map(([, each]) => each);
}
