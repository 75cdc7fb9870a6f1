import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SchoolState, type TestFiles, after, collect, empty, planFor, user } from '../../testing/roster-rows.ts';
import { readHeader } from './columns.ts';
import { dayRange } from './day.ts';
import { households } from './households.ts';
import { englishLearnerOf, languageTag } from './language.ts';
import { findSchools } from './orgs.ts';
import { peopleOf } from './people-of.ts';
import { constituencyOf, isRoleLike } from './role.ts';

const orgs = [{ sourcedId: 'here', name: 'Here', type: 'school', parentSourcedId: '' }];
const codes = (files: TestFiles, level = 'FAULT') => collect(files).faults.filter((each) => each.level === level).map(({ code }) => code);
const imported = (files: TestFiles, before: SchoolState = empty, org: string | null = 'here') => {
  const roster = collect(files);
  expect(roster.faults.filter(({ level }) => level === 'FAULT')).toEqual([]);
  return after(planFor({ ...roster, people: peopleOf(roster, org) }, before, org), before);
};
const person = (state: SchoolState, id: string) => state.people.find(({ sourcedId }) => sourcedId === id);

describe('words of an export', () => {
  it('maps every OneRoster role to a constituency, and grants nothing', () => {
    expect(Object.fromEntries(['student', 'parent', 'guardian', 'relative', 'teacher', 'aide', 'proctor', 'counselor', 'principal',
      'administrator', 'siteAdministrator', 'districtAdministrator', 'systemAdministrator', 'ext:librarian'].map((role) => [role, constituencyOf(role)])))
      .toMatchObject({ student: 'STUDENT', relative: 'PARENT', teacher: 'TEACHER', proctor: 'OTHER_STAFF', counselor: 'OTHER_STAFF',
        principal: 'ADMINISTRATOR', siteAdministrator: 'ADMINISTRATOR', 'ext:librarian': 'OTHER_STAFF' });
    expect(constituencyOf('wizard')).toBeNull();
    expect(constituencyOf('constructor')).toBeNull();
    expect(isRoleLike('Passw0rd!')).toBe(false);
  });

  it('reads languages as tags, codes and names', () => {
    expect(['Spanish', 'es', 'spa', 'Español', 'es-MX', 'zh_hant', 'Tagalog', 'Armenian (Eastern)', 'Cantonese', 'en'].map(languageTag))
      .toEqual(['es', 'es', 'es', 'es', 'es-MX', 'zh-Hant', 'tl', 'hy', 'yue', 'en']);
    expect(['Klingon', 'xx', '', 'Boulder, CO'].map(languageTag)).toEqual([null, null, null, null]);
  });

  it('reads English-learner status', () => {
    expect(['EL', 'Y', 'true', 'RFEP', 'EO', '', 'perhaps'].map(englishLearnerOf)).toEqual([true, true, true, false, false, false, null]);
  });

  it('reads dates of every habit, and both readings of an ambiguous one', () => {
    expect(dayRange('2023-05-01')).toEqual({ first: '2023-05-01', last: '2023-05-01' });
    expect(dayRange('2023-05-01T08:01:05.000Z')).toEqual({ first: '2023-05-01', last: '2023-05-01' });
    expect(dayRange('2017-05-06 08:01:05')?.first).toBe('2017-05-06');
    expect(dayRange('1/05/2023')).toEqual({ first: '2023-01-05', last: '2023-05-01' });
    expect(dayRange('31/12/2023')).toEqual({ first: '2023-12-31', last: '2023-12-31' });
    expect(dayRange('soon')).toBeNull();
    expect(dayRange('2023-13-40')).toBeNull();
  });

  it('knows columns by any case and place, and extension columns by their last word', () => {
    const header = readHeader('users', ['FAMILYNAME', 'givenName ', 'sourcedid', 'ext_tao_Language', 'metadata.elStatus', 'password', 'shoeSize']);
    expect(header.index).toEqual({ familyName: 0, givenName: 1, sourcedId: 2, language: 3, learner: 4 });
    expect(header).toMatchObject({ missing: [], unknown: ['shoeSize'], password: true });
  });
});

it('calls a name old only where the file has a newer one', () => {
  expect(readHeader('roles', ['sourcedId', 'userSourcedId', 'role', 'orgSourcedId']).legacy).toEqual([]);
  expect(readHeader('users', ['sourcedId', 'orgSourcedId', 'agents', 'grades', 'userId']).legacy).toEqual(['orgSourcedId', 'agents', 'userId']);
});

