import { ARMENIAN, ENGLISH, KOREAN, type NamePool, SPANISH } from './names.ts';
import type { Random } from './random.ts';

export interface SeedGuardian {
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  /** Number of the home among all homes: letters to one home go in one envelope. */
  readonly home: number;
  readonly reachable: boolean;
}

export interface SeedStudent {
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly grade: '06' | '07' | '08';
  readonly englishLearner: boolean;
  readonly home: number;
}

/** Brothers and sisters and everybody who is guardian to them, in one home or two. */
export interface SeedFamily {
  readonly guardians: readonly SeedGuardian[];
  readonly students: readonly SeedStudent[];
}

const COMMUNITIES: readonly (readonly [NamePool, number])[] = [[SPANISH, 52], [ENGLISH, 31], [ARMENIAN, 10], [KOREAN, 7]];

/** Share of a community's students who are English learners. */
const LEARNERS: Readonly<Record<NamePool['locale'], number>> = { es: 0.3, hy: 0.35, ko: 0.25, en: 0 };

type Homes = 'ONE_GUARDIAN' | 'COUPLE' | 'WITH_GRANDMOTHER' | 'TWO_HOMES';
const HOMES: readonly (readonly [Homes, number])[] = [['COUPLE', 48], ['TWO_HOMES', 22], ['ONE_GUARDIAN', 22], ['WITH_GRANDMOTHER', 8]];

/** Families until there are exactly `students` students. */
export function families(chance: Random, students: number): SeedFamily[] {
  const made: SeedFamily[] = [];
  let left = students;
  let homes = 0;
  while (left > 0) {
    const children = Math.min(left, chance.weighted([[1, 68], [2, 26], [3, 6]]));
    const family = makeFamily(chance, children, homes);
    made.push(family);
    homes = 1 + Math.max(...family.guardians.map((each) => each.home));
    left -= children;
  }
  return made;
}

function makeFamily(chance: Random, children: number, home: number): SeedFamily {
  const pool = chance.weighted(COMMUNITIES);
  const name = chance.pick(pool.families);
  const other = chance.pick(pool.families.filter((each) => each !== name));
  // Many a family that speaks another language at home has someone who would rather read English.
  const reads = () => (pool.locale !== 'en' && chance.chance(0.2) ? 'en' : pool.locale);
  const guardian = (from: readonly string[], familyName: string, at: number): SeedGuardian =>
    ({ givenName: chance.pick(from), familyName, locale: reads(), home: at, reachable: chance.chance(0.7) });

  const form = chance.weighted(HOMES);
  const mother = guardian(pool.women, form === 'TWO_HOMES' ? other : name, home);
  const guardians = [mother];
  if (form === 'COUPLE') guardians.push(guardian(pool.men, name, home));
  if (form === 'WITH_GRANDMOTHER') guardians.push(guardian(pool.women.filter((each) => each !== mother.givenName), name, home));
  if (form === 'TWO_HOMES') guardians.push(guardian(pool.men, name, home + 1));

  const learner = chance.chance(LEARNERS[pool.locale]);
  const names = new Set<string>();
  while (names.size < children) names.add(chance.pick(pool.children));
  return {
    guardians,
    students: [...names].map((givenName) => ({
      givenName, familyName: name, locale: pool.locale, grade: chance.pick(['06', '07', '08']), englishLearner: learner, home,
    })),
  };
}
