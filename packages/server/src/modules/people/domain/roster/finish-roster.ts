import type { MemberConstituency } from '../constituency.ts';
import { findSchools, type SchoolOrgs } from './orgs.ts';
import type { Collected, RawRole } from './collected.ts';
import { ABOVE, ANYWHERE, type Mention, type RolesBySchool, type Roster, type StatedPerson } from './stated.ts';
import type { RawUser } from './user-row.ts';

/** Puts the rows of all files together: who is meant by each id, which orgs are schools, what is a delta. */
export function finishRoster(all: Collected): Roster {
  const delta = isDelta(all);
  const schools = schoolsOf(all);
  const people = [...all.users.values()].map((user) => shape(user, all, schools, delta));
  if (delta) people.push(...onlyRoles(all, schools));
  // Nobody listed would mean that everybody leaves.
  if (!delta && people.length === 0 && all.faults.faults === 0) all.faults.fault('MISSING_VALUE', 'users.csv', { column: 'sourcedId' });
  const mentions = mentionsOf(all, people, delta);
  if (!delta) {
    for (const { code, file, line, column, sourcedId } of mentions) all.faults.fault(code, file, { line, column, value: sourcedId });
  }
  warnOfPeople(all, people, delta);
  const contacts = silent(people);
  const roster: Roster = {
    version: all.hasRolesFile || (all.manifest.get('oneroster.version') ?? '').startsWith('1.2') ? '1.2' : '1.1',
    delta,
    orgs: schools.schools.map((each) => ({ ...each, people: people.filter((one) => !one.gone && one.roles?.[each.sourcedId]).length })),
    schoolsNamed: schools.named,
    people: people.map(contacts),
    mentions: delta ? mentions : [],
  };
  if (!schools.named) all.faults.warn('NO_SCHOOL_ORG', 'orgs.csv', { value: schools.schools.map(({ name }) => name).join(', ') || null });
  all.tallies.tell(all.faults);
  return roster;
}

/**
 * The manifest says how each file was exported (1.1 §3.1, 1.2 §3.1). Without it only rows that all carry status and
 * date of change are taken for a delta: many exporters write `active` in every row of a full export.
 */
function isDelta({ manifest, users, hasRolesFile }: Collected): boolean {
  const modes = [manifest.get('file.users'), hasRolesFile ? manifest.get('file.roles') : undefined].map((mode) => mode?.toLowerCase());
  if (modes.includes('delta')) return true;
  if (modes.includes('bulk')) return false;
  return users.size > 0 && [...users.values()].every(({ datedStatus }) => datedStatus);
}

function schoolsOf({ orgs, users, roles, tallies }: Collected): SchoolOrgs {
  const mentioned = new Set<string>();
  const mention = (named: readonly string[]) => {
    for (const org of named) mentioned.add(org);
    if (orgs.size > 0 && named.some((org) => !orgs.has(org))) tallies.add('UNKNOWN_ORG', 'orgs.csv');
  };
  for (const user of users.values()) if (!user.gone) mention(user.orgs);
  for (const held of roles.values()) mention(held.filter(({ over, org }) => !over && org !== '').map(({ org }) => org));
  return findSchools(orgs, mentioned);
}

function shape(user: RawUser, all: Collected, schools: SchoolOrgs, delta: boolean): StatedPerson {
  const { constituency, orgs, datedStatus: _, ...rest } = user;
  if (!all.hasRolesFile) {
    return { ...rest, roles: constituency === null ? {} : bySchool((orgs.length > 0 ? orgs : ['']).map((org) => ({ org, constituency })), schools) };
  }
  const held = all.roles.get(user.sourcedId) ?? [];
  return { ...rest, ...rolesOf(held, schools, delta) };
}

function rolesOf(held: readonly RawRole[], schools: SchoolOrgs, delta: boolean): Pick<StatedPerson, 'roles' | 'rolesCome' | 'rolesGone'> {
  const now = bySchool(held.filter(({ over }) => !over), schools);
  return delta ? { rolesCome: now, rolesGone: bySchool(held.filter(({ over }) => over), schools) } : { roles: now };
}

/** In a delta somebody's role may come or go while nothing else about them changes. */
function onlyRoles(all: Collected, schools: SchoolOrgs): StatedPerson[] {
  return [...all.roles].filter(([user]) => !all.users.has(user)).map(([sourcedId, held]) => ({
    sourcedId, gone: false, file: held[0]!.file, line: held[0]!.line, ...rolesOf(held, schools, true),
  }));
}