describe('schools of a district', () => {
  const org = (sourcedId: string, type: string, parent = '') => [sourcedId, { sourcedId, name: sourcedId, type, parent }] as const;

  it('puts a department into the school above it and a district into none', () => {
    const found = findSchools(new Map([org('d', 'district'), org('s', 'School', 'd'), org('m', 'department', 's')]), new Set(['m', 'd']));
    expect([found.schoolOf('m'), found.schoolOf('s'), found.schoolOf('d'), found.named]).toEqual(['s', 's', null, true]);
  });

  it('lets the topmost org that people are in stand for a school, and survives a circle', () => {
    const found = findSchools(new Map([org('a', 'department', 'b'), org('b', 'department'), org('x', 'local', 'y'), org('y', 'local', 'x')]), new Set(['a', 'b']));
    expect([found.schools.map(({ sourcedId }) => sourcedId), found.schoolOf('a'), found.schoolOf('x'), found.named]).toEqual([['b'], 'b', null, false]);
  });
});

describe('faults', () => {
  it('names line and column of each', () => {
    const { faults } = collect({
      orgs,
      users: [user('a', 'student'), user('a', 'teacher'), user('b', 'wizard'), user('', 'student'), user('c', ''), user('e', 'student', { agentSourcedIds: 'nobody' }),
        user('f', 'parent', { givenName: '', familyName: '' }), user('g', 'student', { status: 'asleep' })],
      enrollments: [{ sourcedId: '1', userSourcedId: 'a' }, { sourcedId: '2', userSourcedId: 'ghost' }, { sourcedId: '1', userSourcedId: 'a' }],
    });
    expect(faults.filter(({ level }) => level === 'FAULT').map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ['DUPLICATE_SOURCED_ID', 'users.csv', 3, 'sourcedId'],
      ['UNKNOWN_ROLE', 'users.csv', 4, 'role'],
      ['MISSING_VALUE', 'users.csv', 5, 'sourcedId'],
      ['MISSING_VALUE', 'users.csv', 6, 'role'],
      ['MISSING_VALUE', 'users.csv', 8, 'familyName'],
      ['INVALID_VALUE', 'users.csv', 9, 'status'],
      ['DUPLICATE_SOURCED_ID', 'enrollments.csv', 4, 'sourcedId'],
      ['ENROLLMENT_TO_NOBODY', 'enrollments.csv', 3, 'userSourcedId'],
      ['GUARDIAN_LINK_TO_NOBODY', 'users.csv', 7, 'agentSourcedIds'],
    ]);
  });

  it('asks for the columns each version needs', () => {
    expect(collectHeader(['sourcedId', 'givenName', 'familyName'])).toEqual(['role', 'orgSourcedIds']);
    expect(codes({ users: [{ sourcedId: 'a', givenName: 'A', familyName: 'B' }], roles: [{ sourcedId: 'r', userSourcedId: 'a', role: 'student', orgSourcedId: 'here' }] })).toEqual([]);
  });

  const collectHeader = (names: string[]) => {
    const roster = collect({ users: [Object.fromEntries(names.map((name) => [name, 'x']))] });
    return roster.faults.filter(({ code }) => code === 'MISSING_COLUMN').map(({ column }) => column);
  };
});

describe('guardians', () => {
  it('are linked whichever side says so, and share a household with their students', () => {
    const state = imported({ orgs, users: [
      user('kid1', 'student', { agentSourcedIds: 'mum' }), user('kid2', 'student'), user('mum', 'parent', { agentSourcedIds: 'kid2' }), user('alone', 'student'),
    ] });
    expect(state.links).toEqual([
      { student: 'kid1', guardian: 'mum', byStudent: true, byGuardian: false }, { student: 'kid2', guardian: 'mum', byStudent: false, byGuardian: true }]);
    expect(new Set(['kid1', 'kid2', 'mum'].map((id) => person(state, id)?.householdId)).size).toBe(1);
    expect(person(state, 'alone')?.householdId).toBeNull();
  });

  it('come along from another school, and only as guardians', () => {
    const state = imported({ orgs: [...orgs, { sourcedId: 'there', name: 'There', type: 'school', parentSourcedId: '' }], users: [
      user('kid', 'student', { agentSourcedIds: 'teacher' }), user('teacher', 'teacher', { orgSourcedIds: 'there' }), user('stranger', 'teacher', { orgSourcedIds: 'there' }),
    ] });
    expect(state.people.map(({ sourcedId, fromRoster }) => [sourcedId, fromRoster])).toEqual([['kid', ['STUDENT']], ['teacher', ['PARENT']]]);
  });

  it('who teach here are teachers and parents', () => {
    const state = imported({ orgs, users: [user('kid', 'student', { agentSourcedIds: 'ms' }), user('ms', 'teacher')] });
    expect(person(state, 'ms')).toMatchObject({ fromRoster: ['PARENT', 'TEACHER'], rosterRoles: ['TEACHER'] });
  });

  it('read their student\'s language unless they have their own, and keep what they chose', () => {
    const files = (language: string): TestFiles => ({ orgs, users: [
      user('kid', 'student', { agentSourcedIds: 'mum,dad', 'metadata.homeLanguage': language }), user('mum', 'parent'), user('dad', 'parent', { 'metadata.homeLanguage': 'Korean' })] });
    const first = imported(files('Spanish'));
    expect(['kid', 'mum', 'dad'].map((id) => person(first, id)?.locale)).toEqual(['es', 'es', 'ko']);
    const chose = { ...first, people: first.people.map((each) => (each.sourcedId === 'mum' ? { ...each, locale: 'en' } : each)) };
    expect(person(imported(files('Spanish'), chose), 'mum')?.locale).toBe('en');
    expect(person(imported(files('Armenian'), chose), 'mum')?.locale).toBe('hy');
  });
});

