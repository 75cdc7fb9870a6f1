import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Schema, Validator } from 'jsonschema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../packages/count/src/full-size.testing.ts';
import { buildSchema, commands, entities, rooms } from '../../packages/server/src/composition.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { answerOrder } from '../../packages/server/src/platform/cli/run-command.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { type TestDatabase, cloneDatabase } from '../../packages/server/src/testing/test-database.ts';
import { CouncilRoom } from './council-room.ts';
import { BRIEFLY, type Year, liveThrough } from './council-year.ts';

type Popolo = Readonly<Record<string, unknown>> & { readonly id: string };
type Document = Readonly<Record<string, readonly Popolo[]>>;

const SCHEMAS = join(process.env['SHARED_DIR'] ?? '../shared', 'popolo-schemas');
const missing = !existsSync(SCHEMAS);
const OF: Readonly<Record<string, string>> = {
  organizations: 'organization', posts: 'post', persons: 'person', memberships: 'membership', events: 'event', motions: 'motion', vote_events: 'vote_event', speeches: 'speech',
};

const SIZE = { meetings: sized(10, 2), items: sized(8, 4) };

/** Its rows, by a reader of RFC 4180 that is not the writer's. */
function csv(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  const [head, ...lines] = rows.filter((row) => row.length > 1);
  return lines.map((line) => Object.fromEntries(head!.map((name, at) => [name, line[at]!])));
}

/** Without where it is kept, which is all that may differ. */
function settled(document: Document): Document {
  const [place, ...rest] = document['organizations']!;
  return { ...document, organizations: rest.map((each) => (each['parent_id'] === place!.id ? { ...each, parent_id: 'the environment' } : each)) };
}

