import type { MemberConstituency, Role } from '../domain/constituency.ts';

export interface SeedAdult {
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly constituency: MemberConstituency;
  readonly roles: readonly Role[];
}

const adults = (constituency: MemberConstituency, names: string): SeedAdult[] =>
  names.split(',').map((name) => {
    const [givenName = '', ...rest] = name.trim().split(' ');
    return { givenName, familyName: rest.join(' '), locale: 'en', constituency, roles: [] };
  });

const withRole = (person: SeedAdult, role: Role): SeedAdult => ({ ...person, roles: [role] });

const [principal, assistant] = adults('ADMINISTRATOR', 'Gloria Villanueva, Thomas Abrams');
const [coordinator, clerk, ...staff] = adults('OTHER_STAFF',
  'Maribel Ochoa, Ruth Delgado, Charles Tran, Norma Estrada, Paul Whitaker, Anoush Keshishian, Leonard Banks, Sun-hee Moon');
const [officer, ...teachers] = adults('TEACHER',
  'Daniel Castellanos, Amy Fujimoto, Bernard Oyelaran, Christine Haddad, David Rosenthal, Evelyn Marquez, Frank Iwu, '
  + 'Hannah Lindqvist, Ignacio Paredes, Joyce Baptiste, Kiran Desai, Lena Torosyan, Monica Albright, Nathan Yoo');
const partners = adults('COMMUNITY',
  'Walter Nakamura, Dolores Fuentes, Aram Bedrosian, Cheryl Pope, Samuel Osei');

/** Staff and partners. The coordinator is the parent and community representative, the clerk runs the front office. */
export const ADULTS: readonly SeedAdult[] = [
  withRole(principal!, 'ADMINISTRATOR'), withRole(assistant!, 'ADMINISTRATOR'),
  { ...withRole(coordinator!, 'COORDINATOR'), locale: 'es' }, withRole(clerk!, 'CLERK'), ...staff,
  withRole(officer!, 'OFFICER'), ...teachers,
  ...partners,
];
