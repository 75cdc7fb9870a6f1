import { rolesIn } from './next-people.ts';
import type { Roster, StatedPerson } from './stated.ts';

/**
 * The people of one school out of a roster of many: those the files put there, and the guardians of its students
 * wherever the files put them. A delta is handed on whole: somebody it moves away is to leave here.
 */
export function peopleOf(roster: Pick<Roster, 'people' | 'delta'>, org: string | null): readonly StatedPerson[] {
  return org === null || roster.delta ? roster.people : peopleBySchool(roster).get(org) ?? [];
}

/** {@link peopleOf} for every school at once, in one pass. */
export function peopleBySchool({ people }: Pick<Roster, 'people'>): ReadonlyMap<string, readonly StatedPerson[]> {
  const byId = new Map(people.map((person) => [person.sourcedId, person]));
  const found = new Map<string, Set<StatedPerson>>();
  const put = (org: string, person: StatedPerson) => { (found.get(org) ?? found.set(org, new Set()).get(org)!).add(person); };
  const studentIn = ({ gone, roles = {} }: StatedPerson) =>
    gone ? [] : Object.keys(roles).filter((org) => rolesIn(roles, org).includes('STUDENT'));
  for (const person of people) {
    if (person.gone) continue;
    for (const org of Object.keys(person.roles ?? {})) put(org, person);
    for (const agent of person.agents ?? []) {
      const other = byId.get(agent);
      if (other === undefined || other.gone) continue;
      for (const org of studentIn(person)) put(org, other);
      for (const org of studentIn(other)) put(org, person);
    }
  }
  // In the order of the files again, so that a preview reads like them.
  const order = new Map(people.map((person, at) => [person, at]));
  return new Map([...found].map(([org, set]) => [org, [...set].sort((a, b) => order.get(a)! - order.get(b)!)]));
}