describe('the least data', () => {
  it('keeps contact data of adults alone', () => {
    const contact = { email: 'a@b.example', sms: '555', phone: '556' };
    const state = imported({ orgs, users: [user('kid', 'student', contact), user('mum', 'parent', contact)] });
    expect(person(state, 'kid')).toMatchObject({ email: null, phone: null });
    expect(person(state, 'mum')).toMatchObject({ email: 'a@b.example', phone: '555' });
  });

  it('lets a column without any value say nothing about what was entered by hand', () => {
    const files = { orgs, users: [user('mum', 'parent', { email: '' })] };
    const first = imported(files);
    const known = { ...first, people: first.people.map((each) => ({ ...each, email: 'by@hand.example' })) };
    expect(person(imported(files, known), 'mum')?.email).toBe('by@hand.example');
  });
});

describe('OneRoster 1.2', () => {
  it('takes roles from their own file, several per person, while they are held', () => {
    const role = (sourcedId: string, userSourcedId: string, name: string, more = {}) =>
      ({ sourcedId, userSourcedId, role: name, orgSourcedId: 'here', beginDate: '', endDate: '', roleType: 'primary', ...more });
    const state = imported({
      orgs,
      users: ['ann', 'bob', 'cy', 'dee'].map((sourcedId) => ({ sourcedId, givenName: sourcedId, familyName: 'F', userMasterIdentifier: 'x' })),
      roles: [role('1', 'ann', 'teacher'), role('2', 'ann', 'principal'), role('3', 'bob', 'aide', { endDate: '2026-03-01' }),
        role('4', 'cy', 'student', { beginDate: '2026-03-02', endDate: '2026-03-02' }), role('5', 'dee', 'student', { beginDate: '2026-04-01' })],
    });
    expect(state.people.map(({ sourcedId, fromRoster }) => [sourcedId, fromRoster])).toEqual([['ann', ['ADMINISTRATOR', 'TEACHER']], ['cy', ['STUDENT']]]);
  });

  it('in a delta adds and takes single roles', () => {
    const users = [{ sourcedId: 'ann', givenName: 'Ann', familyName: 'F' }];
    const role = (sourcedId: string, name: string, status = '') => ({ sourcedId, status, userSourcedId: 'ann', role: name, orgSourcedId: 'here' });
    const first = imported({ orgs, users, roles: [role('1', 'teacher'), role('2', 'aide')] });
    const manifest = [{ propertyName: 'file.users', value: 'delta' }, { propertyName: 'file.roles', value: 'delta' }];
    const second = imported({ manifest, orgs, users, roles: [role('2', 'aide', 'tobedeleted'), role('3', 'principal', 'active')] }, first);
    expect(person(second, 'ann')?.fromRoster).toEqual(['ADMINISTRATOR', 'TEACHER']);
  });
});

describe('leaving', () => {
  const both = { orgs, users: [user('kid', 'student', { agentSourcedIds: 'mum' }), user('mum', 'parent'), user('ms', 'teacher')] };

  it('happens to whoever a full export no longer lists, but not to those the school holds by hand', () => {
    const first = imported(both);
    const held = { ...first, people: first.people.map((each) => (each.sourcedId === 'ms' ? { ...each, anchored: true } : each)) };
    const state = imported({ orgs, users: [user('kid', 'student')] }, held);
    expect(person(state, 'mum')).toMatchObject({ active: false, fromRoster: [] });
    expect(person(state, 'ms')).toMatchObject({ active: true, fromRoster: [] });
    expect(state.links).toEqual([]);
  });

  it('in a delta happens to those marked, and to nobody else', () => {
    const manifest = [{ propertyName: 'file.users', value: 'delta' }];
    const state = imported({ manifest, orgs, users: [user('ms', 'teacher', { status: 'tobedeleted' })] }, imported(both));
    expect(state.people.filter(({ active }) => active).map(({ sourcedId }) => sourcedId)).toEqual(['kid', 'mum']);
    expect(state.links).toHaveLength(1);
  });

  it('takes a full export for one even when every row says active', () => {
    const users = both.users.map((each) => ({ ...each, status: 'active', dateLastModified: '2026-01-01' }));
    expect(collect({ orgs, users, manifest: [{ propertyName: 'file.users', value: 'bulk' }] }).delta).toBe(false);
    expect(collect({ orgs, users }).delta).toBe(true);
  });
});

