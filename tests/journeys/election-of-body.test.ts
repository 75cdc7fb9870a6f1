import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { BodyTargets } from './body-targets.ts';
import { CouncilRoom } from './council-room.ts';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const ELECTION = 'id version body { locale text } bodyKind studentSeats governingBody { id version }';
const SAVED = `{ __typename ... on ElectionSaved { election { ${ELECTION} } } ... on ElectionFaulty { faults { field code } } }`;
const BODY = '{ __typename ... on BodyChanged { body { id version } } ... on BodyStale { body { id version } } ... on BodyRefused { reason } ... on BodyFaulty { faults { field code } } }';

interface Election { readonly id: string; readonly version: number; readonly governingBody: { id: string } | null }
interface Saved { readonly __typename: string; readonly election?: Election; readonly faults?: object[] }

/** An election names the body whose seats it fills, and two who keep a body do not undo each other's work. */
describe('an election of a body that is on record', () => {
  let room: CouncilRoom;
  let bodies: BodyTargets;
  let [keeper, other] = [] as unknown as [Member, Member];

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(2).withTeachers(2).withStudents(1).withParents(1).open());
    [keeper, other] = [room.world.coordinators[0]!, room.world.coordinators[1]!];
    bodies = new BodyTargets((who, document, variables) => room.ask(who, document, variables), room.world.environmentId, keeper);
  });
  afterAll(async () => { await room?.close(); });

  const input = (rest: object) => ({
    environmentId: room.world.environmentId, title: both('Council election'), place: both('Library'),
    constituencies: [{ constituency: 'PARENT', seats: 1, method: 'CHOOSE_ONE', seatName: both('Parent') }],
    orientationAt: inDays(7), nominationsFrom: inDays(-1), nominationsUntil: inDays(11), opensAt: inDays(12), closesAt: inDays(19), termStarts: '2090-01-01', termEnds: '2091-06-30', ...rest,
  });
  async function acted<Done>(as: Member, document: string, variables: object): Promise<Done> {
    const { data, text } = await room.ask(as, document, variables);
    if (!data?.['acted']) throw new Error(text);
    return data['acted'] as Done;
  }
  const schedule = (rest: object) => acted<Saved>(keeper, `mutation ($input: ElectionInput!) { acted: scheduleElection(input: $input) ${SAVED} }`, { input: input(rest) });
  const revise = ({ id, version }: Election, rest: object) =>
    acted<Saved>(keeper, `mutation ($id: ID!, $version: Int!, $input: ElectionInput!) { acted: reviseElection(id: $id, version: $version, input: $input) ${SAVED} }`, { id, version, input: input(rest) });

  it('says its name, kind and student seats from its own page, whatever else is sent', async () => {
    const body = await bodies.made();
    const { election } = await schedule({ bodyId: body.id, body: both('Something else'), bodyKind: 'PTA' });
    expect(election).toMatchObject({ body: both('Council'), bodyKind: 'SSC', studentSeats: true, governingBody: { id: body.id } });
    // By its name alone again, it is no body yet.
    expect(await revise(election!, { body: both('A council to come') })).toMatchObject({ election: { body: both('A council to come'), bodyKind: 'OTHER', governingBody: null } });
    expect(await schedule({})).toMatchObject({ faults: [{ field: 'body', code: 'REQUIRED' }] });
  });

  it('refuses a body that has ended, or that the environment does not have', async () => {
    const ended = await bodies.made();
    await room.ask(keeper, 'mutation ($id: ID!, $version: Int!) { closeBody(id: $id, version: $version) { __typename } }', ended);
    for (const bodyId of [ended.id, room.world.environmentId, 'nobody']) {
      expect(await schedule({ bodyId })).toEqual({ __typename: 'ElectionFaulty', faults: [{ field: 'bodyId', code: 'NO_SUCH_BODY' }] });
    }
    const { election } = await schedule({ bodyId: (await bodies.made()).id });
    expect(await revise(election!, { bodyId: ended.id })).toMatchObject({ faults: [{ field: 'bodyId', code: 'NO_SUCH_BODY' }] });
  });

  it('declares no seat vacant on what somebody else has changed meanwhile', async () => {
    const body = await bodies.seated('TEACHER', room.world.teachers[0]!.id);
    const { id: holdingId } = body.seats.find(({ vacant }) => !vacant)!;
    const vacate = (as: Member, version: number, reason = 'Moved away.') => acted<{ __typename: string; body?: { version: number } }>(
      as, `mutation ($id: ID!, $version: Int!, $holdingId: ID!, $reason: String!) { acted: declareVacancy(id: $id, version: $version, holdingId: $holdingId, reason: $reason) ${BODY} }`,
      { id: body.id, version, holdingId, reason });
    await acted(other, `mutation ($id: ID!, $version: Int!, $input: AppointmentInput!) { acted: appointOfficer(id: $id, version: $version, input: $input) ${BODY} }`,
      { id: body.id, version: body.version, input: { office: 'CHAIR', personId: room.world.teachers[0]!.id, starts: '2026-09-01', ends: '2090-06-30' } });
    expect(await vacate(keeper, body.version)).toEqual({ __typename: 'BodyStale', body: { id: body.id, version: body.version + 1 } });
    const held = async () => ((await room.ask(keeper, 'query ($id: ID!) { body(id: $id) { seats { id vacant } } }', { id: body.id })).data!['body'] as { seats: { id: string; vacant: boolean }[] }).seats.some(({ id }) => id === holdingId);
    expect(await held()).toBe(true);
    expect(await vacate(keeper, body.version + 1, '  ')).toMatchObject({ faults: [{ field: 'reason', code: 'REQUIRED' }] });
    expect(await vacate(keeper, body.version + 1)).toMatchObject({ __typename: 'BodyChanged' });
    expect(await held()).toBe(false);
    expect(await vacate(keeper, body.version + 2)).toMatchObject({ __typename: 'BodyRefused', reason: 'SEAT_NOT_HELD' });
  });
});
