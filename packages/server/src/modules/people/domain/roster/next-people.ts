import type { MemberConstituency } from '../constituency.ts';
import type { CurrentLink, CurrentPerson } from './current.ts';
import { households } from './households.ts';
import { type NextLink, nextLinks } from './next-links.ts';
import type { Mention, RolesBySchool, StatedPerson } from './stated.ts';

export interface PlanInput {
  readonly people: readonly StatedPerson[];
  readonly delta: boolean;
  /** The school whose people are meant; null: everybody in the files. */
  readonly org: string | null;
  readonly current: readonly CurrentPerson[];
  readonly links: readonly CurrentLink[];
  /** The id of a household, by the `sourcedId` that names it. */
  householdId(name: string): string;
}

/** Who will be in the school once the roster is committed. */
export interface NextState {
  /** Roster constituencies of everyone present, PARENT by guardianship included. */
  readonly present: ReadonlyMap<string, ReadonlySet<MemberConstituency>>;
  /** The roles the roster states, without those that follow from guardianship. */
  readonly stated: ReadonlyMap<string, readonly MemberConstituency[]>;
  readonly links: ReadonlyMap<string, NextLink>;
  readonly households: ReadonlyMap<string, string>;
  readonly toNobody: readonly Mention[];
}

const ORDER: readonly MemberConstituency[] = ['STUDENT', 'PARENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY'];
export const ordered = (set: Iterable<MemberConstituency>): MemberConstituency[] => {
  const held = new Set(set);
  return ORDER.filter((each) => held.has(each));
};

/** Pure: what the files state, laid over what is, gives what will be. */
export function nextState(input: PlanInput): NextState {
  const stated = new Map(input.people.map((person) => [person.sourcedId, person]));
  const current = new Map(input.current.map((person) => [person.sourcedId, person]));
  const wasGuardian = new Set(input.links.map(({ guardian }) => guardian));
  const remembered = (person: CurrentPerson) => rememberedRoles(person, wasGuardian.has(person.sourcedId));

  const roles = new Map<string, MemberConstituency[]>();
  for (const id of new Set([...stated.keys(), ...(input.delta ? current.keys() : [])])) {
    const [now, before] = [stated.get(id), current.get(id)];
    const held = rolesNow(now, before === undefined ? [] : remembered(before), input.org);
    if (held.length > 0) roles.set(id, held);
  }

  const everStudent = (id: string) => {
    const now = stated.get(id);
    if (now?.roles !== undefined) return allRoles(now.roles).includes('STUDENT');
    return roles.get(id)?.includes('STUDENT') ?? false;
  };
  const { links, toNobody } = nextLinks({ ...input, stated, current, isStudent: everStudent });
  for (const [key, { student, byHand }] of links) {
    if (!byHand && !roles.get(student)?.includes('STUDENT')) links.delete(key);
  }

  const present = new Map([...roles].map(([id, held]) => [id, new Set(held)]));
  for (const { guardian, byHand } of links.values()) {
    if (byHand || stated.get(guardian)?.gone) continue;
    const held = present.get(guardian);
    if (held === undefined) present.set(guardian, new Set<MemberConstituency>(['PARENT']));
    else held.add('PARENT');
  }
  return { present, stated: roles, links, toNobody, households: households(links.values()) };
}

function rolesNow(now: StatedPerson | undefined, before: readonly MemberConstituency[], org: string | null): MemberConstituency[] {
  if (now === undefined) return [...before];
  if (now.gone) return [];
  if (now.roles !== undefined) return rolesIn(now.roles, org);
  const gone = rolesIn(now.rolesGone ?? {}, org);
  return ordered([...before.filter((role) => !gone.includes(role)), ...rolesIn(now.rolesCome ?? {}, org)]);
}

/**
 * The roles a roster stated earlier and nobody took away by hand since. People put in place without a roster's word
 * count by the constituencies they are in.
 */
function rememberedRoles({ rosterRoles, fromRoster, byHand }: CurrentPerson, guardian: boolean): readonly MemberConstituency[] {
  if (rosterRoles.length > 0) return rosterRoles.filter((each) => fromRoster.includes(each) || byHand.includes(each));
  return guardian ? fromRoster.filter((each) => each !== 'PARENT') : fromRoster;
}

const allRoles = (roles: RolesBySchool): MemberConstituency[] => ordered(Object.values(roles).flat());

export function rolesIn(roles: RolesBySchool, org: string | null): MemberConstituency[] {
  if (org === null) return allRoles(roles);
  return Object.hasOwn(roles, org) ? ordered(roles[org]!) : [];
}
