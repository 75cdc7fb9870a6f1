import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { workThrough } from '../../packages/server/src/modules/ballots/application/ballot-clockwork.ts';
import { closeBallot } from '../../packages/server/src/modules/ballots/application/close-ballot.ts';
import { SmallSchool, asked, wording } from '../../packages/server/src/modules/ballots/testing/small-school.ts';
import { type Paper, SecretVoter } from '../../packages/server/src/modules/ballots/testing/secret-voter.ts';
import type { ViewerFacts } from '../../packages/server/src/modules/people/index.ts';
import { type ServedHouse, handSessions, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

onEachEngine('printed ballots in a secret ballot', entities, (test) => {
  const sessions = handSessions();
  let served: ServedHouse;
  let small: SmallSchool;
  let coordinator: ViewerFacts;
  let clerk: ViewerFacts;
  let parents: string[];
  let ballot: Awaited<ReturnType<SmallSchool['ballot']>>;

  beforeAll(async () => {
    served = await serveHouse({ db: test().database, schema: buildSchema(), rooms, sessions });
    small = await SmallSchool.open(test().database, served.house);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    clerk = await small.person(['OTHER_STAFF'], ['CLERK']);
    parents = await small.crowd('PARENT', 5);
    ballot = await small.opened(coordinator, wording({ secrecy: 'SECRET', constituencies: [asked('PARENT')] }));
  });
  afterAll(() => served?.close());

  const token = (personId: string) => ({ authorization: `Bearer ${sessions.open({ schoolId: small.schoolId, personId }).token}` });
  const ask = async (as: string, query: string, variables: object = {}) => {
    const answer = await served.ask(query, { id: ballot.id, ...variables }, token(as));
    return answer.errors === undefined ? answer.data : answer.errors.map(({ extensions }) => extensions['code']);
  };
  const ACT = '__typename ... on BallotRefused { reason about }';
  const give = (as: string, personId: string) => ask(as, `mutation ($id: ID!, $personId: ID!) { givePrintedBallot(id: $id, personId: $personId) { ${ACT} } }`, { personId });
  const takeBack = (as: string, personId: string) => ask(as, `mutation ($id: ID!, $personId: ID!) { takeBackPrintedBallot(id: $id, personId: $personId) { ${ACT} } }`, { personId });
  const enter = (as: string, yes: number, no: number) => ask(as,
    `mutation ($id: ID!, $piles: [PaperPileInput!]!) { enterPrintedBallots(id: $id, constituency: PARENT, piles: $piles) { ${ACT} } }`,
    { piles: [[yes, 0], [no, 1]].flatMap(([papers, option]) => (papers! > 0 ? [{ optionIds: [ballot.options[option!]!.id], papers }] : [])) });
  const printed = (as: string) => ask(as, `query ($id: ID!) { ballot(id: $id) { printed { awaited people { id } constituencies { given agreed viewerEntered entries { papers piles { choices papers } } } } } }`);
  const paper = (personId: string) => fetch(`${served.address}/ballot/paper?ballot=${ballot.id}`, { headers: token(personId) });

  async function voteByPhone(personId: string, choice: number): Promise<void> {
    const voter = new SecretVoter(await (await paper(personId)).json() as Paper);
    const post = async (path: string, body: Buffer, headers = {}) => Buffer.from(await (await fetch(`${served.address}${path}`, {
      method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: Buffer.from(body),
    })).arrayBuffer());
    voter.unblind(await post(`/ballot/issue?ballot=${ballot.id}`, voter.blinded(), token(personId)));
    expect(voter.accepts(await post('/ballot/cast', voter.body([choice])), [choice])).toBe(true);
  }

  it('are given by the committee to whoever has not taken a digital one, and close the phone for them', async () => {
    await voteByPhone(parents[0]!, 0);
    expect(await give(coordinator.personId, parents[0]!)).toEqual({ givePrintedBallot: { __typename: 'BallotRefused', reason: 'ALREADY_VOTED', about: [] } });
    expect(await give(parents[1]!, parents[1]!)).toEqual(['NOT_FOUND']);
    for (const n of [1, 2, 3]) expect(await give(clerk.personId, parents[n]!)).toEqual({ givePrintedBallot: { __typename: 'BallotChanged' } });
    const refused = await paper(parents[1]!);
    expect([refused.status, await refused.text()]).toEqual([409, 'paper-issued']);
    expect(await give(clerk.personId, clerk.personId)).toMatchObject({ givePrintedBallot: { reason: 'NOT_ON_ROLL' } });
    expect(await ask(parents[1]!, `query ($id: ID!) { ballot(id: $id) { participation { voted onPaper } viewerCan { cast } printed { awaited } } }`))
      .toEqual({ ballot: { participation: { voted: true, onPaper: true }, viewerCan: { cast: false }, printed: null } });
  });

  it('can be taken back unused while voting is open', async () => {
    expect(await takeBack(clerk.personId, parents[3]!)).toEqual({ takeBackPrintedBallot: { __typename: 'BallotChanged' } });
    await voteByPhone(parents[3]!, 1);
    expect(await printed(clerk.personId)).toMatchObject({ ballot: { printed: { people: [{}, {}], constituencies: [{ given: 2 }] } } });
  });

  it('make the count wait until two people have read the same off them, each reading kept', async () => {
    const { version } = await small.ballot(ballot.id);
    await closeBallot(served.house, coordinator, { id: ballot.id, version }, 'For the test.');
    await workThrough(served.house);
    expect(await small.ballot(ballot.id)).toMatchObject({ state: 'CLOSED', awaitsPaper: true });
    expect(await enter(clerk.personId, 3, 0)).toMatchObject({ enterPrintedBallots: { reason: 'TOO_MANY_PAPERS', about: ['2'] } });
    expect(await enter(clerk.personId, 2, 0)).toEqual({ enterPrintedBallots: { __typename: 'BallotChanged' } });
    // Whoever reads second reads for themselves.
    expect(await printed(coordinator.personId)).toMatchObject({ ballot: { printed: { awaited: true, constituencies: [{ viewerEntered: false, entries: [{ papers: 2, piles: null }] }] } } });
    expect(await enter(clerk.personId, 2, 0)).toEqual({ enterPrintedBallots: { __typename: 'BallotChanged' } });
    expect((await small.ballot(ballot.id)).state).toBe('CLOSED');
    expect(await enter(coordinator.personId, 1, 1)).toEqual({ enterPrintedBallots: { __typename: 'BallotChanged' } });
    expect((await small.ballot(ballot.id)).state).toBe('CLOSED');
    expect(await enter(coordinator.personId, 2, 0)).toEqual({ enterPrintedBallots: { __typename: 'BallotChanged' } });
    const counted = await small.ballot(ballot.id);
    expect(counted).toMatchObject({ state: 'TALLIED', awaitsPaper: false, result: { outcome: 'ADOPTED', pools: [{ papers: 4, votes: [3, 1, 0] }] } });
    const seen = await printed(clerk.personId) as { ballot: { printed: { constituencies: { entries: { papers: number }[] }[] } } };
    expect(seen.ballot.printed.constituencies[0]!.entries.map(({ papers }) => papers)).toEqual([2, 2, 2, 2]);
    expect(await enter(clerk.personId, 1, 0)).toMatchObject({ enterPrintedBallots: { reason: 'WRONG_STATE' } });
  });

  it('are told of in the result only where eleven or more voted by each way', async () => {
    const PRINTED = 'query ($id: ID!) { ballot(id: $id) { result { ballots printed withheld constituencies { ballots printed } } } }';
    expect(await ask(clerk.personId, PRINTED)).toEqual({ ballot: { result: { ballots: null, printed: null, withheld: true, constituencies: [{ ballots: null, printed: null }] } } });

    const others = await small.crowd('STUDENT', 23);
    ballot = await small.opened(coordinator, wording({ secrecy: 'SECRET', constituencies: [asked('STUDENT')] }));
    for (const voter of others.slice(0, 11)) await voteByPhone(voter, 0);
    for (const voter of others.slice(11)) await give(clerk.personId, voter);
    const { version } = await small.ballot(ballot.id);
    await closeBallot(served.house, coordinator, { id: ballot.id, version }, 'For the test.');
    for (const reader of [clerk, coordinator]) {
      await ask(reader.personId, 'mutation ($id: ID!, $piles: [PaperPileInput!]!) { enterPrintedBallots(id: $id, constituency: STUDENT, piles: $piles) { __typename } }', { piles: [{ optionIds: [ballot.options[1]!.id], papers: 12 }] });
    }
    expect(await ask(clerk.personId, PRINTED)).toEqual({ ballot: { result: { ballots: 23, printed: 12, withheld: false, constituencies: [{ ballots: 23, printed: 12 }] } } });
    expect(await ask(others[0]!, PRINTED)).toEqual({ ballot: { result: null } });
  });
});
