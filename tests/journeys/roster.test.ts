import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSchema, entities, rooms } from '../../packages/server/src/composition.ts';
import { finishCommit } from '../../packages/server/src/modules/people/application/roster/finish-commit.ts';
import { importRosterCommand } from '../../packages/server/src/modules/people/cli/import-roster.ts';
import { sessionSource } from '../../packages/server/src/modules/people/index.ts';
import { type Member, type World, aSchool } from '../../packages/server/src/modules/people/testing/world.ts';
import { gate, school } from '../../packages/server/src/platform/database/database.ts';
import { makeZip } from '../../packages/server/src/testing/make-zip.ts';
import { type ServedHouse, serveHouse } from '../../packages/server/src/testing/served-house.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';
import { Talk } from './talk.ts';

const IMPORT = `query($id: ID!, $effect: RowEffect) { rosterImport(id: $id) {
  state fileName done total version delta faultCount warningCount finishedAt
  orgs { sourcedId name people chosen } counts { effect subject count }
  faults(level: FAULT) { edges { node { code file line column value } } }
  warnings: faults(level: WARNING) { edges { node { code } } }
  rows(effect: $effect) { edges { cursor node { file line effect sourcedId name constituencies changes } } pageInfo { hasNextPage } }
} }`;
const COMMIT = 'mutation($input: CommitRosterImportInput!) { commitRosterImport(input: $input) { state } }';

interface Seen {
  state: string; delta: boolean; version: string; faultCount: number; fileName: string;
  orgs: { sourcedId: string; people: number; chosen: boolean }[];
  counts: { effect: string; subject: string; count: number }[];
  faults: { edges: { node: { code: string; line: number } }[] };
  warnings: { edges: { node: { code: string } }[] };
  rows: { edges: { node: { line: number; effect: string; sourcedId: string; name: string; constituencies: string[]; changes: string[] } }[] };
}

const CANARY = 'Canary-Passw0rd';
const ORGS = 'sourcedId,name,type\nours,Our School,school\n';
const users = (...rows: string[]) =>
  ['sourcedId,status,orgSourcedIds,role,givenName,familyName,email,agentSourcedIds,grades,metadata.homeLanguage,metadata.elStatus,birthDate,password',
    ...rows.map((row) => `${row},2012-01-01,${CANARY}`)].join('\r\n');
const FAMILY = users('kid,,ours,student,Kim,Lee,kim@example.org,mum,07,Korean,EL', 'mum,,ours,parent,Mina,Lee,mina@example.org,,,,', 'ms,,ours,teacher,Tess,Ray,,,,,');

const memory: { lines: string[] } = { lines: [] };

