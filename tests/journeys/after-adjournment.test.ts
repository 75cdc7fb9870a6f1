import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { CouncilRoom, type Sitting } from './council-room.ts';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const OPEN = { revise: true, finish: true, drop: true, reopen: false };
const NOTHING = { revise: false, finish: false, drop: false, reopen: false };

/** What follows from a meeting once it is over: who gives somebody something to do, and who says what became of it. */
describe('after the meeting is adjourned', () => {
  let room: CouncilRoom;
  let [presider, recorder, member, other] = [] as unknown as Member[];
  let body: string;
  let sitting: Sitting;

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(1).withTeachers(4).open());
    [presider, recorder, member, other] = room.world.teachers as [Member, Member, Member, Member];
    // The chair is `member`, who stays away from the chair for a day.
    body = await room.body([['TEACHER', [member!, presider!, recorder!, other!]]]);
    sitting = await room.sits(body, 4, { items: ['Tutors'] });
    await room.does('offerComment', { id: sitting.id, itemId: sitting.items[0]!.id });
    await runBy('preside', sitting, 1);
    await runBy('takeRecord', sitting, 2);
    const motion = await room.stated(sitting);
    await room.announced(motion, await room.called(sitting, motion, 'AAAA'));
    await room.does('adjournMeeting', { id: sitting.id });
  });
  afterAll(() => room?.close());

  async function runBy(name: 'preside' | 'takeRecord', { id, members }: Sitting, nth: number): Promise<void> {
    const { text } = await room.ask(room.secretary, `mutation ($key: ID!, $id: ID!, $memberId: ID!) { ${name}(key: $key, id: $id, memberId: $memberId) { __typename } }`, { key: randomUUID(), id, memberId: members[nth]!.id });
    expect(text).toContain('SittingDone');
  }
  const mayAssign = async (as: Member | null) =>
    ((await room.ask(as, 'query ($id: ID!) { meeting(id: $id) { sitting { viewerCanAssign } } }', { id: sitting.id })).data!['meeting'] as { sitting: { viewerCanAssign: boolean } }).sitting.viewerCanAssign;
  const seen = async (as: Member | null, title: string) =>
    ((await room.ask(as, 'query ($id: ID!) { meeting(id: $id) { sitting { actionItems { id title version state ownerId viewerCan { revise finish drop reopen } } } } }', { id: sitting.id }))
      .data!['meeting'] as { sitting: { actionItems: { id: string; title: string; version: number; state: string; ownerId: string | null; viewerCan: object }[] } }).sitting.actionItems.find((each) => each.title === title)!;
  const assign = (as: Member, title: string, rest: object = {}) => room.act(as, 'assignAction', { id: sitting.id, input: { title, ownerId: other!.id, ...rest } });
  const turn = async (as: Member, name: string, title: string, extra = '') => {
    const { id, version } = await seen(room.secretary, title);
    const { data, errors } = await room.ask(as, `mutation ($id: ID!, $version: Int!) { acted: ${name}(actionId: $id, version: $version${extra}) { __typename ... on ActionRefused { reason } ... on ActionChanged { action { state } } } }`, { id, version });
    return errors?.[0]?.extensions['code'] ?? data!['acted'];
  };
  const listed = async (as: Member) => ((await room.ask(as, '{ viewer { preparedActionItems { edges { node { title } } } } }')).data!['viewer'] as { preparedActionItems: { edges: { node: { title: string } }[] } }).preparedActionItems.edges.map(({ node }) => node.title);

  it('who ran it remembers what somebody said they would do, and so does who prepares the meetings', async () => {
    const decisionId = (await room.read(sitting.id)).decisions[0]!.id;
    for (const as of [room.secretary, member!, presider!, recorder!]) expect(await mayAssign(as)).toBe(true);
    for (const as of [other!, null]) expect(await mayAssign(as)).toBe(false);
    expect((await assign(recorder!, 'Print the list', { decisionId })).__typename).toBe('SittingDone');
    expect((await assign(presider!, 'Call the library')).__typename).toBe('SittingDone');
    expect((await assign(room.secretary, 'Book the room')).__typename).toBe('SittingDone');
    await expect(assign(other!, 'Nothing')).rejects.toThrow('NOT_FOUND');
    expect((await room.read(sitting.id)).decisions).toMatchObject([{ actions: [{}] }]);
    expect(await listed(recorder!)).toEqual(expect.arrayContaining(['Print the list', 'Call the library', 'Book the room']));
    expect(await listed(other!)).toEqual([]);
  });

  it('and says of others\' items what became of them, until the minutes are approved', async () => {
    expect(await seen(presider!, 'Print the list')).toMatchObject({ ownerId: other!.id, viewerCan: OPEN });
    expect(await seen(other!, 'Print the list')).toMatchObject({ ownerId: null, viewerCan: { ...NOTHING, finish: true } });
    expect(await turn(recorder!, 'reviseAction', 'Call the library', `, input: { title: "Call both libraries", ownerId: "${other!.id}" }`)).toMatchObject({ __typename: 'ActionChanged' });
    expect(await turn(presider!, 'finishAction', 'Call both libraries')).toMatchObject({ action: { state: 'DONE' } });
    expect(await turn(recorder!, 'reopenAction', 'Call both libraries')).toMatchObject({ action: { state: 'OPEN' } });
    expect(await turn(recorder!, 'dropAction', 'Call both libraries', ', note: "They called us."')).toMatchObject({ action: { state: 'DROPPED' } });
    expect(await turn(other!, 'dropAction', 'Print the list', ', note: "No."')).toBe('NOT_FOUND');
  });

  it('but no longer who has left the body or the environment meanwhile; whoever prepares its meetings finishes it', async () => {
    interface Seen { minutes: { version: number; viewerCan: Record<'read' | 'write' | 'circulate', boolean> }; viewer: { needs: { kind: string; targetId: string }[] } }
    const may = async (as: Member) => {
      const { data } = await room.ask(as, 'query ($id: ID!) { minutes(id: $id) { version viewerCan { read write circulate } } viewer { needs { kind targetId } } }', { id: sitting.id });
      const { minutes, viewer } = data as unknown as Seen;
      return { ...minutes.viewerCan, assign: await mayAssign(as), lists: (await listed(as)).length > 0, waits: viewer.needs.some(({ kind, targetId }) => kind === 'CIRCULATE_MINUTES' && targetId === sitting.id) };
    };
    const all = { read: true, write: true, circulate: true, assign: true, lists: true, waits: true };
    for (const as of [presider!, recorder!, room.secretary]) expect(await may(as)).toEqual(all);
    await room.owner(`update seat_holding set ended_at = now(), end_reason = 'Moved on' where person_id = '${presider!.id}'`);
    await room.owner(`delete from membership where person_id = '${recorder!.id}'`);
    // Who sat in the body that day may read what is written of it; who is of the environment no more may not.
    const nothing = { write: false, circulate: false, assign: false, lists: false, waits: false };
    expect([await may(presider!), await may(recorder!)]).toEqual([{ ...nothing, read: true }, { ...nothing, read: false }]);
    for (const as of [presider!, recorder!]) {
      expect(await turn(as, 'finishAction', 'Print the list')).toBe('NOT_FOUND');
      await expect(assign(as, 'Nothing')).rejects.toThrow('NOT_FOUND');
      const { errors } = await room.ask(as, 'mutation ($id: ID!) { circulateMinutes(id: $id, version: 1) { __typename } }', { id: sitting.id });
      expect(errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
    }
    expect(await may(room.secretary)).toEqual(all);
    expect(await may(room.world.coordinators[0]!)).toEqual(all);
    await room.owner(`update seat_holding set ended_at = null, end_reason = null where person_id = '${presider!.id}'`);
    await room.owner(`insert into membership (school_id, environment_id, person_id, constituency) values ('${room.world.schoolId}', '${room.world.environmentId}', '${recorder!.id}', 'TEACHER')`);
    for (const as of [presider!, recorder!]) expect(await may(as)).toEqual(all);
  });

  it('then only who prepares the meetings, and the owner of what they do; everybody else is told what to do next', async () => {
    const { data } = await room.ask(recorder!, 'query ($id: ID!) { minutes(id: $id) { version } }', { id: sitting.id });
    const { text } = await room.ask(recorder!, 'mutation ($id: ID!, $version: Int!) { circulateMinutes(id: $id, version: $version) { __typename ... on MinutesRefused { refusals { reason about } } } }',
      { id: sitting.id, version: (data!['minutes'] as { version: number }).version });
    expect(text).toContain('MinutesChanged');
    expect(await mayAssign(recorder!)).toBe(true);
    const next = await room.sits(body, 4, { items: ['Minutes'] });
    await room.does('offerComment', { id: next.id, itemId: next.items[0]!.id });
    const motion = await room.stated(next, { kind: 'APPROVE_MINUTES', aboutId: sitting.id, text: both('Approve the minutes.') });
    const question = await room.called(next, motion, 'AAAA');
    expect((await assign(presider!, 'In the meantime')).__typename).toBe('SittingDone');
    expect((await room.announced(motion, question)).state).toBe('ADOPTED');

    expect([await mayAssign(recorder!), await mayAssign(presider!), await mayAssign(room.secretary)]).toEqual([false, false, true]);
    for (const as of [presider!, recorder!]) {
      expect((await assign(as, 'Too late')).refusals).toMatchObject([{ reason: 'MINUTES_APPROVED' }]);
      expect(await turn(as, 'finishAction', 'Print the list')).toEqual({ __typename: 'ActionRefused', reason: 'MINUTES_APPROVED' });
      expect(await seen(as, 'Print the list')).toMatchObject({ ownerId: null, viewerCan: NOTHING });
      expect(await listed(as)).toEqual([]);
    }
    expect((await assign(room.secretary, 'Thank the tutors')).__typename).toBe('SittingDone');
    expect(await turn(room.secretary, 'dropAction', 'Thank the tutors', ', note: "Done already."')).toMatchObject({ action: { state: 'DROPPED' } });
    expect(await turn(other!, 'finishAction', 'Print the list')).toMatchObject({ action: { state: 'DONE' } });
  });
});
