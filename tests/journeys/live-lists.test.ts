import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type Member, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { BodyTargets } from './body-targets.ts';
import { CouncilRoom } from './council-room.ts';

const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text: `${text} (es)` }];
const ACTED = '{ __typename ... on MeetingChanged { meeting { id version state } } }';
const BODIES = 'subscription ($of: ID!) { heard: bodiesChanged(environmentId: $of) { resume bodyId body { id version closedAt name { text } seats { name } officers { name } } } }';
const UPCOMING = 'subscription ($of: ID!) { heard: meetingsChanged(environmentId: $of) { resume meetingId meeting { state title { text } } } }';
const MEETINGS = (drafts: boolean) => `subscription ($of: ID!) { heard: bodyMeetingsChanged(bodyId: $of, drafts: ${drafts}) { resume meetingId meeting { state title { text } viewerCan { edit } } } }`;
const ACTIONS = 'subscription ($of: ID!) { heard: actionsChanged(environmentId: $of) { __typename cursor resume } }';

/** Whoever has a list open hears over the socket that it moved, and never more than everybody may know. */
describe('lists of bodies, meetings and action items', () => {
  let room: CouncilRoom;
  let bodies: BodyTargets;
  let council: string;
  const sockets: Client[] = [];
  const keeper = (): Member => room.secretary;
  const [parent, student] = [() => room.world.parents[0]!, () => room.world.students[0]!];

  beforeAll(async () => {
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(2).withTeachers(3).withStudents(1).withParents(1).open());
    bodies = new BodyTargets((who, document, variables) => room.ask(who, document, variables), room.world.environmentId, keeper());
    council = await room.body([['TEACHER', room.world.teachers]]);
  });
  afterAll(async () => {
    for (const socket of sockets) await socket.dispose();
    await room?.close();
  });

  /** What one page hears; the first message says only that it is open. */
  async function watch<Heard>(as: Member | null, query: string, of: string): Promise<{ readonly heard: Heard[]; readonly failed: unknown[] }> {
    const [heard, failed]: [Heard[], unknown[]] = [[], []];
    const client = createClient({ url: `${room.served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { ...as?.headers } });
    sockets.push(client);
    let open = false;
    client.subscribe<{ heard: Heard }>({ query, variables: { of } }, {
      next: ({ data }) => { if (open) heard.push(data!.heard); open = true; }, error: (error) => failed.push(error), complete: () => {},
    });
    await expect.poll(() => open || failed.length > 0).toBe(true);
    return { heard, failed };
  }
  async function turn(call: string, parameters: string, variables: object): Promise<{ id: string; version: number; state: string }> {
    const { data, text } = await room.ask(keeper(), `mutation (${parameters}) { acted: ${call} ${ACTED} }`, variables);
    const acted = data?.['acted'] as { meeting?: { id: string; version: number; state: string } } | undefined;
    if (!acted?.meeting) throw new Error(text);
    return acted.meeting;
  }
  const draft = (title: string) => turn('draftMeeting(bodyId: $body, input: $input)', '$body: ID!, $input: MeetingInput!', {
    body: council, input: { kind: 'REGULAR', title: both(title), startsAt: new Date(Date.now() + 9 * 86_400_000).toISOString(), place: both('Library'), interpretation: ['es'] },
  });
  const withItem = ({ id, version }: { id: string; version: number }) => turn('addAgendaItem(id: $id, version: $version, input: $input)', '$id: ID!, $version: Int!, $input: AgendaItemInput!', {
    id, version, input: { title: both('Budget'), description: both('What it is.'), rationale: both('What for.'), intent: 'ACTION' },
  });
  const act = (name: string, { id, version }: { id: string; version: number }, extra = '') => turn(`${name}(id: $id, version: $version${extra})`, '$id: ID!, $version: Int!', { id, version });

  interface BodyHeard { readonly bodyId: string; readonly body: { id: string; version: number; closedAt: string | null; name: { text: string }[]; seats: { name: string | null }[]; officers: { name: string | null }[] } }
  interface MeetingHeard { readonly meetingId: string; readonly meeting: { state: string; title: { text: string }[] } | null }

  it('a body that is founded, filled and ended is heard of by everybody, without the name of a student', async () => {
    const [stranger, member] = [await watch<BodyHeard>(null, BODIES, room.world.environmentId), await watch<BodyHeard>(parent(), BODIES, room.world.environmentId)];
    const { id } = await bodies.made();
    // Within the second that a poll lasts.
    await expect.poll(() => [stranger, member].map(({ heard }) => heard.at(-1)?.body)).toMatchObject([{ id, name: [{ text: 'Council' }, {}] }, { id }]);
    const seated = await bodies.withStudent(student().id);
    await expect.poll(() => stranger.heard.at(-1)?.body).toMatchObject({ id: seated.id, version: seated.version, officers: [{ name: null }] });
    // One execution for all of them: nobody's own eyes are in it.
    await expect.poll(() => member.heard).toEqual(stranger.heard);
    expect(JSON.stringify(member.heard)).not.toContain(student().name);
    await room.ask(keeper(), 'mutation ($id: ID!, $version: Int!) { closeBody(id: $id, version: $version) { __typename } }', { id, version: 1 });
    await expect.poll(() => stranger.heard.at(-1)).toMatchObject({ bodyId: id, body: { closedAt: expect.any(String) } });
  });

  it('a draft is heard of by those who prepare it alone, and by nobody what is in it; its notice by everybody', async () => {
    const [stranger, member, preparer] = [await watch<MeetingHeard>(null, MEETINGS(false), council), await watch<MeetingHeard>(parent(), MEETINGS(false), council), await watch<MeetingHeard>(keeper(), MEETINGS(true), council)];
    const upcoming = await watch<MeetingHeard>(null, UPCOMING, room.world.environmentId);
    expect((await watch(parent(), MEETINGS(true), council)).failed).toMatchObject([[{ extensions: { code: 'NOT_FOUND' } }]]);
    const hidden = await withItem(await draft('Hidden plan'));
    const { id } = hidden;
    await expect.poll(() => preparer.heard.at(-1)).toMatchObject({ meetingId: id, meeting: null });
    const posted = await act('postNotice', hidden);
    await expect.poll(() => [stranger, member, preparer, upcoming].map(({ heard }) => heard.at(-1)?.meeting)).toMatchObject(Array.from({ length: 4 }, () => ({ state: 'NOTICED' })));
    for (const { heard } of [stranger, member, upcoming]) expect(heard.map(({ meetingId, meeting }) => [meetingId, meeting?.state])).toEqual([[id, 'NOTICED']]);

    // What is changed and not posted is theirs alone as well.
    const before = preparer.heard.length;
    const changed = await withItem(posted);
    await expect.poll(() => preparer.heard.length).toBeGreaterThan(before);
    await act('cancelMeeting', changed, ', reason: "The library is flooded."');
    for (const page of [stranger, member, upcoming]) {
      await expect.poll(() => page.heard.map(({ meeting }) => meeting?.state)).toEqual(['NOTICED', 'CANCELLED']);
    }
    const discarded = await draft('Never held');
    await act('discardMeeting', discarded);
    await expect.poll(() => preparer.heard.at(-1)).toMatchObject({ meetingId: discarded.id, meeting: null });
    expect(JSON.stringify([stranger, member, upcoming].map(({ heard }) => heard))).not.toContain(discarded.id);
  });

  it('a meeting that begins and ends moves on in the lists, and not with each act of the room', async () => {
    const upcoming = await watch<MeetingHeard>(null, UPCOMING, room.world.environmentId);
    const sitting = await room.sits(council, 3);
    await expect.poll(() => upcoming.heard.at(-1)).toMatchObject({ meetingId: sitting.id, meeting: { state: 'IN_SESSION' } });
    const before = upcoming.heard.length;
    await room.does('offerComment', { id: sitting.id });
    for (const item of sitting.items) await room.does('closeItem', { id: sitting.id, itemId: item.id, outcome: 'DISCUSSED' });
    await room.does('adjournMeeting', { id: sitting.id });
    await expect.poll(() => upcoming.heard.at(-1)).toMatchObject({ meeting: { state: 'ADJOURNED' } });
    expect(upcoming.heard.length).toBe(before + 1);
  });

  it('an action item that is assigned or done moves lists, and says neither whose it is nor what', async () => {
    const owner = room.world.teachers[1]!;
    const [own, others] = [await watch<object>(owner, ACTIONS, room.world.environmentId), await watch<object>(parent(), ACTIONS, room.world.environmentId)];
    expect((await watch(null, ACTIONS, room.world.environmentId)).failed).toMatchObject([[{ extensions: { code: 'UNAUTHENTICATED' } }]]);
    const sitting = await room.sits(council, 3);
    const { actionItems } = await room.does('assignAction', { id: sitting.id, input: { title: 'Hire tutors', ownerId: owner.id, due: null } });
    await expect.poll(() => [own.heard.length, others.heard.length]).toEqual([1, 1]);
    const { id, version } = actionItems[0]!;
    await room.ask(owner, 'mutation ($id: ID!, $version: Int!) { finishAction(actionId: $id, version: $version) { __typename } }', { id, version });
    await expect.poll(() => others.heard.length).toBe(2);
    for (const each of others.heard) expect(each).toEqual({ __typename: 'ActionChange', cursor: expect.any(String), resume: 'LIVE' });
  });

  it('a decision and what follows from it move the page of their body, for everybody, and say nothing of it', async () => {
    const BODY = 'subscription ($of: ID!) { heard: bodyChanged(id: $of) { resume bodyId } }';
    const [stranger, elsewhere] = [await watch<object>(null, BODY, council), await watch<object>(null, BODY, await room.body([['TEACHER', room.world.teachers]]))];
    const sitting = await room.sits(council, 3);
    await room.does('offerComment', { id: sitting.id, itemId: sitting.items[0]!.id });
    const motion = await room.stated(sitting);
    const question = await room.called(sitting, motion, 'AAA');
    const before = stranger.heard.length;
    await room.announced(motion, question);
    await expect.poll(() => stranger.heard.length).toBe(before + 1);
    const { actionItems } = await room.does('assignAction', { id: sitting.id, input: { title: 'Hire tutors', ownerId: room.world.teachers[1]!.id, due: null } });
    await expect.poll(() => stranger.heard.length).toBe(before + 2);
    await room.ask(room.world.teachers[1]!, 'mutation ($id: ID!, $version: Int!) { finishAction(actionId: $id, version: $version) { __typename } }', actionItems.at(-1)!);
    await expect.poll(() => stranger.heard.length).toBe(before + 3);
    for (const each of stranger.heard) expect(each).toEqual({ resume: 'LIVE', bodyId: council });
    expect(elsewhere.heard).toEqual([]);
  });

  it('whoever types notes hears at once that the minutes were sent, and that they were taken back', async () => {
    const sitting = await room.sits(council, 3);
    for (const item of sitting.items) await room.does('closeItem', { id: sitting.id, itemId: item.id, outcome: 'DISCUSSED' });
    await room.does('adjournMeeting', { id: sitting.id });
    const typist = await watch<{ writable: boolean; seq: number }>(keeper(), 'subscription ($of: ID!) { heard: notesChanged(meetingId: $of) { writable seq } }', sitting.id);
    const minutes = async (call: string) => {
      const { data } = await room.ask(keeper(), 'query ($id: ID!) { minutes(id: $id) { version } }', { id: sitting.id });
      expect((await room.ask(keeper(), `mutation ($id: ID!, $version: Int!) { acted: ${call} { __typename } }`, { id: sitting.id, ...data!['minutes'] as object })).data!['acted']).toEqual({ __typename: 'MinutesChanged' });
    };
    await minutes('circulateMinutes(id: $id, version: $version)');
    await expect.poll(() => typist.heard.at(-1)).toEqual({ writable: false, seq: 0 });
    await minutes('returnMinutes(id: $id, version: $version)');
    await expect.poll(() => typist.heard.at(-1)).toEqual({ writable: true, seq: 0 });
  });
});
