import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { sweepFiles } from '../../packages/server/src/platform/files/sweep-files.ts';
import { jpegWith } from '../../packages/server/src/testing/pictures.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { bodyWith } from './meeting-targets.ts';

const PAPER = 'id title fileName mediaType bytes digest url availableAt late';
const MEETING = `{ id version startsAt latestPosting changed mostFileBytes agenda { id papers { ${PAPER} } standing { may reason } } viewerCan { papers }
  notices { number digest postedAt items { id digest papers { id title url withdrawnAt } } } proofs { id photo { url mediaType bytes } } }`;

interface Paper { readonly id: string; readonly title: string; readonly url: string; readonly late: boolean; readonly availableAt: string | null }
interface Meeting {
  readonly id: string;
  readonly version: number;
  readonly changed: boolean;
  readonly agenda: readonly { readonly id: string; readonly papers: readonly Paper[]; readonly standing: { readonly may: string } }[];
  readonly notices: readonly { readonly postedAt: string; readonly items: readonly { readonly papers: readonly { id: string; title: string; url: string | null; withdrawnAt: string | null }[] }[] }[];
  readonly proofs: readonly { readonly photo: { readonly url: string } | null }[];
}
type Acted = { readonly __typename: string; readonly meeting: Meeting; readonly reason?: string };

const DAY = 86_400_000;
const PDF = '%PDF-1.7\nthe plan';
const both = (text: string) => [{ locale: 'en', text }, { locale: 'es', text }];