function bySchool(held: readonly { org: string; constituency: MemberConstituency }[], schools: SchoolOrgs): RolesBySchool {
  const found: Record<string, MemberConstituency[]> = Object.create(null) as Record<string, MemberConstituency[]>;
  for (const { org, constituency } of held) {
    const [only] = schools.schools.length === 1 ? schools.schools : [];
    const key = org === '' ? only?.sourcedId ?? ANYWHERE : schools.schoolOf(org) ?? ABOVE;
    const list = (found[key] ??= []);
    if (!list.includes(constituency)) list.push(constituency);
  }
  return found;
}

function mentionsOf(all: Collected, people: readonly StatedPerson[], delta: boolean): Mention[] {
  const mentions = [...all.enrollmentsToNobody];
  for (const { gone, agents, file, line } of people) {
    for (const sourcedId of gone ? [] : agents ?? []) {
      if (!all.users.has(sourcedId)) mentions.push({ sourcedId, code: 'GUARDIAN_LINK_TO_NOBODY', file, line, column: 'agentSourcedIds' });
    }
  }
  for (const [sourcedId, held] of all.roles) {
    if (all.users.has(sourcedId)) continue;
    for (const { file, line, column } of delta ? held.slice(0, 1) : held) {
      mentions.push({ sourcedId, code: 'ROLE_OF_NOBODY', file, line, column });
    }
  }
  return mentions;
}

export const isStudent = ({ roles }: Pick<StatedPerson, 'roles'>): boolean =>
  roles !== undefined && Object.values(roles).some((each) => each.includes('STUDENT'));

/**
 * A column that is blank in every row says nothing: the school does not export it, and what was entered by hand
 * stays. Contact data of students is not kept at all (domain page, section 7).
 */
function silent(people: readonly StatedPerson[]): (person: StatedPerson) => StatedPerson {
  const says = (field: 'email' | 'phone' | 'grade' | 'language') => people.some((person) => typeof person[field] === 'string');
  const [email, phone, grade, language] = [says('email'), says('phone'), says('grade'), says('language')];
  return (person) => {
    const student = isStudent(person);
    return {
      ...person,
      email: email && !student ? person.email : undefined,
      phone: phone && !student ? person.phone : undefined,
      grade: grade && (student || person.roles === undefined) ? person.grade : undefined,
      language: language ? person.language : undefined,
      englishLearner: student || person.roles === undefined ? person.englishLearner : undefined,
    };
  };
}

/** One warning per kind, with the number of people it is about. */
function warnOfPeople({ users, tallies, hasRolesFile }: Collected, people: readonly StatedPerson[], delta: boolean): void {
  const linked = new Set<string>();
  const students = new Set(people.filter(isStudent).map(({ sourcedId }) => sourcedId));
  for (const person of people) {
    for (const agent of person.gone ? [] : person.agents ?? []) {
      linked.add(person.sourcedId).add(agent);
      const other = users.get(agent);
      const known = delta || other === undefined || other.gone;
      if (!known && !students.has(person.sourcedId) && !students.has(agent)) tallies.add('LINK_WITHOUT_STUDENT', person.file, 'agentSourcedIds');
    }
  }
  for (const person of people) {
    if (person.gone || person.roles === undefined) continue;
    const { file, roles } = person;
    const held = new Set(Object.values(roles).flat());
    if (hasRolesFile && held.size === 0 && !linked.has(person.sourcedId)) tallies.add('USER_WITHOUT_ROLE', file);
    if (held.size > 0 && Object.keys(roles).every((key) => key === ABOVE || key === ANYWHERE) && !linked.has(person.sourcedId)) {
      tallies.add('PEOPLE_OUTSIDE_SCHOOLS', file);
    }
    if (held.has('STUDENT')) { if (!delta && !linked.has(person.sourcedId)) tallies.add('STUDENT_WITHOUT_GUARDIAN', file); continue; }
    if (held.has('PARENT') && !delta && !linked.has(person.sourcedId)) tallies.add('GUARDIAN_WITHOUT_STUDENT', file);
    if (!person.email) tallies.add('MISSING_EMAIL', file, 'email');
    if (!person.phone) tallies.add('MISSING_PHONE', file, 'phone');
  }
}
