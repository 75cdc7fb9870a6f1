import { constants, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import pg from 'pg';
import { ballotMessage, castBody, commitmentOf, credentialMessage, encodeChoices, leafOf } from '@plenary/count/secret';
import { type Bench, type Row, alternate } from './lib/bench.ts';
import { IN_FLIGHT, type Timed, timed } from './lib/in-flight.ts';
import { benchSchool } from './lib/school.ts';
import { type OpenSecret, openSecretBallot } from './lib/secret.ts';
import { median } from './lib/stats.ts';
import { Wire } from './lib/wire.ts';

const CASTS = 2_000;
const ROUNDS = 5;

/** A vote as its sender knows it, and as the columns of a raw insert. */
interface Made { readonly body: Buffer; readonly row: readonly unknown[] }

/**
 * The whole secret cast over HTTP, both signatures checked and the row stored durably, against single durable inserts
 * of the same rows, 64 in flight, everybody voting on one ballot.
 */
export async function benchSecretCast({ server, client, databaseUrl }: Bench): Promise<Row[]> {
  const school = await benchSchool(client, CASTS);
  await client.query('create table raw_secret (like box.paper including constraints including indexes)');
  const pool = new pg.Pool({ connectionString: databaseUrl, max: IN_FLIGHT });
  const wires = await Promise.all(Array.from({ length: IN_FLIGHT }, () => Wire.open(server.port)));
  const warm = await openSecretBallot(client, school);
  await castAll(wires, make(warm, 500));
  await Promise.all(make(warm, IN_FLIGHT).map(({ row }) => rawInsert(pool, row)));

  const runs = await alternate<'raw' | 'cast', Timed>(ROUNDS, {
    raw: async () => {
      const made = make(await openSecretBallot(client, school), CASTS);
      let next = 0;
      return timed(CASTS, () => rawInsert(pool, made[next++]!.row));
    },
    cast: async () => {
      const ballot = await openSecretBallot(client, school);
      const result = await castAll(wires, make(ballot, CASTS));
      const { rows: [found] } = await client.query<{ n: number }>('select count(*)::int as n from box.paper where ballot_id = $1', [ballot.id]);
      if (found!.n !== CASTS) throw new Error(`${CASTS} votes acknowledged, ${found!.n} in the box`);
      return result;
    },
  });
  for (const wire of wires) wire.close();
  await pool.end();

  const ratio = median(runs.cast.map((each, round) => each.perSecond / runs.raw[round]!.perSecond));
  const tail = median(runs.cast.map((each, round) => each.p99 / runs.raw[round]!.p99));
  const show = (of: keyof Timed, arm: Timed[]) => median(arm.map((each) => each[of])).toFixed(of === 'p99' ? 1 : 0);
  return [
    {
      what: `secret cast, both signatures checked, ${IN_FLIGHT} in flight`,
      measured: `${show('perSecond', runs.cast)}/s; raw insert ${show('perSecond', runs.raw)}/s`,
      ratio, limit: '>= 0.3x raw', met: ratio >= 0.3,
    },
    {
      what: 'secret cast p99',
      measured: `${show('p99', runs.cast)} ms; raw insert ${show('p99', runs.raw)} ms`,
      ratio: tail, limit: '<= 3x raw', met: tail <= 3,
    },
    await rush(client, school, server.port),
  ];
}

/** 500 voters cast their first vote at the same moment, each on a connection of their own. */
async function rush(client: pg.Client, school: Awaited<ReturnType<typeof benchSchool>>, port: number): Promise<Row> {
  const voters = 500;
  const ballot = await openSecretBallot(client, school);
  const made = make(ballot, voters);
  const wires = await Promise.all(made.map(() => Wire.open(port)));
  const began = performance.now();
  const issued = await Promise.all(school.voters.slice(0, voters).map((voter, n) =>
    wires[n]!.postBytes(`/ballot/issue?ballot=${ballot.id}`, Buffer.concat([Buffer.of(1), randomBytes(255)]), voter.token)));
  const cast = await Promise.all(made.map(({ body }, n) => wires[n]!.postBytes('/ballot/cast', body)));
  const took = performance.now() - began;
  for (const wire of wires) wire.close();
  const failed = [...issued, ...cast].filter(({ status }) => status !== 200).length;
  const { rows: [found] } = await client.query<{ n: number }>('select count(*)::int as n from box.paper where ballot_id = $1', [ballot.id]);
  return {
    what: `secret rush, ${voters} voters take a paper and vote at once`,
    measured: `${failed} errors, ${found!.n} in the box, ${took.toFixed(0)} ms`,
    ratio: null, limit: '0 errors', met: failed === 0 && found!.n === voters,
  };
}

/** Votes signed beforehand, by the issuer in the open: what is measured is the server. */
function make(ballot: OpenSecret, size: number): Made[] {
  return Array.from({ length: size }, (_, n) => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const pk = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const [salt, choices] = [randomBytes(32), encodeChoices([n % 3])];
    const commitment = commitmentOf(salt, choices);
    const cred = sign('sha384', credentialMessage(ballot.scope, pk), { key: ballot.issuer, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
    const sig = sign(null, ballotMessage(ballot.scope, pk, 1, commitment), privateKey);
    return {
      body: Buffer.from(castBody({ scope: ballot.scope, pk, cred, revision: 1, salt, sig, choices }, 512)),
      row: [ballot.id, ballot.schoolId, 'PARENT', pk, 1, cred, Buffer.from(commitment), sig, Buffer.from(leafOf(ballot.scope, pk, 1, commitment)), salt, Buffer.from(choices)],
    };
  });
}

async function castAll(wires: readonly Wire[], made: readonly Made[]): Promise<Timed> {
  let next = 0;
  return timed(made.length, async (lane) => {
    const { status } = await wires[lane]!.postBytes('/ballot/cast', made[next++]!.body);
    if (status !== 200) throw new Error(`a secret cast was refused: ${status}`);
  });
}

async function rawInsert(pool: pg.Pool, values: readonly unknown[]): Promise<void> {
  await pool.query({
    name: 'raw-secret',
    text: `insert into raw_secret (ballot_id, school_id, constituency, pk, revision, credential, commitment, signature, leaf, salt, choices)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [...values],
  });
}
