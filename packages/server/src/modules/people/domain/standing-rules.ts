import { type Constituency, type Role, isMemberConstituency } from './constituency.ts';
import type { PersonFacts } from './viewer.ts';

/** Why a standing cannot be changed now; null when it can. */
export type StandingRefusal = 'PERSON_LEFT' | 'DERIVED' | 'STUDENT_HOLDS_NO_ROLE' | 'LAST_ADMINISTRATOR' | null;

export interface Changing extends PersonFacts {
  readonly active: boolean;
}

const isStudent = (person: PersonFacts) => person.standings.some(({ constituencies }) => constituencies.includes('STUDENT'));

const hasRole = (person: PersonFacts) => person.standings.some(({ roles }) => roles.length > 0);

/** A minor's name does not appear on acts of office (domain.md 7), and a student answers to staff, not the reverse. */
export function decideGrant(person: Changing): StandingRefusal {
  if (!person.active) return 'PERSON_LEFT';
  return isStudent(person) ? 'STUDENT_HOLDS_NO_ROLE' : null;
}

/** `administrators` counts those of the environment who are still here. */
export function decideRevoke(person: PersonFacts, environmentId: string, role: Role, administrators: number): StandingRefusal {
  const held = person.standings.some((each) => each.environmentId === environmentId && each.roles.includes(role));
  return held && role === 'ADMINISTRATOR' && administrators <= 1 ? 'LAST_ADMINISTRATOR' : null;
}

export function decideMembership(person: Changing, constituency: Constituency): StandingRefusal {
  if (!person.active) return 'PERSON_LEFT';
  if (!isMemberConstituency(constituency)) return 'DERIVED';
  return constituency === 'STUDENT' && hasRole(person) ? 'STUDENT_HOLDS_NO_ROLE' : null;
}

/** `administrators` by environment, of those who are still here. */
export function decideLeaving(person: PersonFacts, administrators: ReadonlyMap<string, number>): StandingRefusal {
  const last = person.standings.some(({ environmentId, roles }) =>
    roles.includes('ADMINISTRATOR') && (administrators.get(environmentId) ?? 0) <= 1);
  return last ? 'LAST_ADMINISTRATOR' : null;
}
