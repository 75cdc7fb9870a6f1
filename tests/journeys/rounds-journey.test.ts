import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Answer, type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';

const VOICE = 'name constituency seat you';
const RECORD = `{
  id state version round kind publicRecord ballotId inside participation { answered } facilitator { ${VOICE} } participants { ${VOICE} }
  viewerCan { edit open respond comment hear closeRound makeBallot }
  rounds { number body { locale text } outcome note closedBy { name }
    rules { rule needed reached met }
    responses { id by { ${VOICE} } answer { fist consent reason } earlier { fist consent reason } mustBeHeard heard { note by { name } } }
    comments { kind body by { name } } }
}`;
const ACTED = `{ __typename ... on ProposalChanged { proposal ${RECORD} } ... on ProposalRefused { reason about } ... on ProposalFaulty { faults { field code } } }`;

interface Voice { readonly name: string | null; readonly constituency: string | null; readonly seat: number | null; readonly you: boolean }
interface Said { readonly fist: number | null; readonly consent: string | null; readonly reason: string | null }
interface Proposal {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly round: number;
  readonly ballotId: string | null;
  readonly participants: readonly Voice[];
  readonly rounds: readonly {
    readonly outcome: string | null;
    readonly rules: readonly { readonly rule: string; readonly needed: number; readonly reached: number; readonly met: boolean }[];
    readonly responses: readonly { readonly id: string; readonly by: Voice; readonly answer: Said; readonly earlier: readonly Said[]; readonly mustBeHeard: boolean; readonly heard: object | null }[];
    readonly comments: readonly object[];
  }[];
}
interface Acted { readonly __typename: string; readonly proposal?: Proposal; readonly reason?: string }