it('joins families that share a guardian, whatever the order', () => {
  const links = [{ student: 'b', guardian: 'g2' }, { student: 'a', guardian: 'g1' }, { student: 'b', guardian: 'g1' }, { student: 'z', guardian: 'g9' }];
  const found = households(links);
  expect(found).toEqual(new Map([['a', 'a'], ['b', 'a'], ['g1', 'a'], ['g2', 'a'], ['z', 'g9'], ['g9', 'g9']]));
  expect(households(links.toReversed())).toEqual(found);
});

/** Made-up schools: students, adults in one or two roles, links stated by either side. */
const school = fc.record({
  students: fc.integer({ min: 0, max: 6 }),
  adults: fc.array(fc.constantFrom('parent', 'guardian', 'teacher', 'aide', 'principal'), { maxLength: 6 }),
  links: fc.array(fc.record({ student: fc.nat(5), adult: fc.nat(5), byStudent: fc.boolean() }), { maxLength: 12 }),
  languages: fc.array(fc.constantFrom('Spanish', 'Korean', ''), { minLength: 12, maxLength: 12 }),
}).map(({ students, adults, links, languages }) => {
  const agents = new Map<string, Set<string>>();
  for (const { student, adult, byStudent } of links) {
    if (student >= students || adult >= adults.length) continue;
    const [from, to] = byStudent ? [`s${student}`, `a${adult}`] : [`a${adult}`, `s${student}`];
    agents.set(from, (agents.get(from) ?? new Set()).add(to));
  }
  const row = (id: string, role: string, at: number) =>
    user(id, role, { agentSourcedIds: [...agents.get(id) ?? []].join(','), 'metadata.homeLanguage': languages[at]! });
  return [...Array.from({ length: students }, (_, n) => row(`s${n}`, 'student', n)), ...adults.map((role, n) => row(`a${n}`, role, n + 6))];
});

describe('for any roster', () => {
  it('the order of the rows does not matter', () => {
    fc.assert(fc.property(school.chain((users) => fc.tuple(fc.constant(users), fc.shuffledSubarray(users, { minLength: users.length }))), ([users, shuffled]) => {
      fc.pre(users.length > 0);
      expect(imported({ orgs, users: shuffled })).toEqual(imported({ orgs, users }));
    }));
  });

  it('importing twice is importing once', () => {
    fc.assert(fc.property(school, school, (users, earlier) => {
      fc.pre(users.length > 0 && earlier.length > 0);
      const once = imported({ orgs, users }, imported({ orgs, users: earlier }));
      const roster = collect({ orgs, users });
      const again = planFor(roster, once, 'here');
      expect(again.people.filter(({ effect, write }) => effect !== 'KEEP' || write)).toEqual([]);
      expect(again.links).toEqual([]);
      expect(after(again, once)).toEqual(once);
    }));
  });

  it('a delta of what changed leads where the full export leads', () => {
    fc.assert(fc.property(school, school, (before, now) => {
      fc.pre(before.length > 0 && now.length > 0);
      const start = imported({ orgs, users: before });
      const text = (row: object) => JSON.stringify(row);
      const changed = now.filter((row) => !before.some((each) => text(each) === text(row)));
      const gone = before.filter((row) => !now.some((each) => each.sourcedId === row.sourcedId)).map((row) => ({ ...row, status: 'tobedeleted' }));
      const delta = { manifest: [{ propertyName: 'file.users', value: 'delta' }], orgs, users: [...changed, ...gone] };
      fc.pre(delta.users.length > 0);
      // A delta whose languages are all blank says nothing about languages, where the full export may.
      const says = (rows: typeof now) => rows.some((row) => row['metadata.homeLanguage' as never] !== '');
      fc.pre(says(delta.users.filter(({ status }) => status === '')) && says(now));
      const membership = ({ people, links }: SchoolState) => ({
        links, people: people.filter(({ active }) => active).map(({ sourcedId, fromRoster, rosterRoles, householdId, rosterLocale }) =>
          ({ sourcedId, fromRoster: [...fromRoster].sort(), rosterRoles, householdId, rosterLocale })),
      });
      expect(membership(imported(delta, start))).toEqual(membership(imported({ orgs, users: now }, start)));
    }), { numRuns: 300 });
  });
});
