import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Answer, type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { MeetingTargets } from './meeting-targets.ts';
import { Talk } from './talk.ts';

let test: TestDatabase;
let served: ServedHouse;
let world: World;
let meetings: MeetingTargets;
let [coordinator, student] = [] as unknown as [Member, Member];

beforeAll(async () => {
  test = await cloneDatabase('pglite', entities);
  served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions: sessionSource(test.database) });
  world = await aSchool(test.database).withCoordinators(1).withFamily().open();
  [coordinator, student] = [world.coordinators[0]!, world.families[0]!.students[0]!];
  meetings = new MeetingTargets(test.database, ask, world, coordinator);
});
afterAll(async () => {
  await served?.close();
  await test?.database.close();
});

const ask = (as: Member | null, query: string, variables: object = {}): Promise<Answer> => served.ask(query, variables, { ...as?.headers });

it('a refusal over the API names every reason, with the rule it comes from', async () => {
  const room = await meetings.inSession(student);
  const document = `mutation ($key: ID!, $id: ID!, $itemId: ID!) { acted: closeItem(key: $key, id: $id, itemId: $itemId, outcome: ACTED) {
    ... on SittingRefused { refusals { reason source about } sitting { state } } } }`;
  const { items } = await meetings.act(room, 'addItem', ', input: { title: [{ locale: "en", text: "Roof" }], rationale: [{ locale: "en", text: "Dry classrooms." }], intent: ACTION }');
  const { data } = await ask(coordinator, document, { ...room, itemId: items.at(-1)!.id });
  expect(data!['acted']).toEqual({
    refusals: [
      { reason: 'NO_QUORUM', source: 'bylaws', about: ['0', '2'] }, { reason: 'NOT_ELIGIBLE', source: 'EC 35147', about: ['NOT_LISTED'] }, { reason: 'COMMENT_NOT_OFFERED', source: 'EC 35147', about: [] },
    ],
    sitting: { state: 'IN_SESSION' },
  });
});

it('everybody in the room is told of what happens, and outside nobody reads a student\'s name', async () => {
  const room = await meetings.inSession(student);
  const names = async (as: Member | null) => ((await ask(as, 'query ($id: ID!) { meeting(id: $id) { sitting { members { name } } } }', { id: room.id })).data!['meeting'] as { sitting: { members: { name: string | null }[] } })
    .sitting.members.map(({ name }) => name !== null);
  expect([await names(coordinator), await names(null)]).toEqual([[true, true], [false, true]]);
  const talks = [new Talk(served.address), new Talk(served.address)];
  for (const talk of talks) {
    await talk.opened;
    talk.say({ type: 'connection_init', payload: {} });
    await talk.next();
    talk.say({ id: '1', type: 'subscribe', payload: { query: 'subscription ($id: ID!) { sittingChanged(id: $id) { sitting { quorum { present } members { id name presence } door { code } me { id } viewerCan { run } } } }', variables: { id: room.id } } });
    await talk.next();
  }
  const done = await ask(coordinator, 'mutation ($key: ID!, $id: ID!, $memberId: ID!) { recordAttendance(key: $key, id: $id, memberId: $memberId, kind: ARRIVED) { __typename } }', { ...room, key: randomUUID() });
  expect(done.data).toEqual({ recordAttendance: { __typename: 'SittingDone' } });
  const told = await Promise.all(talks.map(async (talk) => (await talk.next()).payload));
  expect(told[0]).toMatchObject({ data: { sittingChanged: { sitting: { quorum: { present: 1 }, members: [{ id: room.memberId, name: null, presence: 'IN_ROOM' }, { presence: 'NOT_COME' }], door: null, me: null, viewerCan: { run: false } } } } });
  expect(told[1]).toEqual(told[0]);
  for (const talk of talks) talk.socket.terminate();
});
