import { randomBytes } from 'node:crypto';
import { beforeAll, afterAll, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { recountBundle } from '../../packages/count/src/recount/index.ts';
import { nodeCrypto } from '../../packages/count/src/recount/node/crypto.ts';
import { certifyBallot } from '../../packages/server/src/modules/ballots/application/certify-ballot.ts';
import { closeBallot } from '../../packages/server/src/modules/ballots/application/close-ballot.ts';
import { SmallSchool, asked, wording } from '../../packages/server/src/modules/ballots/testing/small-school.ts';
import { type Paper, SecretVoter } from '../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import type { ViewerFacts } from '../../packages/server/src/modules/people/index.ts';
import { type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

onEachEngine('a secret ballot, at its polling place', entities, (test) => {
  const sessions = handSessions();
  const lines: string[] = [];
  let served: ServedHouse;
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let ballotId: string;
  let parents: string[];

  beforeAll(async () => {
    served = await serveHouse({ db: test().database, schema: buildSchema(), rooms, sessions, lines });
    small = await SmallSchool.open(test().database, served.house);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    parents = await small.crowd('PARENT', 5);
    const ballot = await small.opened(coordinator, wording({ secrecy: 'SECRET', constituencies: [asked('PARENT'), asked('OTHER_STAFF')] }));
    ballotId = ballot.id;
  });
  afterAll(() => served?.close());

  const signedIn = (personId: string) => ({ authorization: `Bearer ${sessions.open({ schoolId: small.schoolId, personId }).token}` });
  const paper = (headers: Record<string, string>, ballot = ballotId) => fetch(`${served.address}/ballot/paper?ballot=${ballot}`, { headers });
  const issue = (headers: Record<string, string>, body: Uint8Array, ballot = ballotId) =>
    fetch(`${served.address}/ballot/issue?ballot=${ballot}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: Buffer.from(body) });
  const cast = (body: Uint8Array, headers: Record<string, string> = {}) =>
    fetch(`${served.address}/ballot/cast`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: Buffer.from(body) });
  const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
  const told = async (answer: Response) => [answer.status, await answer.text()];

  async function voter(personId: string): Promise<SecretVoter> {
    const headers = signedIn(personId);
    const own = new SecretVoter(await (await paper(headers)).json() as Paper);
    const answer = await issue(headers, own.blinded());
    expect(answer.status).toBe(200);
    own.unblind(await bytes(answer));
    return own;
  }

  it('gives a paper to whoever is on the roll, once, and the same one again', async () => {
    const headers = signedIn(parents[0]!);
    const first = await (await paper(headers)).json() as Paper;
    expect(first).toMatchObject({ issued: false });
    const own = new SecretVoter(first);
    const blinded = own.blinded();
    const [signed, again] = [await issue(headers, blinded), await issue(headers, blinded)];
    expect([signed.status, again.status]).toEqual([200, 200]);
    const signature = await bytes(signed);
    expect(signature).toEqual(await bytes(again));
    own.unblind(signature);
    expect(await told(await issue(headers, new SecretVoter(first).blinded()))).toEqual([409, 'other-key']);
    expect(await (await paper(headers)).json()).toMatchObject({ issued: true, nonce: first.nonce });
  });

  it('refuses papers to strangers, and messages that are none', async () => {
    const stranger = signedIn((await small.person(['COMMUNITY'])).personId);
    expect(await told(await paper(stranger))).toEqual([403, 'not-on-roll']);
    expect(await told(await issue(stranger, randomBytes(256)))).toEqual([403, 'not-on-roll']);
    expect(await told(await paper({}))).toEqual([401, 'signed-out']);
    const headers = signedIn(parents[1]!);
    expect(await told(await paper(headers, '00000000-0000-4000-8000-000000000000'))).toEqual([404, 'not-found']);
    expect(await told(await paper(headers, 'no-id'))).toEqual([404, 'not-found']);
    expect(await told(await issue(headers, randomBytes(255)))).toEqual([400, 'length']);
    expect(await told(await issue(headers, randomBytes(5000)))).toEqual([400, 'length']);
    for (const edge of [0, 1]) expect(await told(await issue(headers, Buffer.concat([Buffer.alloc(255), Buffer.of(edge)])))).toEqual([400, 'range']);
    expect(await told(await issue(headers, Buffer.alloc(256, 0xff)))).toEqual([400, 'range']);
  });

  it('takes a vote from nobody known, answers a repeated one alike, and lets it be changed', async () => {
    const own = await voter(parents[1]!);
    const first = await cast(own.body([0]));
    expect(first.status).toBe(200);
    const receipt = await bytes(first);
    expect(own.accepts(receipt, [0])).toBe(true);
    expect(await bytes(await cast(own.body([0])))).toEqual(receipt);
    const taken = await cast(own.body([1], 1));
    expect([taken.status, (await bytes(taken)).readUInt32BE()]).toEqual([409, 1]);
    const skipped = await cast(own.body([1], 3));
    expect([skipped.status, (await bytes(skipped)).readUInt32BE()]).toEqual([409, 1]);
    const changed = await cast(own.body([1], 2));
    expect(own.accepts(await bytes(changed), [1], 2)).toBe(true);
    const { rows } = await test().database.executeAsOwner(
      'select revision, choices is null as wiped from box.paper where ballot_id = $1 and pk = $2 order by 1', [ballotId, own.pk]);
    expect(rows).toEqual([{ revision: 1, wiped: true }, { revision: 2, wiped: false }]);
  });

  it('throws junk away, each kind by its name, and changes nothing', async () => {
    const own = await voter(parents[2]!);
    const good = own.body([0]);
    const other = (at: number, value = good[at]! ^ 1) => { const bad = Buffer.from(good); bad[at] = value; return bad; };
    expect(await told(await cast(good, { cookie: 'session=1' }))).toEqual([400, 'identified']);
    expect(await told(await cast(good, signedIn(parents[2]!)))).toEqual([400, 'identified']);
    expect(await told(await cast(good, { origin: 'https://elsewhere.example' }))).toEqual([403, 'origin']);
    expect(await told(await cast(good.subarray(0, 500)))).toEqual([400, 'length']);
    expect(await told(await cast(Buffer.concat([good, Buffer.alloc(512)])))).toEqual([400, 'length']);
    expect(await told(await cast(other(0)))).toEqual([400, 'form']);
    expect(await told(await cast(other(511)))).toEqual([400, 'form']);
    expect(await told(await cast(other(1)))).toEqual([404, 'scope']);
    expect(await told(await cast(other(70)))).toEqual([422, 'credential']);
    expect(await told(await cast(other(330)))).toEqual([422, 'signature']);
    expect(await told(await cast(own.body([0, 1])))).toEqual([400, 'range']);
    expect(await told(await cast(own.body([7])))).toEqual([400, 'range']);
    const foreign = await voter(coordinator.personId);
    const swapped = Buffer.from(good);
    foreign.body([0]).copy(swapped, 65, 65, 321);
    expect(await told(await cast(swapped))).toEqual([422, 'credential']);
    const { rows } = await test().database.executeAsOwner('select count(*)::int as n from box.paper where ballot_id = $1 and pk = $2', [ballotId, own.pk]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  it('lets nobody wear the box down by changing their mind', async () => {
    const restless = await voter(parents[4]!);
    const statuses: number[] = [];
    for (let revision = 1; statuses.at(-1) !== 429 && revision < 100; revision += 1) statuses.push((await cast(restless.body([0], revision))).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    const refused = await cast(restless.body([1], 61));
    expect(await told(refused)).toEqual([429, 'throttled']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('tells the viewer that a paper was taken, and takes no vote from somebody signed in', async () => {
    const headers = signedIn(parents[1]!);
    const { data } = await served.ask(`query ($id: ID!) { ballot(id: $id) { secrecy participation { voted onPaper } viewerCan { cast } options { id } } }`, { id: ballotId }, headers);
    const { ballot } = data as { ballot: { options: { id: string }[] } };
    expect(ballot).toMatchObject({ secrecy: 'SECRET', participation: { voted: true, onPaper: false }, viewerCan: { cast: true } });
    const refused = await served.ask(
      `mutation ($input: CastBallotInput!) { castBallot(input: $input) { ... on BallotRefused { reason } } }`,
      { input: { ballotId, optionIds: [ballot.options[0]!.id], key: '0'.repeat(32) } }, headers);
    expect(refused.data).toEqual({ castBallot: { reason: 'SECRET' } });
  });

  it('ends for everybody at once, and writes no line about any of it', async () => {
    const late = await voter(parents[3]!);
    const version = (await small.ballot(ballotId)).version;
    expect(await closeBallot(served.house, coordinator, { id: ballotId, version }, 'Everybody has voted.')).toMatchObject({ answer: 'CHANGED' });
    expect(await told(await cast(late.body([0])))).toEqual([410, 'closed']);
    expect(await told(await paper(signedIn(parents[3]!)))).toEqual([410, 'closed']);
    expect(await told(await issue(signedIn(parents[0]!), randomBytes(256)))).toEqual([410, 'closed']);
    expect(lines.filter((line) => !line.includes('Server listening'))).toEqual([]);
  });

  it('is laid out, counted and recounted, and leaves nothing behind that could tell', async () => {
    const ballot = await small.ballot(ballotId);
    expect(ballot.state).toBe('TALLIED');
    const { rows } = await test().database.executeAsOwner(
      `select (select count(*)::int from registry.paper where ballot_id = $1) as papers, (select count(*)::int from registry.issuer where ballot_id = $1) as issuers,
         (select count(*)::int from box.paper where ballot_id = $1) as box, (select count(*)::int from box.signer where ballot_id = $1) as signers,
         (select count(*)::int from registry.roll where ballot_id = $1 and voted) as voted`, [ballotId]);
    expect(rows).toEqual([{ papers: 0, issuers: 0, box: 0, signers: 0, voted: 6 }]);
    expect(ballot.result).toMatchObject({ outcome: 'NOT_ADOPTED', pools: [{ constituency: 'PARENT', votes: [1, 1, 0] }, { constituency: 'OTHER_STAFF', papers: 0 }] });
  });

  it('gives its bundle to the committee once counted, and to everybody once certified', async () => {
    const bundle = async (kind: string, headers: Record<string, string> = {}) => fetch(`${served.address}/ballot/${kind}/${ballotId}`, { headers });
    const committee = signedIn(coordinator.personId);
    for (const kind of ['bundle', 'auditors-bundle']) {
      expect((await bundle(kind)).status).toBe(404);
      expect((await bundle(kind, signedIn(parents[0]!))).status).toBe(404);
    }
    expect(await confirmed(await bundle('auditors-bundle', committee))).toBe('CONFIRMED');
    const clerk = await small.person(['OTHER_STAFF'], ['CLERK']);
    for (const each of [coordinator, clerk]) await certifyBallot(served.house, each, { id: ballotId, version: (await small.ballot(ballotId)).version });
    expect(await confirmed(await bundle('bundle'))).toBe('CONFIRMED_IN_PART');
    expect((await bundle('auditors-bundle')).status).toBe(404);
  });

  async function confirmed(answer: Response): Promise<string> {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const text = await answer.text();
    return (await recountBundle(text.split(/(?<=\n)/), nodeCrypto())).verdict;
  }
});