onEachEngine('a roster', entities, (test) => {
  let served: ServedHouse;
  let world: World;
  let other: World;
  const coordinator = () => world.coordinators[0]!;

  beforeAll(async () => {
    const db = test().database;
    memory.lines = [];
    served = await serveHouse({ db, schema: buildSchema(), rooms, sessions: sessionSource(db), lines: memory.lines });
  });
  afterAll(async () => { await served.close(); });
  const newWorld = async () => {
    world = await aSchool(test().database).withAdministrators().withCoordinators().withTeachers().open();
    other ??= await aSchool(test().database, 'Other School').withCoordinators().open();
  };

  const send = async (body: BodyInit, headers: Record<string, string>, environment = world.environmentId) => {
    const response = await fetch(`${served.address}/files/roster?environment=${environment}`, { method: 'POST', body, headers });
    return { status: response.status, body: await response.json() as { importId: string; errors: { extensions: { code: string; rule?: string } }[] } };
  };
  const zipped = (files: Record<string, string | Buffer>, by: Member = coordinator()) =>
    send(new Uint8Array(makeZip(files)), { ...by.headers, 'content-type': 'application/zip' });
  const see = async (id: string, effect: string | null = null, by: Member | null = coordinator()) =>
    (await served.ask(IMPORT, { id, effect }, by?.headers ?? {})).data?.['rosterImport'] as Seen | null;
  const settled = async (id: string): Promise<Seen> => {
    for (;;) {
      const seen = (await see(id))!;
      if (seen.state !== 'READING') return seen;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  };
  const preview = async (files: Record<string, string | Buffer>) => {
    const { body } = await zipped(files);
    return { id: body.importId, seen: await settled(body.importId) };
  };
  const commit = async (id: string, orgSourcedId?: string) => {
    const answer = await served.ask(COMMIT, { input: { id, orgSourcedId } }, coordinator().headers);
    if (answer.errors !== undefined) return answer.errors[0]!.extensions;
    await finishCommit(served.house, { importId: id, schoolId: world.schoolId, actorId: coordinator().id });
    return (await see(id))!;
  };
  const counted = ({ counts }: Pick<Seen, 'counts'>) => Object.fromEntries(counts.map(({ effect, subject, count }) => [`${subject} ${effect}`, count]));
  const rows = <T>(sql: string) => test().database.fork(school(world.schoolId)).execute<T[]>(sql);

  describe('uploaded by a coordinator', () => {
    beforeAll(newWorld);

    it('is previewed, changes nothing until committed, and then all', async () => {
      const { id, seen } = await preview({ 'export/users.csv': FAMILY, 'export/orgs.csv': ORGS });
      expect(seen).toMatchObject({ state: 'PREVIEWED', version: '1.1', delta: false, faultCount: 0, fileName: 'roster.zip',
        orgs: [{ sourcedId: 'ours', people: 3, chosen: true }] });
      expect(counted(seen)).toEqual({ 'PERSON ADD': 3, 'MEMBERSHIP ADD': 3, 'GUARDIANSHIP ADD': 1 });
      expect(seen.rows.edges.map(({ node }) => node)).toEqual([
        { file: 'users.csv', line: 2, effect: 'ADD', sourcedId: 'kid', name: 'Kim Lee', constituencies: ['STUDENT'], changes: [] },
        { file: 'users.csv', line: 3, effect: 'ADD', sourcedId: 'mum', name: 'Mina Lee', constituencies: ['PARENT'], changes: [] },
        { file: 'users.csv', line: 4, effect: 'ADD', sourcedId: 'ms', name: 'Tess Ray', constituencies: ['TEACHER'], changes: [] },
      ]);
      expect(await rows('select id from person where source_id is not null')).toEqual([]);
      expect(await commit(id)).toMatchObject({ state: 'COMMITTED', rows: { edges: [] } });
      expect(await rows(`select p.source_id as id, i.given_name as name, i.email, p.locale, p.grade, p.english_learner as learner, p.active
        from person p join person_pii i on i.person_id = p.id where source_id is not null order by 1`)).toEqual([
        { id: 'kid', name: 'Kim', email: null, locale: 'ko', grade: '07', learner: true, active: true },
        { id: 'ms', name: 'Tess', email: null, locale: 'en', grade: null, learner: false, active: true },
        { id: 'mum', name: 'Mina', email: 'mina@example.org', locale: 'ko', grade: null, learner: false, active: true },
      ]);
      expect(await rows('select source_id from school')).toEqual([{ source_id: 'ours' }]);
      expect(await rows(`select act, detail->'counts' is not null as counted, actor_id is not null as by from audit_event where act = 'roster.committed'`))
        .toEqual([{ act: 'roster.committed', counted: true, by: true }]);
    });

    it('once more is KEEP throughout and changes nothing', async () => {
      const before = await rows('select * from person order by id');
      const { id, seen } = await preview({ 'users.csv': FAMILY, 'orgs.csv': ORGS });
      expect(counted(seen)).toEqual({ 'PERSON KEEP': 3, 'MEMBERSHIP KEEP': 3, 'GUARDIANSHIP KEEP': 1 });
      expect(await commit(id)).toMatchObject({ state: 'COMMITTED' });
      expect(await commit(id)).toMatchObject({ state: 'COMMITTED' });
      expect(await rows('select * from person order by id')).toEqual(before);
    });

    it('without somebody makes them leave: signed out, their slips worthless', async () => {
      const [mum] = await rows<{ id: string }>(`select id from person where source_id = 'mum'`);
      await rows(`insert into access_slip (school_id, person_id, token_hash, expires_at) values ('${world.schoolId}', '${mum!.id}', sha256('slip'), now() + interval '1 day')`);
      await rows(`insert into session (school_id, person_id, token_hash, transport, expires_at) values ('${world.schoolId}', '${mum!.id}', sha256('session'), 'COOKIE', now() + interval '1 day')`);
      const { id } = await preview({ 'users.csv': users('kid,,ours,student,Kimberly,Lee,,,07,Korean,EL', 'ms,,ours,teacher,Tess,Ray,,,,,'), 'orgs.csv': ORGS });
      expect((await see(id, 'LEAVE'))!.rows.edges.map(({ node }) => node)).toMatchObject([{ sourcedId: 'mum', line: 0, constituencies: [] }]);
      expect((await see(id, 'CHANGE'))!.rows.edges.map(({ node }) => node)).toMatchObject([{ sourcedId: 'kid', changes: ['givenName', 'householdId', 'guardians'] }]);
      await commit(id);
      expect(await rows(`select p.active, s.revoked_at is not null as slip, x.revoked_at is not null as session from person p
        join access_slip s on s.person_id = p.id join session x on x.person_id = p.id where p.source_id = 'mum'`)).toEqual([{ active: false, slip: true, session: true }]);
      expect(await rows('select student_id from guardianship')).toEqual([]);
    });

    it('lists every fault with its line and cannot be committed', async () => {
      const { id, seen } = await preview({ 'users.csv': users('a,,ours,wizard,A,B,,,,,', 'a,,ours,student,A,B,,ghost,,,'), 'orgs.csv': ORGS,
        'enrollments.csv': 'sourcedId,userSourcedId\ne1,nobody\n' });
      expect(seen.faults.edges.map(({ node }) => [node.code, node.line])).toEqual([['UNKNOWN_ROLE', 2], ['DUPLICATE_SOURCED_ID', 3], ['ENROLLMENT_TO_NOBODY', 2]]);
      expect(seen.counts).toEqual([]);
      expect((await see(id, 'LEAVE'))!.rows.edges).toEqual([]);
      expect(await commit(id)).toMatchObject({ code: 'BAD_INPUT', rule: 'HAS_FAULTS' });
    });

    it('of which nobody saw the present effect is shown again, not committed', async () => {
      const { id } = await preview({ 'users.csv': users('kid,,ours,student,Kim,Lee,,,07,Korean,EL'), 'orgs.csv': ORGS });
      await rows(`update person set grade = '08' where source_id = 'kid'`);
      expect(await commit(id)).toMatchObject({ state: 'PREVIEWED' });
      expect((await see(id))!.warnings.edges.map(({ node }) => node.code)).toContain('CHANGED_SINCE_PREVIEW');
      expect(await commit(id)).toMatchObject({ state: 'COMMITTED' });
    });

    it('is thrown away with everything that was read', async () => {
      const { id } = await preview({ 'users.csv': FAMILY, 'orgs.csv': ORGS });
      const { data } = await served.ask('mutation($id: ID!) { discardRosterImport(id: $id) { state finishedAt rows { edges { cursor } } } }', { id }, coordinator().headers);
      expect(data!['discardRosterImport']).toMatchObject({ state: 'DISCARDED', rows: { edges: [] } });
      expect(await commit(id)).toMatchObject({ code: 'BAD_INPUT', rule: 'WRONG_STATE' });
      expect(await rows('select import_id from roster_import_row')).toEqual([]);
    });

    it('never lets a password or a birth date near the database, the log, or the disk', async () => {
      const told = JSON.stringify(await Promise.all(['roster_import', 'roster_import_row', 'roster_import_fault', 'person', 'person_pii', 'audit_event', 'outbox']
        .map((table) => rows(`select to_jsonb(t) as row from ${table} t`))));
      expect(told).not.toContain(CANARY);
      expect(told).not.toContain('2012-01-01');
      expect(memory.lines.join('\n')).not.toContain(CANARY);
      await expect.poll(() => readdir(join(served.house.config.dataDir, 'uploads'))).toEqual([]);
    });
  });

  describe('of a district', () => {
    beforeAll(newWorld);
    const files = {
      'orgs.csv': 'sourcedId,name,type\na,School A,school\nb,School B,school\n',
      'users.csv': users('s1,,a,student,A,One,,p,,,', 's2,,b,student,B,Two,,,,,', 'p,,b,parent,P,One,,,,,', 't,,b,teacher,T,T,,,,,'),
    };

    it('asks which school is meant, and takes that one with the guardians of its students', async () => {
      const { id, seen } = await preview(files);
      expect(seen.orgs).toMatchObject([{ sourcedId: 'a', people: 1, chosen: false }, { sourcedId: 'b', people: 3, chosen: false }]);
      expect(seen.counts).toEqual([]);
      expect(await commit(id)).toMatchObject({ rule: 'ORG_NOT_CHOSEN' });
      expect(await commit(id, 'c')).toMatchObject({ rule: 'UNKNOWN_ORG' });
      const choose = `mutation($id: ID!, $org: String!) { chooseRosterOrg(id: $id, orgSourcedId: $org) { state counts { effect subject count } rows { edges { node { sourcedId } } } } }`;
      const chosen = async (org: string) => (await served.ask(choose, { id, org }, coordinator().headers)).data!['chooseRosterOrg'] as Seen;
      expect((await chosen('b')).rows.edges.map(({ node }) => node.sourcedId)).toEqual(['s2', 'p', 't']);
      expect((await chosen('a')).rows.edges.map(({ node }) => node.sourcedId)).toEqual(['s1', 'p']);
      await commit(id, 'a');
      expect(await rows('select source_id from person where source_id is not null order by 1')).toEqual([{ source_id: 'p' }, { source_id: 's1' }]);
      expect((await preview(files)).seen).toMatchObject({ orgs: [{ chosen: true }, { chosen: false }], counts: [{ effect: 'KEEP' }, { effect: 'KEEP' }, { effect: 'KEEP' }] });
    });
  });

  describe('at the door', () => {
    beforeAll(newWorld);
    const zip = () => new Uint8Array(makeZip({ 'users.csv': FAMILY, 'orgs.csv': ORGS }));

    it('is taken from nobody but those who import rosters there', async () => {
      const type = { 'content-type': 'application/zip' };
      expect(await send(zip(), type)).toMatchObject({ status: 401, body: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
      for (const by of [world.teachers[0]!, other.coordinators[0]!]) expect((await send(zip(), { ...type, ...by.headers })).status).toBe(404);
      expect((await send(zip(), { ...type, ...coordinator().headers }, 'x')).status).toBe(404);
      expect((await send(zip(), { ...type, ...coordinator().headers }, other.environmentId)).status).toBe(404);
      expect((await send(zip(), { ...type, origin: 'https://elsewhere.example', cookie: 'plenary=x' })).status).toBe(403);
    });

    it('may be several files of one form, and one zip in a form', async () => {
      for (const parts of [[['users.csv', FAMILY], ['orgs.csv', ORGS]], [['all.zip', zip()]]] as [string, string | Uint8Array<ArrayBuffer>][][]) {
        const form = new FormData();
        for (const [name, content] of parts) form.append('files', new Blob([content]), name);
        const { status, body } = await send(form, coordinator().headers);
        expect(status).toBe(202);
        expect(await settled(body.importId)).toMatchObject({ state: 'PREVIEWED', faultCount: 0, orgs: [{ people: 3 }] });
      }
    });

    it('is refused without a file, and previews what is no zip as a fault', async () => {
      expect(await send(new FormData(), coordinator().headers)).toMatchObject({ status: 400 });
      const { body } = await send('not a zip', { ...coordinator().headers, 'content-type': 'application/zip' });
      expect(await settled(body.importId)).toMatchObject({ state: 'PREVIEWED', faultCount: 1 });
    });

    it('is seen by its own school alone', async () => {
      const { body } = await zipped({ 'users.csv': FAMILY, 'orgs.csv': ORGS });
      await settled(body.importId);
      for (const by of [other.coordinators[0]!, world.teachers[0]!]) {
        expect(await see(body.importId, null, by)).toBeNull();
        for (const act of ['discardRosterImport(id: $id)', 'commitRosterImport(input: { id: $id })']) {
          expect((await served.ask(`mutation($id: ID!) { ${act} { state } }`, { id: body.importId }, by.headers)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
        }
      }
      const list = 'query($id: ID!) { environment(id: $id) { rosterImports(first: 1) { edges { node { id state } } pageInfo { hasNextPage } } } }';
      expect((await served.ask(list, { id: world.environmentId }, coordinator().headers)).data!['environment'])
        .toMatchObject({ rosterImports: { edges: [{ node: { id: body.importId } }], pageInfo: { hasNextPage: true } } });
      expect((await served.ask(list, { id: world.environmentId }, world.teachers[0]!.headers)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('tells its progress to whoever listens', async () => {
      const { id } = await preview({ 'users.csv': FAMILY, 'orgs.csv': ORGS });
      const talk = new Talk(served.address);
      await talk.opened;
      talk.say({ type: 'connection_init', payload: coordinator().headers });
      expect((await talk.next()).type).toBe('connection_ack');
      talk.say({ id: 'a', type: 'subscribe', payload: { query: 'subscription($id: ID!) { rosterImportProgressed(id: $id) { state } }', variables: { id } } });
      await commit(id);
      const states: string[] = [];
      while (states.at(-1) !== 'COMMITTED') {
        const { payload } = await talk.next();
        states.push((payload as { data: { rosterImportProgressed: { state: string } } }).data.rosterImportProgressed.state);
      }
      talk.socket.close();
    });
  });

  describe('on the command line', () => {
    const samples = join(process.env['SHARED_DIR'] ?? '../shared', 'rosters');
    const run = async (...args: string[]) => {
      const [lines, notes]: [string[], string[]] = [[], []];
      const exit = await importRosterCommand.run(args, served.house, { cwd: process.cwd(), line: (text) => { lines.push(text); }, note: (text) => { notes.push(text); } });
      return { exit, lines, notes };
    };
    const schools = async () => (await test().database.fork(gate).execute<{ count: number }[]>('select count(*)::int as count from school'))[0]!.count;

    it('answers 2 for wrong usage', async () => {
      for (const args of [[], ['a', 'b'], ['a', '--nonsense'], ['a', '--school']]) expect((await run(...args)).exit).toBe(2);
    });

    it('answers 1 and changes nothing for a faulty export', async () => {
      const before = await schools();
      expect(await run('/nowhere/at/all')).toMatchObject({ exit: 1, lines: [] });
      expect(await schools()).toBe(before);
    });

    const missing = !existsSync(samples);
    it.skipIf(missing)(`takes both public samples${missing ? ' (skipped: no shared rosters)' : ''}: dry, then truly, then without effect`, async () => {
      const before = await schools();
      for (const [sample, made] of [['minimal-1.1', 1], ['base-1.1', 2]] as const) {
        const dry = await run(join(samples, sample), '--dry-run');
        expect(dry).toMatchObject({ exit: 0 });
        expect(dry.lines.join('\n')).toContain('added');
        const now = await schools();
        expect((await run(join(samples, sample))).exit).toBe(0);
        expect(await schools()).toBe(now + made);
        const again = await run(join(samples, sample), '--json');
        const report = JSON.parse(again.lines[0]!) as { committed: boolean; schools: { counts: { effect: string }[] }[] };
        expect(report.committed).toBe(true);
        expect(new Set(report.schools.flatMap(({ counts }) => counts.map(({ effect }) => effect)))).toEqual(new Set(['KEEP']));
      }
      expect(await schools()).toBe(before + 3);
      expect((await run(join(samples, 'minimal-1.1'), '--school', 'Hand Picked')).exit).toBe(0);
      expect((await run(join(samples, 'minimal-1.1'), '--school=hand-picked')).lines[0]).toMatch(/^Hand Picked: people 0 added, 0 changed, 6 kept/);
    });
  });
});
