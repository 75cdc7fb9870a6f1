import { type Client, createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Answer, type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { bodyWith } from './meeting-targets.ts';

const ITEM = 'id label depth state changed intent presenter title { locale text } description { locale text } rationale { locale text } standing { may reason neededBy }';
const MEETING = `{
  id state version kind startsAt endsAt latestPosting noticeHours interpretation childcare onlineUrl seriesId cancelReason changed needsProof
  title { locale text } place { locale text } body { id } environment { id } agenda { ${ITEM} }
  notices { number postedAt postedBy meetingLaw noticeHours digest title { text } place { text } items { id label digest title { text } } }
  proofs { noticeNumber where place attestedBy } viewerCan { edit postNotice provePosting cancel discard }
}`;
const ACTED = `{ __typename ... on MeetingChanged { meeting ${MEETING} } ... on MeetingStale { meeting { version } } ... on MeetingRefused { reason about }
  ... on MeetingFaulty { faults { field itemId code about } } }`;

interface Item { readonly id: string; readonly label: string; readonly changed: boolean; readonly title: readonly { text: string }[]; readonly standing: { may: string; reason: string | null; neededBy: string | null } | null }
interface Meeting {
  readonly id: string;
  readonly version: number;
  readonly startsAt: string;
  readonly agenda: readonly Item[];
  readonly notices: readonly { readonly number: number; readonly postedAt: string; readonly postedBy: string | null; readonly digest: string }[];
}
interface Acted { readonly __typename: string; readonly meeting?: Meeting; readonly reason?: string; readonly faults?: readonly { field: string; itemId: string | null; code: string; about: string[] }[] }

const DAY = 86_400_000;
const HOUR = DAY / 24;
const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

/** A secretary posts a lawful agenda, over the API. */
describe('a meeting is noticed over the API', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let world: World;
  let [coordinator, chair, secretary, guardian] = [] as unknown as [Member, Member, Member, Member];
  let body: string;
  const sockets: Client[] = [];

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions: sessionSource(test.database) });
    world = await aSchool(test.database).withCoordinators(1).withTeachers(1).withStaff(1).withFamily().open();
    [coordinator, chair, secretary, guardian] = [world.coordinators[0]!, world.teachers[0]!, world.staff[0]!, world.parents[0]!];
    body = await bodyWith(test.database, world, { CHAIR: chair, SECRETARY: secretary });
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
  const input = (rest: object = {}) => ({
    kind: 'REGULAR', title: both('Meeting', 'Reunión'), startsAt: new Date(Date.now() + 9 * DAY).toISOString(), place: both('Library', 'Biblioteca'), interpretation: ['es'], ...rest,
  });
  const item = (en: string, rest: object = {}) => ({
    title: both(en, `${en} (es)`), description: both('What it is.', 'Qué es.'), rationale: both('What for.', 'Para qué.'), intent: 'ACTION', minutesPlanned: 10, ...rest,
  });
  const draft = async (rest: object = {}) => (await act(secretary, '$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)', { bodyId: body, input: input(rest) })).meeting!;
  const add = async ({ id, version }: Meeting, given: object) =>
    (await act(secretary, '$id: ID!, $version: Int!, $input: AgendaItemInput!', 'addAgendaItem(id: $id, version: $version, input: $input)', { id, version, input: given })).meeting!;
  const turn = (as: Member, name: string, { id, version }: Meeting, extra = '') => act(as, '$id: ID!, $version: Int!', `${name}(id: $id, version: $version${extra})`, { id, version });
  const revise = async ({ id, version }: Meeting, itemId: string, given: object) =>
    (await act(secretary, '$id: ID!, $version: Int!, $itemId: ID!, $input: AgendaItemInput!', 'reviseAgendaItem(id: $id, version: $version, itemId: $itemId, input: $input)', { id, version, itemId, input: given })).meeting!;
  const prove = ({ id, version, notices }: Meeting) => act(secretary, '$id: ID!, $version: Int!, $input: PostingProofInput!', 'provePosting(id: $id, version: $version, input: $input)',
    { id, version, input: { noticeNumber: notices.length, where: 'SITE', place: 'Board at the gate', postedAt: notices.at(-1)!.postedAt } });
  const noticed = async (rest: object = {}) => (await turn(secretary, 'postNotice', await add(await draft(rest), item('Budget')))).meeting!;
  const read = async (as: Member | null, { id }: { id: string }) => (await ask(as, `query ($id: ID!) { meeting(id: $id) ${MEETING} }`, { id })).data!['meeting'] as Meeting | null;

  /** All of a meeting comes nearer, as by waiting: the database's clock is nobody's to turn. */
  async function passes({ id }: Meeting, hours: number): Promise<void> {
    const by = `interval '${hours} hours'`;
    await test.database.executeAsOwner(`update meeting set starts_at = starts_at - ${by} where id = '${id}'`);
    await test.database.executeAsOwner(`update notice set starts_at = starts_at - ${by}, posted_at = posted_at - ${by} where meeting_id = '${id}'`);
  }

  /** What one page hears of a meeting. */
  function watch(as: Member | null, id: string): { readonly heard: { meetingChanged: { meeting: Meeting | null } }[]; readonly failed: unknown[] } {
    const [heard, failed]: [{ meetingChanged: { meeting: Meeting | null } }[], unknown[]] = [[], []];
    const client = createClient({ url: `${served.address.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: { ...as?.headers } });
    sockets.push(client);
    client.subscribe({ query: `subscription ($id: ID!) { meetingChanged(id: $id) { cursor resume meetingId meeting ${MEETING} } }`, variables: { id } },
      { next: ({ data }) => heard.push(data as never), error: (error) => failed.push(error), complete: () => {} });
    return { heard, failed };
  }

  it('from a draft only those who prepare it see, to a notice everybody reads, live', async () => {
    let meeting = await draft({ place: both('Library', 'Biblioteca').slice(0, 1) });
    const outside = watch(null, meeting.id);
    await expect.poll(() => outside.failed.length).toBe(1);
    const inside = watch(chair, meeting.id);
    await expect.poll(() => inside.heard.length).toBe(1);
    // One execution serves every socket, so nobody's own eyes are in it.
    expect(inside.heard[0]!.meetingChanged).toMatchObject({ resume: 'LIVE', meetingId: meeting.id, meeting: null });
    for (const who of [null, guardian]) expect(await read(who, meeting)).toBeNull();
    expect(await read(chair, meeting)).toMatchObject({ state: 'DRAFT', noticeHours: 72, latestPosting: new Date(Date.parse(meeting.startsAt) - 3 * DAY).toISOString(), viewerCan: { edit: true, postNotice: true, discard: true, cancel: false } });

    meeting = await add(meeting, item('Budget', { rationale: [], presenter: 'The principal' }));
    const faulty = await turn(secretary, 'postNotice', meeting);
    expect(faulty.faults).toEqual([
      { field: 'place', itemId: null, code: 'MISSING_LOCALES', about: ['es'] }, { field: 'rationale', itemId: meeting.agenda[0]!.id, code: 'REQUIRED', about: [] },
    ]);
    meeting = await revise(meeting, meeting.agenda[0]!.id, item('Budget', { presenter: 'The principal' }));
    meeting = (await act(secretary, '$id: ID!, $version: Int!, $input: MeetingInput!', 'reviseMeeting(id: $id, version: $version, input: $input)', { id: meeting.id, version: meeting.version, input: input({ childcare: true }) })).meeting!;
    meeting = (await turn(secretary, 'postNotice', meeting)).meeting!;
    await expect.poll(() => inside.heard.at(-1)!.meetingChanged.meeting).toMatchObject({ state: 'NOTICED', needsProof: true, viewerCan: { edit: false } });

    meeting = (await prove(meeting)).meeting!;
    const seen = await read(null, meeting);
    expect(seen).toMatchObject({
      state: 'NOTICED', childcare: true, needsProof: false, title: [{ text: 'Meeting' }, { text: 'Reunión' }], body: { id: body }, environment: { id: world.environmentId },
      agenda: [{ label: '1', depth: 0, presenter: 'The principal', title: [{ text: 'Budget' }, { text: 'Budget (es)' }], standing: { may: 'ACTION', reason: null, neededBy: null } }],
      notices: [{ number: 1, postedBy: secretary.name, meetingLaw: 'GREENE', noticeHours: 72, items: [{ label: '1' }] }],
      proofs: [{ noticeNumber: 1, where: 'SITE', place: 'Board at the gate', attestedBy: secretary.name }],
      viewerCan: { edit: false, postNotice: false, provePosting: false, cancel: false, discard: false },
    });
    expect(seen!.notices[0]!.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('and edited, while the public goes on reading what was posted', async () => {
    const first = await noticed();
    const stranger = watch(null, first.id);
    await expect.poll(() => stranger.heard.length).toBe(1);
    const edited = await revise(first, first.agenda[0]!.id, item('Another budget'));
    expect(edited).toMatchObject({ changed: true, agenda: [{ changed: true, title: [{ text: 'Another budget' }, {}] }] });
    await expect.poll(() => stranger.heard.length).toBeGreaterThan(1);
    expect(JSON.stringify([stranger.heard, await read(guardian, first), await read(null, first)])).not.toContain('Another budget');
    expect(await turn(chair, 'postNotice', first)).toMatchObject({ __typename: 'MeetingStale', meeting: { version: edited.version } });
    const second = (await turn(chair, 'postNotice', edited)).meeting!;
    await expect.poll(() => stranger.heard.at(-1)!.meetingChanged.meeting!.agenda[0]!.title[0]!.text).toBe('Another budget');
    expect(second).toMatchObject({ changed: false, notices: [{ number: 1, items: [{ title: [{ text: 'Budget' }, {}] }] }, { number: 2, postedBy: chair.name }] });
    expect(await turn(chair, 'postNotice', second)).toMatchObject({ reason: 'NOTHING_CHANGED', about: ['2'] });
  });

  it('until 71 hours before, when a change leaves an item to discussion', async () => {
    let meeting = await add(await add(await draft({ startsAt: new Date(Date.now() + 100 * HOUR).toISOString() }), item('Budget')), item('Tutors'));
    meeting = (await turn(secretary, 'postNotice', meeting)).meeting!;
    await passes(meeting, 29);
    meeting = (await turn(secretary, 'postNotice', await revise(meeting, meeting.agenda[0]!.id, item('Bigger budget')))).meeting!;
    const neededBy = new Date(Date.parse(meeting.startsAt) - 72 * HOUR).toISOString();
    expect((await read(null, meeting))!.agenda.map(({ standing }) => standing)).toEqual([
      { may: 'DISCUSSION_ONLY', reason: 'CHANGED_TOO_LATE', neededBy }, { may: 'ACTION', reason: null, neededBy: null },
    ]);
  });

  it('or called off, which everybody reads', async () => {
    const meeting = await noticed();
    const watching = watch(guardian, meeting.id);
    await expect.poll(() => watching.heard.length).toBe(1);
    await turn(chair, 'cancelMeeting', meeting, ', reason: "The library is flooded."');
    await expect.poll(() => watching.heard.at(-1)!.meetingChanged.meeting).toMatchObject({ state: 'CANCELLED', cancelReason: 'The library is flooded.' });
    expect(await read(null, meeting)).toMatchObject({ state: 'CANCELLED', notices: [{ number: 1 }] });
    const unseen = await draft();
    await turn(chair, 'discardMeeting', unseen);
    expect(await read(null, unseen)).toBeNull();
    expect(await read(coordinator, unseen)).toMatchObject({ state: 'CANCELLED', viewerCan: { edit: false } });
  });

  it('and is in the calendars of those who follow it: as posted last, in their language, canceled ones too', async () => {
    const calendar = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await fetch(`${served.address}/calendar/${path}`, { headers });
      return { status: answer.status, headers: answer.headers, text: (await answer.text()).replaceAll('\r\n ', '') };
    };
    const meeting = await noticed({ onlineUrl: 'https://meet.school.test/a' });
    const draftOfAnother = await draft({ title: both('Hidden', 'Oculta') });
    const of = (text: string, id: string) => text.split('BEGIN:VEVENT').find((each) => each.includes(`UID:meeting-${id}@plenary.example`)) ?? '';

    const first = await calendar(`bodies/${body}.ics`);
    expect(first.status).toBe(200);
    expect(Object.fromEntries(first.headers)).toMatchObject({ 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'public, max-age=900' });
    expect(of(first.text, meeting.id)).toContain('SEQUENCE:1\r\n');
    expect(of(first.text, meeting.id)).toContain(`DTSTART:${meeting.startsAt.slice(0, 19).replace(/[-:]/g, '')}Z`);
    expect(of(first.text, meeting.id)).toContain('CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL="Take part online":https://meet.school.test/a');
    expect(first.text).toMatch(/STATUS:CANCELLED[^]*?SUMMARY;LANGUAGE=en:Canceled: [^]*?Why: The library is flooded\./);
    for (const secret of ['Hidden', draftOfAnother.id, secretary.name, chair.name, 'The principal']) expect(first.text).not.toContain(secret);

    const again = await calendar(`bodies/${body}.ics`, { 'if-none-match': first.headers.get('etag')! });
    expect([again.status, again.text]).toEqual([304, '']);
    const edited = (await turn(secretary, 'postNotice', await revise(meeting, meeting.agenda[0]!.id, item('Another budget')))).meeting!;
    const changed = await calendar(`bodies/${body}.ics?lang=es`, { 'if-none-match': first.headers.get('etag')! });
    expect(changed.status).toBe(200);
    expect(of(changed.text, edited.id)).toMatch(/SEQUENCE:2\r\n[^]*SUMMARY;LANGUAGE=es:[^\r]*Reunión\r\n[^]*Another budget \(es\)/);
    expect((await calendar(`meetings/${edited.id}.ics`, { 'accept-language': 'hy, es;q=0.8, en;q=0.9' })).text).toContain('SUMMARY;LANGUAGE=en:');
    for (const path of [`meetings/${draftOfAnother.id}.ics`, `meetings/${edited.id}`, 'bodies/nobody.ics', `bodies/${edited.id}.ics`]) expect((await calendar(path)).status, path).toBe(404);
  });

  it('and is in a person\'s own calendar, behind a secret that they alone make, renew and end', async () => {
    const make = async (who: Member) => ((await ask(who, 'mutation { makeCalendarLink { path viewer { calendarLink { madeAt } } } }')).data!['makeCalendarLink'] as { path: string }).path;
    const open = async (path: string) => {
      const answer = await fetch(served.address + path);
      return { status: answer.status, kept: answer.headers.get('cache-control'), text: (await answer.text()).replaceAll('\r\n ', '') };
    };
    const posted = await noticed({ title: both('Posted', 'Publicada') });
    const hidden = await draft({ title: both('Hidden', 'Oculta') });
    const [mine, theirs] = [await make(guardian), await make(secretary)];
    expect(mine).toMatch(/^\/calendar\/people\/[\w-]{22}\.ics$/);
    const calendar = await open(mine);
    expect(calendar).toMatchObject({ status: 200, kept: 'private, no-cache' });
    expect(calendar.text).toContain(posted.id);
    for (const secret of [hidden.id, 'Hidden', guardian.id, guardian.name]) expect(calendar.text).not.toContain(secret);
    expect((await open(theirs)).text).toMatch(/STATUS:TENTATIVE[^]*Draft: [^]*Hidden/);
    // Only the hash is kept, and the link says no more than that it is there.
    expect(JSON.stringify(await test.database.executeAsOwner('select encode(secret_hash, \'escape\') as hash, person_id from calendar_link'))).not.toContain(mine.slice(17, 39));
    expect((await ask(guardian, '{ viewer { calendarLink { madeAt } } }')).data).toMatchObject({ viewer: { calendarLink: { madeAt: expect.any(String) } } });
    const renewed = await make(guardian);
    expect([(await open(mine)).status, (await open(renewed)).status]).toEqual([404, 200]);
    expect((await ask(guardian, 'mutation { revokeCalendarLink { calendarLink { madeAt } } }')).data).toEqual({ revokeCalendarLink: { calendarLink: null } });
    expect([(await open(renewed)).status, (await open(theirs)).status]).toEqual([404, 200]);
    const leaver = await make(world.students[0]!);
    await test.database.executeAsOwner(`update person set active = false where id = '${world.students[0]!.id}'`);
    expect((await open(leaver)).status).toBe(404);
  });

  it('and people say whether they come and what they need: numbers for all, the rest for those who prepare it', async () => {
    const meeting = await noticed();
    const PLANS = 'attendancePlans { coming notComing remote } viewerMayPlan myPlan { answer interpreter children note } preparedAttendance { members needed membersComing requests { name interpreter children note late } }';
    const plan = async (who: Member, given: object) => (await ask(who, `mutation ($id: ID!, $input: AttendancePlanInput!) { acted: planToAttend(id: $id, input: $input) ${ACTED} }`, { id: meeting.id, input: given })).data!['acted'] as Acted;
    const seen = async (who: Member | null) => (await ask(who, `query ($id: ID!) { meeting(id: $id) { ${PLANS} } }`, { id: meeting.id })).data!['meeting'];
    const wish = { answer: 'COMING', interpreter: 'hy', children: 2, note: ' In a wheelchair ' };
    expect((await plan(guardian, { ...wish, answer: 'REMOTE', children: 13 })).faults).toMatchObject([{ field: 'answer', code: 'OUT_OF_RANGE' }, { field: 'children', code: 'OUT_OF_RANGE' }]);
    expect((await plan(guardian, wish)).__typename).toBe('MeetingChanged');
    // What the page asks for with the answer, which nothing else of that request has read before.
    const { data, errors } = await ask(chair, `mutation ($id: ID!, $input: AttendancePlanInput!) { acted: planToAttend(id: $id, input: $input) { ... on MeetingChanged { meeting { attendancePlans { coming notComing } myPlan { answer } } } } }`, { id: meeting.id, input: { ...wish, answer: 'NOT_COMING' } });
    expect(errors).toBeUndefined();
    expect(data!['acted']).toEqual({ meeting: { attendancePlans: { coming: 1, notComing: 1 }, myPlan: { answer: 'NOT_COMING' } } });
    expect(await seen(null)).toEqual({ attendancePlans: { coming: 1, notComing: 1, remote: 0 }, viewerMayPlan: false, myPlan: null, preparedAttendance: null });
    expect(await seen(guardian)).toMatchObject({ viewerMayPlan: true, myPlan: { ...wish, note: 'In a wheelchair' }, preparedAttendance: null });
    expect(await seen(secretary)).toMatchObject({ myPlan: null, preparedAttendance: { members: 0, needed: expect.any(Number), requests: [
      { name: guardian.name, interpreter: 'hy', children: 2, note: 'In a wheelchair', late: false },
      // Who does not come needs nobody to interpret or to look after children.
      { name: chair.name, interpreter: null, children: 0, late: false },
    ] } });
    // The hour comes nearer: the same wish is as early as it was, another one is late.
    await passes(meeting, 200);
    await test.database.executeAsOwner(`update attendance_plan set asked_at = asked_at - interval '200 hours'`);
    await plan(guardian, { ...wish, note: 'By the door' });
    expect(await seen(secretary)).toMatchObject({ preparedAttendance: { requests: [{ name: chair.name }, { note: 'By the door', late: false }] } });
    await plan(guardian, { ...wish, children: 3 });
    expect(await seen(secretary)).toMatchObject({ preparedAttendance: { requests: [{ name: chair.name }, { children: 3, late: true }] } });
    await passes(meeting, 20);
    // Over by now, and so no longer among those to come.
    expect(await plan(guardian, { answer: 'NOT_COMING' })).toMatchObject({ reason: 'WRONG_STATE' });
  });

  it('in a series of drafts, and listed to each as they see them one by one', async () => {
    const series = await act(chair, '$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input, repeat: { every: MONTHLY, times: 3 })', { bodyId: body, input: input() });
    expect(series).toMatchObject({ __typename: 'MeetingChanged', meeting: { state: 'DRAFT' } });
    await draft({ startsAt: null });
    const list = 'query ($id: ID!, $after: Cursor) { body(id: $id) { meetings(first: 3, after: $after) { edges { node { id startsAt } } pageInfo { hasNextPage endCursor } } } }';
    async function listed(who: Member | null): Promise<{ id: string; startsAt: string | null }[]> {
      const nodes: { id: string; startsAt: string | null }[] = [];
      for (let after: string | null = null; ;) {
        const answer = await ask(who, list, { id: body, after });
        const { edges, pageInfo } = (answer.data!['body'] as { meetings: { edges: { node: { id: string; startsAt: string | null } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }).meetings;
        nodes.push(...edges.map(({ node }) => node));
        if (!pageInfo.hasNextPage) return nodes;
        after = pageInfo.endCursor;
      }
    }
    const everything = await listed(coordinator);
    expect(everything.length).toBeGreaterThan(8);
    expect(new Set(everything.map(({ id }) => id)).size).toBe(everything.length);
    const days = everything.map(({ startsAt }) => (startsAt === null ? Infinity : Date.parse(startsAt)));
    expect(days).toEqual(days.toSorted((a, b) => b - a || 0));
    for (const who of [null, guardian, secretary]) {
      const one = await Promise.all(everything.map(async (each) => await read(who, each) !== null));
      const ids = (await listed(who)).map(({ id }) => id);
      expect(ids.toSorted()).toEqual(everything.filter((_, at) => one[at]).map(({ id }) => id).toSorted());
      expect(ids.length).toBe(who === secretary ? everything.length : 7);
    }
    const upcoming = async () => ((await ask(null, 'query ($id: ID!) { environment(id: $id) { upcomingMeetings(first: 9) { id state startsAt } } }', { id: world.environmentId })).data!['environment'] as
      { upcomingMeetings: { id: string; state: string; startsAt: string }[] }).upcomingMeetings;
    const found = await upcoming();
    expect(found.map(({ state }) => state).toSorted()).toEqual(['CANCELLED', 'NOTICED', 'NOTICED', 'NOTICED', 'NOTICED', 'NOTICED']);
    expect(found.map(({ startsAt }) => startsAt)).toEqual(found.map(({ startsAt }) => startsAt).toSorted());
    // Ten days go by for the last of them.
    const over = found.at(-1)!.id;
    await test.database.executeAsOwner(`update notice set posted_at = posted_at - interval '10 days', starts_at = starts_at - interval '10 days' where meeting_id = '${over}'`);
    expect((await upcoming()).map(({ id }) => id)).toEqual(found.slice(0, -1).map(({ id }) => id));
    expect((await listed(null)).map(({ id }) => id)).toContain(over);
  });
});
