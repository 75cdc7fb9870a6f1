import type { Community, SeedPerson } from './write-community.ts';

/** Roles of the demonstration's accounts, as they are printed. */
export const DEMO_ROLES = [
  'administrator', 'coordinator', 'clerk', 'officer', 'teacher', 'other staff', 'parent (English)', 'second guardian',
  'parent (Spanish)', 'EL parent', 'student', 'community partner',
] as const;
export type DemoRole = (typeof DEMO_ROLES)[number];

/** One person of the community for each account; nobody twice. */
export function castOf({ people, guardianships }: Community): ReadonlyMap<DemoRole, SeedPerson> {
  const byId = new Map(people.map((person) => [person.id, person]));
  const studentsOf = (guardian: SeedPerson) =>
    guardianships.filter(([id]) => id === guardian.id).map(([, student]) => byId.get(student)!);
  const partnerOf = (guardian: SeedPerson) =>
    people.find((each) => each.constituency === 'PARENT' && each.id !== guardian.id && each.householdId === guardian.householdId);
  const parent = (fits: (person: SeedPerson) => boolean) =>
    people.find((person) => person.constituency === 'PARENT' && studentsOf(person).length > 0 && fits(person));
  const isLearnersParent = (person: SeedPerson) => studentsOf(person).some((student) => student.englishLearner);
  const inRole = (role: SeedPerson['roles'][number]) => people.find((person) => person.roles.includes(role));
  const plain = (constituency: SeedPerson['constituency']) =>
    people.find((person) => person.constituency === constituency && person.roles.length === 0);

  const english = parent((person) => studentsOf(person).length > 1 && partnerOf(person) !== undefined
    && [person, partnerOf(person)!, ...studentsOf(person)].every((each) => each.locale === 'en'));
  const spanish = parent((person) => person.locale === 'es' && !isLearnersParent(person));
  const learner = parent((person) => person.locale === 'es' && isLearnersParent(person));
  const cast: Record<DemoRole, SeedPerson | undefined> = {
    administrator: inRole('ADMINISTRATOR'),
    coordinator: inRole('COORDINATOR'),
    clerk: inRole('CLERK'),
    officer: inRole('OFFICER'),
    teacher: plain('TEACHER'),
    'other staff': plain('OTHER_STAFF'),
    'parent (English)': english,
    'second guardian': english && partnerOf(english),
    'parent (Spanish)': spanish,
    'EL parent': learner,
    student: english && studentsOf(english)[0],
    'community partner': plain('COMMUNITY'),
  };
  return new Map(DEMO_ROLES.flatMap((role) => (cast[role] ? [[role, cast[role]] as const] : [])));
}
