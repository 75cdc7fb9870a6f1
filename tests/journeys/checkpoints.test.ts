import { afterAll, beforeAll, expect, it } from 'vitest';
import { recountBundle } from '@plenary/count/recount';
import { nodeCrypto } from '@plenary/count/recount/node';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { closeBallot } from '../../packages/server/src/modules/ballots/application/close-ballot.ts';
import { remix } from '../../packages/server/src/modules/ballots/application/secret/remix.ts';
import { refreshTurnout } from '../../packages/server/src/modules/ballots/application/turnout.ts';
import { SmallSchool, asked, wording } from '../../packages/server/src/modules/ballots/testing/small-school.ts';
import { type Paper, SecretVoter } from '../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import type { ViewerFacts } from '../../packages/server/src/modules/people/index.ts';
import { type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

/** What the election committee can keep of a running secret ballot, and hold against what is published in the end. */
onEachEngine('checkpoints of a secret ballot', entities, (test) => {
  const sessions = handSessions();
  let served: ServedHouse;
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let clerk: ViewerFacts;
  let parents: string[];
  let ballot: Awaited<ReturnType<SmallSchool['ballot']>>;
  let kept: string;

  beforeAll(async () => {
    served = await serveHouse({ db: test().database, schema: buildSchema(), rooms, sessions });
    small = await SmallSchool.open(test().database, served.house);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    clerk = await small.person(['OTHER_STAFF'], ['CLERK']);
    parents = await small.crowd('PARENT', 25);
    ballot = await small.opened(coordinator, wording({ secrecy: 'SECRET', constituencies: [asked('PARENT'), asked('OTHER_STAFF')] }));
  });
  afterAll(() => served?.close());

  const token = (personId: string) => ({ authorization: `Bearer ${sessions.open({ schoolId: small.schoolId, personId }).token}` });
  const seenBy = async (personId: string) => {
    const { data } = await served.ask('query ($id: ID!) { ballot(id: $id) { checkpoints { constituency size note } } }', { id: ballot.id }, token(personId));
    return (data as { ballot: { checkpoints: { constituency: string; size: number | null; note: string | null }[] | null } }).ballot.checkpoints;
  };
  async function vote(personIds: readonly string[]): Promise<void> {
    for (const personId of personIds) {
      const voter = new SecretVoter(await (await fetch(`${served.address}/ballot/paper?ballot=${ballot.id}`, { headers: token(personId) })).json() as Paper);
      const post = async (path: string, body: Buffer, headers = {}) => Buffer.from(await (await fetch(`${served.address}${path}`, {
        method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: Buffer.from(body),
      })).arrayBuffer());
      voter.unblind(await post(`/ballot/issue?ballot=${ballot.id}`, voter.blinded(), token(personId)));
      expect(voter.accepts(await post('/ballot/cast', voter.body([0])), [0])).toBe(true);
    }
    await refreshTurnout(served.house, small.schoolId, ballot.id);
    await remix(served.house);
  }
  const hidden = [{ constituency: 'PARENT', size: null, note: null }, { constituency: 'OTHER_STAFF', size: null, note: null }];

  it('are hidden with the turnout while fewer than eleven have voted', async () => {
    await vote(parents.slice(0, 10));
    expect(await seenBy(clerk.personId)).toEqual(hidden);
    // Eleven have voted, but the log still speaks of ten.
    await vote(parents.slice(10, 11));
    expect(await seenBy(clerk.personId)).toEqual(hidden);
  });

  it('are shown to the committee after that, and to nobody else', async () => {
    await vote([...parents.slice(11, 21), clerk.personId]);
    const [of, others] = (await seenBy(clerk.personId))!;
    expect(of).toMatchObject({ constituency: 'PARENT', size: 21 });
    expect(of!.note).toMatch(new RegExp(`^plenary/${ballot.id}/`));
    expect(others).toEqual(hidden[1]);
    expect(await seenBy(coordinator.personId)).toEqual([of, others]);
    expect(await seenBy(parents[0]!)).toBeNull();
    kept = of!.note!;
  });

  it('stand against the bundle that is published in the end', async () => {
    await vote(parents.slice(21));
    const { version } = await small.ballot(ballot.id);
    await closeBallot(served.house, coordinator, { id: ballot.id, version }, 'For the test.');
    expect((await seenBy(clerk.personId))![0]).toMatchObject({ size: 25 });
    const bundle = await (await fetch(`${served.address}/ballot/auditors-bundle/${ballot.id}`, { headers: token(clerk.personId) })).text();
    const recount = async (witness: string) => {
      const { verdict, checks } = await recountBundle(bundle.split(/(?<=\n)/), nodeCrypto(), { witnesses: [witness] });
      return [verdict, checks.find(({ check }) => check === 'WITNESSES')!.faults.map(({ code }) => code)];
    };
    expect(await recount(kept)).toEqual(['CONFIRMED', []]);
    expect(await recount(kept.replace('\n21\n', '\n22\n'))).toEqual(['FAULTY', ['WITNESS_SIGNATURE']]);
  });
});