/** A secretary files papers and a photo; families read the papers, and nobody else's. */
describe('papers of a meeting', () => {
  let test: TestDatabase;
  let served: ServedHouse;
  let world: World;
  let [secretary, guardian, stranger] = [] as unknown as [Member, Member, Member];
  let body: string;

  beforeAll(async () => {
    test = await cloneDatabase('pglite', entities);
    served = await serveHouse({ db: test.database, schema: buildSchema(), rooms, sessions: sessionSource(test.database) });
    world = await aSchool(test.database).withStaff(1).withFamily().open();
    [secretary, guardian] = [world.staff[0]!, world.parents[0]!];
    stranger = (await aSchool(test.database, 'Other School').withCoordinators(1).open()).coordinators[0]!;
    body = await bodyWith(test.database, world, { SECRETARY: secretary });
  });
  afterAll(async () => {
    await served?.close();
    await test?.database.close();
  });

  async function act(parameters: string, call: string, variables: object): Promise<Acted> {
    const answer = await served.ask(
      `mutation (${parameters}) { acted: ${call} { __typename ... on MeetingChanged { meeting ${MEETING} } ... on MeetingRefused { reason } } }`, variables, secretary.headers);
    expect(answer.errors).toBeUndefined();
    return answer.data!['acted'] as Acted;
  }
  async function drafted(): Promise<Meeting> {
    const { meeting: { id, version } } = await act('$bodyId: ID!, $input: MeetingInput!', 'draftMeeting(bodyId: $bodyId, input: $input)', { bodyId: body, input: {
      kind: 'REGULAR', title: both('Meeting'), startsAt: new Date(Date.now() + 9 * DAY).toISOString(), place: both('Library'), interpretation: [],
    } });
    return (await act('$id: ID!, $version: Int!, $input: AgendaItemInput!', 'addAgendaItem(id: $id, version: $version, input: $input)', {
      id, version, input: { title: both('Budget'), description: both('What it is.'), rationale: both('What for.'), intent: 'ACTION' },
    })).meeting;
  }
  const post = async ({ id, version }: Meeting) => (await act('$id: ID!, $version: Int!', 'postNotice(id: $id, version: $version)', { id, version })).meeting;
  const read = async (as: Member | null, { id }: { readonly id: string }) =>
    (await served.ask(`query ($id: ID!) { meeting(id: $id) ${MEETING} }`, { id }, { ...as?.headers })).data!['meeting'] as Meeting;

  interface Sent { readonly status: number; readonly uploadId: string; readonly errors?: readonly { extensions: Record<string, unknown> }[] }
  async function send(as: Member | null, meeting: { readonly id: string }, name: string, content: string | Buffer, { query = '', headers = {} }: { query?: string; headers?: object } = {}): Promise<Sent> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    const answer = await fetch(`${served.address}/files/meetings/${meeting.id}${query}`, { method: 'POST', body: form, headers: { ...as?.headers, ...headers } });
    return { status: answer.status, ...await answer.json() as Omit<Sent, 'status'> };
  }
  const put = async (meeting: Meeting, uploadId: string, title = 'The plan') =>
    act('$id: ID!, $version: Int!, $itemId: ID!, $input: PaperInput!', 'addPaper(id: $id, version: $version, itemId: $itemId, input: $input)',
      { id: meeting.id, version: meeting.version, itemId: meeting.agenda[0]!.id, input: { uploadId, title } });
  const filed = async (meeting: Meeting, title: string) => (await put(meeting, (await send(secretary, meeting, 'plan.pdf', `${PDF} ${title}`)).uploadId, title)).meeting;
  const turn = async (name: string, { id, version }: Meeting, paperId: string, extra = '') =>
    act('$id: ID!, $version: Int!, $paperId: ID!', `${name}(id: $id, version: $version, paperId: $paperId${extra})`, { id, version, paperId });
  const get = (as: Member | null, url: string, headers: object = {}) => fetch(`${served.address}${url}`, { headers: { ...as?.headers, ...headers } });
  const papersOf = ({ agenda }: Meeting) => agenda[0]!.papers;

  /** All of a meeting comes nearer, as by waiting. */
  async function passes({ id }: Meeting, hours: number): Promise<void> {
    for (const [table, columns] of [['meeting', ['starts_at']], ['notice', ['starts_at', 'posted_at']], ['agenda_paper', ['added_at', 'withdrawn_at']]] as const) {
      const moved = columns.map((column) => `${column} = ${column} - interval '${hours} hours'`).join(', ');
      await test.database.executeAsOwner(`update ${table} set ${moved} where ${table === 'meeting' ? 'id' : 'meeting_id'} = '${id}'`);
    }
  }

  it('are sent by who prepares it, and by nobody else nor from another site', async () => {
    const meeting = await drafted();
    expect((await send(null, meeting, 'a.pdf', PDF)).status).toBe(401);
    for (const who of [guardian, stranger]) expect(await send(who, meeting, 'a.pdf', PDF)).toMatchObject({ status: 404, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const cookie = { cookie: `plenary_session=${secretary.bearer}`, origin: 'https://elsewhere.example' };
    expect(await send(null, meeting, 'a.pdf', PDF, { headers: cookie })).toMatchObject({ status: 403, errors: [{ extensions: { rule: 'ORIGIN' } }] });
    expect(await send(secretary, meeting, 'C:\\plans\\a.pdf', PDF)).toMatchObject({ status: 201, name: 'a.pdf', mediaType: 'application/pdf', bytes: PDF.length });
  });

  it('are refused with what was found and what is allowed, as large as they may be', async () => {
    const meeting = await drafted();
    expect(await send(secretary, meeting, 'a.pdf', '<svg/>')).toMatchObject({ status: 415, errors: [{ extensions: { code: 'BAD_INPUT', rule: 'KIND', found: 'MARKUP', allowed: expect.arrayContaining(['pdf', 'docx']) as unknown } }] });
    const { mostFileBytes: most } = await read(secretary, meeting) as unknown as { mostFileBytes: number };
    expect(await send(secretary, meeting, 'large.pdf', Buffer.alloc(most + 1, PDF))).toMatchObject({ status: 413, errors: [{ extensions: { rule: 'TOO_LARGE', most } }] });
    expect(await send(secretary, meeting, 'large.pdf', Buffer.alloc(most, PDF))).toMatchObject({ status: 201 });
    expect(await send(secretary, meeting, 'plan.pdf', PDF, { query: '?photo' })).toMatchObject({ status: 415, errors: [{ extensions: { found: 'PDF', allowed: ['jpg', 'jpeg', 'png', 'webp'] } }] });
    // A file is whose it is: nobody makes a paper of another's.
    const own = await send(secretary, meeting, 'a.pdf', PDF);
    await test.database.executeAsOwner(`update stored_file set uploaded_by = '${world.parents[0]!.id}' where id = '${own.uploadId}'`);
    for (const uploadId of [own.uploadId, randomUUID(), 'x']) expect(await put(meeting, uploadId)).toMatchObject({ reason: 'NO_SUCH_UPLOAD' });
  });

  it('are nobody\'s to read before the notice, and from then on everybody\'s', async () => {
    let meeting = await filed(await drafted(), 'The plan');
    const [{ url, ...paper }] = papersOf(meeting) as [Paper];
    expect(paper).toMatchObject({ title: 'The plan', fileName: 'plan.pdf', availableAt: null, late: false });
    for (const who of [null, guardian, stranger]) expect((await get(who, url)).status).toBe(404);
    expect((await get(secretary, url)).status).toBe(200);
    meeting = await post(meeting);
    expect(papersOf(await read(null, meeting))).toMatchObject([{ title: 'The plan', availableAt: meeting.notices[0]!.postedAt, late: false }]);
    const answer = await get(null, url);
    expect(await answer.text()).toBe(`${PDF} The plan`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': `inline; filename="plan.pdf"; filename*=UTF-8''plan.pdf`, 'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache', 'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    });
    const part = await get(null, url, { range: 'bytes=1-3' });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'PDF', `bytes 1-3/${PDF.length + 9}`]);
    expect((await get(null, url, { range: 'bytes=999-' })).status).toBe(416);
    expect((await get(null, url, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304);
    expect((await get(null, `/files/papers/${randomUUID()}`)).status).toBe(404);
  });

  it('come late and are called late, and take nothing from their item', async () => {
    const meeting = await post(await filed(await drafted(), 'In time'));
    await passes(meeting, 9 * 24 - 48);
    const before = await read(null, meeting);
    await filed(await read(secretary, meeting), 'The day before');
    const after = await read(null, meeting);
    expect(papersOf(after).map(({ title, late }) => [title, late])).toEqual([['In time', false], ['The day before', true]]);
    expect(Date.now() - Date.parse(papersOf(after)[1]!.availableAt!)).toBeLessThan(60_000);
    expect((await get(null, papersOf(after)[1]!.url)).status).toBe(200);
    expect(after.agenda[0]!.standing).toEqual({ may: 'ACTION', reason: null });
    expect(after.notices).toEqual(before.notices);
  });

  it('are renamed, put in order and taken back: at once from the public, and never from the record', async () => {
    let meeting = await post(await filed(await filed(await drafted(), 'One'), 'Two'));
    const [one, two] = papersOf(meeting) as [Paper, Paper];
    meeting = (await turn('renamePaper', meeting, one.id, ', title: "First"')).meeting;
    meeting = (await turn('movePaper', meeting, two.id, ', position: 1')).meeting;
    expect(papersOf(await read(null, meeting)).map(({ title }) => title)).toEqual(['Two', 'First']);
    meeting = (await turn('withdrawPaper', meeting, one.id)).meeting;
    // Nothing of it waits for another notice.
    expect(meeting.changed).toBe(false);
    expect(await turn('withdrawPaper', meeting, one.id)).toMatchObject({ reason: 'NO_SUCH_PAPER' });
    const seen = await read(null, meeting);
    expect(papersOf(seen).map(({ title }) => title)).toEqual(['Two']);
    expect(seen.notices[0]!.items[0]!.papers).toEqual([
      { id: one.id, title: 'One', url: null, withdrawnAt: expect.any(String) as string }, { id: two.id, title: 'Two', url: two.url, withdrawnAt: null },
    ]);
    expect((await get(null, one.url)).status).toBe(404);
    expect((await get(guardian, one.url)).status).toBe(404);
    expect((await get(secretary, one.url)).status).toBe(200);
    const draft = await filed(await drafted(), 'Nobody saw it');
    await turn('withdrawPaper', draft, papersOf(draft)[0]!.id);
    expect((await get(secretary, papersOf(draft)[0]!.url)).status).toBe(404);
  });

  it('stand beside the photo of where the notice hung, which its own people see', async () => {
    const meeting = await post(await drafted());
    const { uploadId } = await send(secretary, meeting, 'board.jpg', jpegWith({ secret: 'GPS' }), { query: '?photo' });
    const proof = (photoId: string) => act('$id: ID!, $version: Int!, $input: PostingProofInput!', 'provePosting(id: $id, version: $version, input: $input)',
      { id: meeting.id, version: meeting.version, input: { noticeNumber: 1, where: 'SITE', place: 'Gate', postedAt: meeting.notices[0]!.postedAt, photoId } });
    expect(await proof((await send(secretary, meeting, 'plan.pdf', PDF)).uploadId)).toMatchObject({ reason: 'NO_SUCH_UPLOAD' });
    const proved = (await proof(uploadId)).meeting;
    const { url } = proved.proofs[0]!.photo!;
    expect((await read(null, meeting)).proofs[0]!.photo).toBeNull();
    for (const who of [null, stranger]) expect((await get(who, url)).status).toBe(404);
    const answer = await get(guardian, url);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(jpegWith({}));
  });

  it('are kept as long as anything refers to them, and others for thirty days', async () => {
    let meeting = await filed(await drafted(), 'Kept');
    const kept = papersOf(meeting)[0]!;
    meeting = await filed(meeting, 'Dropped');
    const dropped = papersOf(meeting)[1]!;
    await turn('withdrawPaper', meeting, dropped.id);
    await send(secretary, meeting, 'unused.pdf', `${PDF} unused`);
    const uses = rooms.flatMap(({ fileUses = [] }) => fileUses);
    const later = { ...served.house, clock: { ...served.house.clock, now: () => new Date(Date.now() + 31 * DAY) } };
    // What is taken back waits from the day on which the sweep first finds it so.
    expect((await sweepFiles(served.house, uses)).files).toBe(0);
    await test.database.executeAsOwner(`update stored_file set unused_since = unused_since - interval '31 days'`);
    const { files, contents } = await sweepFiles(later, uses);
    expect(files).toBeGreaterThanOrEqual(2);
    expect(contents).toBeGreaterThanOrEqual(2);
    expect((await get(secretary, kept.url)).status).toBe(200);
    expect((await test.database.executeAsOwner(`select from stored_file where unused_since is not null`)).rows).toEqual([]);
    expect(await sweepFiles(later, uses)).toEqual({ files: 0, contents: 0 });
  });
});