/** A working team agrees, in the open among itself, over the API. */
describe('a team agrees in rounds over the API', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let world: World;
  let [coordinator, ana, ben, student, guardian] = [] as unknown as [Member, Member, Member, Member, Member];
  const sockets: Client[] = [];

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions: sessionSource(test.database) });
    world = await aSchool(test.database).withCoordinators(1).withTeachers(2).withFamily().open();
    [coordinator, ana, ben, student, guardian] = [world.coordinators[0]!, world.teachers[0]!, world.teachers[1]!, world.students[0]!, world.parents[0]!];
  });
  afterAll(async () => {
    for (const socket of sockets) await socket.dispose();
    await served?.close();
    await test?.database.close();
  });

  const ask = (as: Member | null, query: string, variables: object = {}): Promise<Answer> => served.ask(query, variables, { ...as?.headers });
  async function act(as: Member, parameters: string, call: string, variables: object): Promise<Acted> {
    const answer = await ask(as, `mutation (${parameters}) { acted: ${call} ${ACTED} }`, variables);
    expect(answer.errors).toBeUndefined();
    return answer.data!['acted'] as Acted;
  }
  const draft = async (input: object): Promise<Proposal> => (await act(coordinator, '$input: ProposalInput!', 'draftProposal(input: $input)', { input: {
    environmentId: world.environmentId, title: both('Open the doors at seven', 'Abrir a las siete'), body: both('From Monday on.', 'Desde el lunes.'),
    constituencies: ['TEACHER'], named: [], facilitatorId: ana.id, ...input,
  } })).proposal!;
  const turn = (as: Member, name: string, { id, version }: Proposal, extra = '') => act(as, '$id: ID!, $version: Int!', `${name}(id: $id, version: $version${extra})`, { id, version });
  const opened = async (input: object): Promise<Proposal> => (await turn(ana, 'openProposal', await draft(input))).proposal!;
  const respond = (as: Member, { id, round }: Proposal, said: object) => act(as, '$input: RespondInput!', 'respondToProposal(input: $input)', { input: { proposalId: id, round, ...said } });
  const read = async (as: Member | null, { id }: { id: string }) => (await ask(as, `query ($id: ID!) { proposal(id: $id) ${RECORD} }`, { id })).data!['proposal'] as Proposal | null;
  const needs = async (as: Member) => ((await ask(as, '{ viewer { needs { kind targetId } } }')).data!['viewer'] as { needs: { kind: string; targetId: string }[] }).needs;
  const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

  /** What one person's page hears of a proposal. */
  function watch(as: Member, id: string): { readonly heard: unknown[]; readonly failed: unknown[] } {
    const [heard, failed]: [unknown[], unknown[]] = [[], []];
    const client = createClient({ url: `${served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { authorization: as.headers.authorization } });
    sockets.push(client);
    client.subscribe({ query: 'subscription ($id: ID!) { proposalChanged(id: $id) { cursor resume } }', variables: { id } },
      { next: ({ data }) => heard.push(data), error: (error) => failed.push(error), complete: () => {} });
    return { heard, failed };
  }

  it('by fist to five: below 3 is heard, then another round, then adopted, live for the team and nobody else', async () => {
    const proposal = await opened({ kind: 'FIST_TO_FIVE' });
    expect(await needs(ben)).toContainEqual({ kind: 'RESPOND_TO_PROPOSAL', targetId: proposal.id });
    const [team, stranger] = [watch(ben, proposal.id), watch(guardian, proposal.id)];
    await expect.poll(() => team.heard.length).toBe(1);
    await expect.poll(() => stranger.failed.length).toBe(1);

    expect(await respond(ben, proposal, { fist: 2 })).toMatchObject({ __typename: 'ProposalRefused', reason: 'REASON_NEEDED' });
    const low = await respond(ben, proposal, { fist: 1, reason: 'Who has the keys?' });
    await expect.poll(() => team.heard.length).toBe(2);
    await respond(ana, proposal, { fist: 5 });
    expect(await needs(ben)).not.toContainEqual(expect.objectContaining({ targetId: proposal.id }));
    expect(await needs(ana)).toContainEqual({ kind: 'FACILITATE_ROUND', targetId: proposal.id });
    expect(await turn(ana, 'adoptProposal', proposal)).toMatchObject({ reason: 'NOT_HEARD', about: ['1'] });

    const { id } = low.proposal!.rounds[0]!.responses[0]!;
    await act(ana, '$id: ID!, $note: String!', 'hearResponse(id: $id, note: $note)', { id, note: 'The custodian opens.' });
    expect(await turn(ana, 'adoptProposal', proposal)).toMatchObject({ reason: 'STANDING_CONCERN' });
    const second = (await act(ana, '$id: ID!, $version: Int!, $input: NextRoundInput!', 'openNextRound(id: $id, version: $version, input: $input)', {
      id: proposal.id, version: proposal.version, input: { title: both('Open the doors at seven', 'Abrir a las siete'), body: both('From Monday on. The custodian opens.', 'Desde el lunes. Abre el conserje.'), note: 'The keys' },
    })).proposal!;
    await expect.poll(() => team.heard.length).toBeGreaterThan(2);
    expect(await respond(ben, proposal, { fist: 5 })).toMatchObject({ __typename: 'ProposalStale' });
    for (const [who, fist] of [[ana, 4], [ben, 3]] as const) await respond(who, second, { fist });

    // What follows fast on each other is told once.
    const before = team.heard.length;
    const adopted = (await turn(ana, 'adoptProposal', second)).proposal!;
    expect(adopted).toMatchObject({ state: 'ADOPTED', rounds: [
      { number: 1, outcome: 'NEXT_ROUND', note: 'The keys', closedBy: { name: ana.name }, responses: [
        { by: { name: ben.name }, answer: { fist: 1, reason: 'Who has the keys?' }, mustBeHeard: true, heard: { note: 'The custodian opens.', by: { name: ana.name } } },
        { by: { name: ana.name }, answer: { fist: 5 }, heard: null },
      ] },
      { number: 2, outcome: 'ADOPTED', rules: [{ rule: 'QUORUM', needed: 2, reached: 2, met: true }, { rule: 'ALL_HEARD', met: true }, { rule: 'ALL_THREE_OR_MORE', needed: 2, reached: 2, met: true }] },
    ] });
    await expect.poll(() => team.heard.length).toBeGreaterThan(before);
    expect(JSON.stringify(team.heard)).not.toMatch(/keys|custodian|Number/);
    expect(stranger.heard).toEqual([]);
    expect(await read(guardian, proposal)).toBeNull();
    expect(await read(null, proposal)).toBeNull();
  });

  it('by consent: an objection is heard, and amended away or withdrawn by its author', async () => {
    const proposal = await opened({ kind: 'CONSENT' });
    await respond(ana, proposal, { consent: 'CONSENT' });
    const objected = await respond(ben, proposal, { consent: 'OBJECT', reason: 'Nobody watches the gate' });
    const id = objected.proposal!.rounds[0]!.responses.find(({ mustBeHeard }) => mustBeHeard)!.id;
    await act(ana, '$id: ID!', 'hearResponse(id: $id, note: "A guard is needed.")', { id });
    const same = { title: both('Open the doors at seven', 'Abrir a las siete'), body: both('From Monday on.', 'Desde el lunes.') };
    expect(await act(ana, '$id: ID!, $version: Int!, $input: NextRoundInput!', 'openNextRound(id: $id, version: $version, input: $input)', { id: proposal.id, version: proposal.version, input: same }))
      .toMatchObject({ reason: 'NOT_AMENDED' });
    await act(ben, '$input: RoundCommentInput!', 'commentOnProposal(input: $input)', { input: { proposalId: proposal.id, round: 1, kind: 'REACTION', body: 'Let us try it with a guard.' } });
    await respond(ben, proposal, { consent: 'STAND_ASIDE' });
    const adopted = (await turn(ana, 'adoptProposal', proposal, ', note: "We look at it again in May."')).proposal!;
    expect(adopted.rounds).toMatchObject([{ outcome: 'ADOPTED', note: 'We look at it again in May.', comments: [{ kind: 'REACTION', body: 'Let us try it with a guard.', by: { name: ben.name } }] }]);
    const mine = adopted.rounds[0]!.responses.find(({ by }) => by.name === ben.name)!;
    expect(mine).toMatchObject({ answer: { consent: 'STAND_ASIDE' }, earlier: [{ consent: 'OBJECT', reason: 'Nobody watches the gate' }], mustBeHeard: false });
  });

  it('in public, where everybody reads the names of adults and the seats of students', async () => {
    const proposal = await opened({ kind: 'CONSENT', constituencies: [], named: [ana.id, student.id], publicRecord: true });
    await respond(student, proposal, { consent: 'CONSENT' });
    const inside = await read(student, proposal);
    expect(inside!.participants).toEqual([
      { name: student.name, constituency: 'STUDENT', seat: 1, you: true }, { name: ana.name, constituency: 'TEACHER', seat: 1, you: false },
    ]);
    for (const outside of [null, guardian, ben]) {
      const seen = await read(outside, proposal);
      expect(seen).toMatchObject({ inside: false, participation: null, rounds: [{ responses: [{ by: { name: null, constituency: 'STUDENT', seat: 1, you: false } }] }] });
      expect(JSON.stringify(seen)).not.toContain(student.name);
    }
  });

  it('lists to each what they may see, the same as one by one', async () => {
    const list = 'query ($id: ID!) { environment(id: $id) { proposals(first: 50) { edges { node { id } } } } }';
    const all = await draft({ kind: 'CONSENT' });
    const everything = (await ask(coordinator, list, { id: world.environmentId })).data!['environment'] as { proposals: { edges: { node: { id: string } }[] } };
    const ids = everything.proposals.edges.map(({ node }) => node.id);
    expect(ids).toContain(all.id);
    for (const who of [null, guardian, student, ben, ana, coordinator]) {
      const listed = (await ask(who, list, { id: world.environmentId })).data!['environment'] as typeof everything;
      const one = await Promise.all(ids.map(async (id) => await read(who, { id }) !== null));
      expect(listed.proposals.edges.map(({ node }) => node.id)).toEqual(ids.filter((_, at) => one[at]));
    }
  });

  it('or turns to a majority ballot, which stands as a draft', async () => {
    const proposal = await opened({ kind: 'CONSENT' });
    const { ballotId } = (await turn(coordinator, 'ballotInsteadOfProposal', proposal, ', note: "We need a decision by May."')).proposal!;
    expect((await ask(coordinator, 'query ($id: ID!) { ballot(id: $id) { state method question { text } } }', { id: ballotId })).data!['ballot'])
      .toEqual({ state: 'DRAFT', method: 'YES_NO', question: [{ text: 'Open the doors at seven' }, { text: 'Abrir a las siete' }] });
  });
});