describe('a year of a school site council', () => {
  let room: CouncilRoom;
  let year: Year;
  let document: Document;
  let folder: string;
  let elsewhere: TestDatabase;
  let second: ServedHouse;
  let place: string;
  let other: World;
  const get = (path: string, headers = {}) => fetch(`${room.served.address}/records/bodies/${year.body}/${path}`, { headers });
  const told: string[] = [];
  const plenary = (served: ServedHouse, ...argv: string[]) => {
    told.length = 0;
    return answerOrder(commands, argv, served.house, { cwd: folder, line: (text) => told.push(text), note: (text) => told.push(text) });
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plenary-records-'));
    room = await CouncilRoom.open(({ database }) => aSchool(database).withCoordinators(1).withTeachers(5).withStaff(1).withParents(4).withStudents(2).open(), BRIEFLY);
    year = await liveThrough(room, SIZE);
    // Somebody is to chair it later; and somebody else was, and is not.
    await room.owner(`insert into officer_term (school_id, body_id, office, person_id, starts, ends, ended_at, end_reason)
      select school_id, body_id, office, case when gone then '${room.world.teachers[1]!.id}'::uuid else '${room.world.teachers[2]!.id}'::uuid end, '2089-01-01', '2089-12-31', case when gone then now() end, case when gone then 'TAKEN_BACK' end
      from officer_term, unnest(array[true, false]) gone where office = 'CHAIR'`);
    document = await (await get('popolo.json')).json() as Document;
    elsewhere = await cloneDatabase('pglite', entities);
    second = await serveHouse({ db: elsewhere.database, schema: buildSchema(), rooms, sessions: sessionSource(elsewhere.database), config: { publicUrl: 'http://elsewhere.example' } });
    other = await aSchool(elsewhere.database, 'Other School').withCoordinators(1).open();
    place = other.environmentId;
    await writeFile(join(folder, 'record.json'), JSON.stringify(document));
  }, 240_000);
  afterAll(async () => {
    await second?.close();
    await elsewhere?.database.close();
    await room?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('goes out whole: every meeting, motion and vote, and no student by name', () => {
    const count = (section: string) => document[section]!.length;
    expect({ meetings: count('events'), motions: count('motions'), speeches: count('speeches') }).toEqual({ meetings: SIZE.meetings, motions: year.motions, speeches: year.speeches });
    const items = document['events']!.flatMap((event) => event['plenary:items'] as object[]);
    expect(items.length).toBe(year.items);
    const results = Object.groupBy(document['motions']!, (motion) => String(motion['plenary:disposed_by']));
    expect(Object.fromEntries(Object.entries(results).map(([by, all]) => [by, all!.length]))).toEqual(year.disposedBy);
    const text = JSON.stringify(document);
    for (const student of room.world.students) for (const told of [student.name, student.id]) expect(text).not.toContain(told);
    for (const teacher of room.world.teachers) expect(text).toContain(teacher.name);
    const [one] = document['vote_events']!.filter((event) => event['classification'] === 'roll call');
    const votes = one!['votes'] as { option: string; group_id: string }[];
    expect((one!['counts'] as { value: number }[]).reduce((sum, { value }) => sum + value, 0)).toBe(votes.length);
    expect(votes.map(({ option }) => option)).toContain('yes');
    const minutes = document['events']!.flatMap((event) => (event['sources'] as { note?: string }[]).filter(({ note }) => note?.startsWith('Minutes, approved')));
    expect(minutes.map(({ note }) => /SHA-256 [0-9a-f]{64}$/.test(note!))).toEqual(Array(SIZE.meetings - 1).fill(true));
  });

  it('says who chairs it until when, who is to from then on, and nothing of whoever was to and never did', () => {
    const chairs = document['memberships']!.filter(({ role }) => role === 'chair');
    expect(chairs.map(({ start_date: from, end_date: to }) => [from, to])).toEqual([['2026-01-01', '2088-12-31'], ['2089-01-01', '2089-12-31']]);
    expect(chairs[1]).toMatchObject({ person_id: room.world.teachers[2]!.id });
  });

  it.skipIf(missing)(`is Popolo by its own schemas, every object of it${missing ? ' (skipped, no schemas)' : ''}`, () => {
    const validator = new Validator();
    for (const file of readdirSync(SCHEMAS)) validator.addSchema(JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')) as Schema, `http://www.popoloproject.com/schemas/${file}`);
    const faults = (section: string, object: object) => validator.validate(object, validator.schemas[`http://www.popoloproject.com/schemas/${OF[section]}.json`]!).errors.map(String);
    for (const section of Object.keys(OF)) expect(document[section]!.flatMap((each) => faults(section, each)), section).toEqual([]);
    // The validator knows these schemas, and says so when something is wrong.
    expect(faults('vote_events', { ...document['vote_events']![0]!, counts: [{ option: 'yes' }] })).not.toEqual([]);
    expect(faults('memberships', { start_date: 'yesterday' })).not.toEqual([]);
    expect(Object.keys(document).filter((key) => !key.startsWith('plenary:'))).toEqual(Object.keys(OF));
  });

  it('refers to nothing that it does not have', () => {
    const ids = new Set(Object.keys(OF).flatMap((section) => document[section]!.map(({ id }) => id)));
    for (const event of document['events']!) for (const { id } of event['plenary:items'] as Popolo[]) ids.add(id);
    for (const motion of document['motions']!) for (const { id } of (motion['plenary:amendments'] ?? []) as Popolo[]) ids.add(id);
    const lost: string[] = [];
    JSON.stringify(document, (key, value: unknown) => {
      if (/_id$/.test(key) && typeof value === 'string' && !ids.has(value)) lost.push(`${key} ${value}`);
      return value;
    });
    expect(lost).toEqual([]);
  });

  it('is tables too, which say the same', async () => {
    const read = async (name: string) => csv(await (await get(`${name}.csv`)).text());
    const [meetings, motions, votes, attendance, decisions] = await Promise.all(['meetings', 'motions', 'votes', 'attendance', 'decisions'].map(read));
    expect(meetings!.map(({ meeting_id: id }) => id)).toEqual(document['events']!.map(({ id }) => id));
    expect(motions!.map(({ motion_id: id, text }) => [id, text])).toEqual(document['motions']!.map(({ id, text }) => [id, /^=/.test(text as string) ? `'${text}` : text]));
    expect(motions!.some(({ text }) => text!.startsWith(`'=HYPERLINK(`))).toBe(true);
    const said = document['vote_events']!.flatMap((event) => (event['votes'] ?? []) as { option: string }[]);
    expect(votes!.map(({ vote }) => vote)).toEqual(said.map(({ option }) => option));
    expect(attendance!.length).toBe(SIZE.meetings * 12);
    expect(attendance!.filter(({ left }) => left !== '').length).toBe(year.departures);
    expect(decisions!.map(({ number }) => Number(number))).toEqual(Array.from({ length: year.decisions }, (_, at) => at + 1));
  });

  it('says who does what and what the minutes say, with every student by their seat', async () => {
    const [actions, minutes] = await Promise.all(['action-items', 'minutes'].map(async (name) => (await get(`${name}.csv`)).text()));
    for (const student of room.world.students) for (const text of [actions, minutes]) expect(text).not.toContain(student.name);
    expect(csv(actions!)).toEqual(document['events']!.map(({ id }) => expect.objectContaining({ meeting_id: id, what: expect.stringMatching(/^'=Ask Student \d for the list$/) as string, owner: expect.stringMatching(/^Seat \d$/) as string, state: 'OPEN', due: '' }) as object));
    const passages = csv(minutes!);
    const told = document['events']!.flatMap((event) => (event['sources'] as { note?: string }[]).flatMap(({ note }) => /^Minutes, approved; SHA-256 (.*)$/.exec(note ?? '')?.[1] ?? []).map((sha) => `${event.id} ${sha}`));
    expect([...new Set(passages.map(({ meeting_id: id, sha256 }) => `${id} ${sha256}`))]).toEqual(told);
    for (const language of ['en', 'es']) expect(passages.some((each) => each['language'] === language && each['text']!.includes('twelve tutors'))).toBe(true);
    // An approval is known by what it approved, in a document too.
    const approvals = document['motions']!.filter((motion) => motion['plenary:kind'] === 'APPROVE_MINUTES');
    expect(approvals.map((motion) => motion['plenary:about'])).toEqual(document['events']!.slice(0, -1).map(({ id }) => ({ type: 'minutes', id })));
    const tag = (await get('action-items.csv')).headers.get('etag')!;
    await room.owner(`update action_item set version = version + 1`);
    expect((await get('action-items.csv', { 'if-none-match': tag })).status).toBe(200);
  });

  it('of a part of the year alone, once for who has it already, and to nobody who asks for what is not', async () => {
    const [{ start_date: day }] = document['events']! as readonly [Popolo & { start_date: string }];
    const part = await (await get(`popolo.json?to=${day.slice(0, 10)}`)).json() as Document;
    expect(part['events']!.map(({ id }) => id)).toEqual([document['events']![0]!.id]);
    expect(new Set(part['motions']!.map((motion) => motion['legislative_session_id']))).toEqual(new Set([part['events']![0]!.id]));
    const tag = (await get('votes.csv')).headers.get('etag')!;
    expect((await get('votes.csv', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('votes.csv?from=2020-01-01', { 'if-none-match': tag })).status).toBe(200);
    expect((await (await get('votes.csv?bom')).arrayBuffer()).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]).buffer);
    expect([(await get('votes.csv?from=2026-02-30')).status, (await get('people.csv')).status]).toEqual([400, 404]);
  });

  it('comes into another school in another database, and goes out from there as it was', async () => {
    expect(await plenary(second, 'records', 'import', 'record.json', '--into', 'Nowhere')).toBe(1);
    expect(await plenary(second, 'records', 'import', 'record.json', '--into', place, '--dry-run')).toBe(0);
    expect(told).toContain('Nothing was changed: this was a dry run.');
    expect(await plenary(second, 'records', 'import', 'record.json', '--into', place), told.join('\n')).toBe(0);
    expect(told.join(' ')).toContain(`${SIZE.meetings} meetings, ${year.items} agenda items, ${year.motions} motions`);
    const bodyId = /body (\S+)\.$/.exec(told.at(-1)!)![1]!;
    expect(await plenary(second, 'records', 'export', bodyId, 'again.json')).toBe(0);
    const again = JSON.parse(await readFile(join(folder, 'again.json'), 'utf8')) as Document;
    expect(again['organizations']![0]).toMatchObject({ id: place });
    expect(settled(again)).toEqual(settled(document));
    expect(await plenary(second, 'records', 'import', 'record.json', '--into', place)).toBe(1);
    // What a later meeting took over is not taken over again, and what none did still waits for the next one.
    const waits = `select count(*)::int as n from agenda_item a join meeting m on m.id = a.meeting_id where m.state = 'ADJOURNED' and a.outcome in ('OPEN', 'CONTINUED', 'TABLED')
      and not exists (select from agenda_item b where b.origin_id = a.id)`;
    const [here, there] = [await room.owner(waits), await elsewhere.database.executeAsOwner(waits)];
    expect(there.rows).toEqual(here.rows);
    expect(document['events']!.flatMap((event) => event['plenary:items'] as Record<string, unknown>[]).filter((item) => 'carried_from' in item).length).toBeGreaterThan(0);
    const { data, text } = await second.ask(`query ($id: ID!) { body(id: $id) { decisions(first: 100) { edges { node { number } } } meetings(first: 20) { edges { node { state sitting { items { outcome } motions { state decision { number } } } } } } } }`, { id: bodyId });
    expect(data, text).toBeTruthy();
    const { decisions, meetings } = data!['body'] as Record<string, { edges: { node: { state: string; sitting: { motions: { decision: object | null }[] } } }[] }>;
    expect(decisions!.edges.length).toBe(year.decisions);
    expect(meetings!.edges.map(({ node }) => node.state)).toEqual(Array(SIZE.meetings).fill('ADJOURNED'));
    expect(meetings!.edges.flatMap(({ node }) => node.sitting.motions.filter(({ decision }) => decision !== null)).length).toBe(year.decisions);
  });

  it('whose minutes are kept where it was recorded: here nobody has them to write, to circulate or to approve', async () => {
    const [coordinator] = other.coordinators;
    const { rows: [{ id }] } = await elsewhere.database.executeAsOwner(`select id from meeting where state = 'ADJOURNED' order by starts_at limit 1`) as { rows: [{ id: string }] };
    const ask = (query: string) => second.ask(query, { id }, { ...coordinator!.headers });
    const { data, text } = await ask('query ($id: ID!) { meeting(id: $id) { state minutes { state } importedFrom { importedAt links { url note } } } minutes(id: $id) { state } notes(meetingId: $id) { seq } viewer { needs { kind } } }');
    expect(data, text).toMatchObject({
      meeting: { state: 'ADJOURNED', minutes: null, importedFrom: { links: [{ url: `${room.served.house.config.publicUrl}/meetings/${document['events']![0]!.id}`, note: null }, { note: expect.stringMatching(/^Minutes, approved; SHA-256 /) as string }] } },
      minutes: null, notes: null, viewer: { needs: [{ kind: 'IMPORT_ROSTER' }] },
    });
    expect((await ask('mutation ($id: ID!) { circulateMinutes(id: $id, version: 1, names: []) { __typename } }')).errors![0]!.extensions['code']).toBe('NOT_FOUND');
    // What is held here from now on is written down here.
    const held = await room.ask(room.secretary, 'query ($id: ID!) { meeting(id: $id) { importedFrom { importedAt } minutes { state } } }', { id: document['events']![0]!.id });
    expect(held.data!['meeting']).toEqual({ importedFrom: null, minutes: { state: 'APPROVED' } });
  });

  it('another system\'s comes in as far as it goes, and all of a faulty one stays out', async () => {
    const foreign = {
      organizations: [{ id: 'board', name: 'School Board', classification: 'board', dissolution_date: '2021-06-30' }, { id: 'party', name: 'Party' }],
      persons: [{ id: 'ana', name: 'Ana María López' }, { id: 'bo', name: 'Bo Chen' }, { id: 'cy', name: 'Cy' }],
      memberships: [
        { id: 'm1', person_id: 'ana', organization_id: 'board', role: 'chair', start_date: '2019', end_date: '2020-06-30' },
        { id: 'm2', person_id: 'bo', organization_id: 'board', label: 'Member for the north', start_date: '2019-07' }, { id: 'm3', person_id: 'bo', organization_id: 'party' },
      ],
      events: [{
        id: 'e2', name: 'May meeting', start_date: '2020-05-04', organization_id: 'board', 'plenary:members': [{ person_id: 'cy', label: 'Member' }], 'plenary:attendance': [{ person_id: 'cy', kind: 'LEFT', at: '2020-05-04T19:00:00Z' }],
      }, { id: 'e0', name: 'To come', start_date: '2999-01-01', organization_id: 'board' }, { id: 'e1', name: 'March meeting', start_date: '2020-03-02T18:00-08', location: 'Town hall', organization_id: 'board', attendees: [{ id: 'ana' }, { id: 'bo' }] }],
      motions: [
        { id: 'q1', organization_id: 'board', legislative_session_id: 'e1', creator_id: 'ana', text: 'That the roof be mended.', result: 'pass' },
        { id: 'q2', organization_id: 'board', legislative_session_id: 'e1', text: 'That it be left.', result: 'fail' },
      ],
      vote_events: [
        { id: 'v1', organization_id: 'board', motion_id: 'q1', result: 'pass', votes: [{ voter_id: 'ana', option: 'yes' }, { voter_id: 'bo', option: 'yes' }, { voter_id: 'cy', option: 'no' }] },
        { id: 'v2', organization_id: 'board', motion_id: 'q2', result: 'fail', counts: [{ option: 'yes', value: 1 }, { option: 'no', value: 2 }] },
      ],
    };
    const asked = (value: object, ...more: string[]) => writeFile(join(folder, 'foreign.json'), JSON.stringify(value)).then(() => plenary(second, 'records', 'import', 'foreign.json', '--into', place, ...more));
    const spoiled = { ...foreign, persons: [...foreign.persons, { id: 'ana' }], motions: [{ ...foreign.motions[0], legislative_session_id: 'e9' }, { ...foreign.motions[1], text: 5 }] };
    expect(await asked(foreign)).toBe(1);
    expect(told[0]).toMatch(/^\/organizations: .*--body/);
    expect(await asked(spoiled, '--body', 'board')).toBe(1);
    expect(told.map((line) => line.split(' ')[0])).toEqual(expect.arrayContaining(['/persons/3/id:', '/motions/0/legislative_session_id:', '/motions/1/text:']));
    expect(await asked(foreign, '--body', 'board'), told.join('\n')).toBe(0);
    expect(await plenary(second, 'records', 'export', /body (\S+)\.$/.exec(told.at(-1)!)![1]!, 'board.json')).toBe(0);
    const known = JSON.parse(await readFile(join(folder, 'board.json'), 'utf8')) as Document;
    expect(known).toMatchObject({
      persons: [{ id: 'ana', name: 'Ana María López', family_name: 'López' }, { id: 'bo', name: 'Bo Chen' }, { id: 'cy', name: 'Cy' }],
      memberships: [{ id: 'm1', role: 'chair', start_date: '2019-01-01', end_date: '2020-06-30' }, { id: 'm2', person_id: 'bo', start_date: '2019-07-01' }],
      events: [{ id: 'e1', name: 'March meeting', start_date: '2020-03-03T02:00:00Z', attendees: [{ id: 'ana' }, { id: 'bo' }], 'plenary:items': [] }, { id: 'e2', start_date: '2020-05-04T07:00:00Z' }],
      motions: [{ id: 'q1', creator_id: 'ana', text: 'That the roof be mended.', result: 'pass' }, { id: 'q2', result: 'fail' }],
      vote_events: [{ id: 'v1', motion_id: 'q1', result: 'pass', votes: [{ voter_id: 'ana', option: 'yes' }, { voter_id: 'bo', option: 'yes' }, { voter_id: 'cy', option: 'no' }] }, { id: 'v2', result: 'fail' }],
    });
    expect(known['vote_events']![1]!['counts']).toEqual(expect.arrayContaining(foreign.vote_events[1]!.counts!));
    // Days are those of the place, where the evening of 2 March is not 3 March.
    expect(known['organizations']!.find(({ id }) => id === 'board')).toMatchObject({ dissolution_date: '2021-06-30' });
    expect((await elsewhere.database.executeAsOwner(`select d.decided_on::text as day from decision d join governing_body g on g.id = d.body_id where g.name ->> 'en' = 'School Board'`)).rows).toEqual([{ day: '2020-03-02' }]);
    // Whoever is only known to have left was there.
    const boardId = (await elsewhere.database.executeAsOwner(`select id from governing_body where name ->> 'en' = 'School Board'`)).rows[0]!['id'] as string;
    const came = csv(await (await fetch(`${second.address}/records/bodies/${boardId}/attendance.csv?from=2020-05-04`)).text());
    expect(came).toMatchObject([{ member: 'Cy', presence: 'IN_ROOM', left: '2020-05-04T19:00:00.000Z' }]);
    // Nobody is made up: who moved the second motion, and who seconded either, is not known.
    expect(JSON.stringify(known['motions'])).not.toMatch(/seconder_id|#item/);
    expect(known['motions']![1]!['creator_id']).toBeUndefined();
  });
});
