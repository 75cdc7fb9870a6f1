import { randomUUID } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import type { MemberConstituency, Role } from '../domain/constituency.ts';
import type { SeedAdult } from './adults.ts';
import type { SeedFamily } from './families.ts';

/** Rows of the demonstration, ready to be written together. */
export interface Community {
  readonly people: readonly SeedPerson[];
  /** Guardian and student, by id. */
  readonly guardianships: readonly (readonly [string, string])[];
}

export interface SeedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly grade: string | null;
  readonly englishLearner: boolean;
  readonly householdId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly constituency: MemberConstituency;
  readonly roles: readonly Role[];
}

export function communityOf(adults: readonly SeedAdult[], families: readonly SeedFamily[]): Community {
  const homes = new Map<number, string>();
  const householdOf = (home: number) => homes.get(home) ?? homes.set(home, randomUUID()).get(home)!;
  const people: SeedPerson[] = adults.map((adult) => ({
    id: randomUUID(), grade: null, englishLearner: false, householdId: null, phone: null,
    email: addressOf(adult, adult.constituency === 'COMMUNITY' ? 'partners.example' : 'mariposa.example'), ...adult,
  }));
  const guardianships: (readonly [string, string])[] = [];
  let calls = 0;
  for (const { guardians, students } of families) {
    const adultsHere = guardians.map(({ home, reachable, ...guardian }): SeedPerson => ({
      id: randomUUID(), ...guardian, grade: null, englishLearner: false, householdId: householdOf(home),
      email: reachable ? addressOf(guardian, 'families.example') : null,
      // Numbers set aside for fiction.
      phone: reachable ? `+1 213 555 01${String(calls++ % 100).padStart(2, '0')}` : null,
      constituency: 'PARENT', roles: [],
    }));
    const children = students.map(({ home, ...student }): SeedPerson => ({
      id: randomUUID(), ...student, householdId: householdOf(home), email: null, phone: null, constituency: 'STUDENT', roles: [],
    }));
    people.push(...adultsHere, ...children);
    guardianships.push(...adultsHere.flatMap((adult) => children.map((child) => [adult.id, child.id] as const)));
  }
  return { people, guardianships };
}

function addressOf({ givenName, familyName }: { givenName: string; familyName: string }, domain: string): string {
  const plain = (text: string) => text.normalize('NFD').replace(/[^A-Za-z]/g, '').toLowerCase();
  return `${plain(givenName)}.${plain(familyName)}@${domain}`;
}

/** Five statements, however many people; inside the school's walls. */
export async function writeCommunity(
  em: Statements, schoolId: string, environmentId: string, { people, guardianships }: Community,
): Promise<void> {
  const rows = JSON.stringify(people);
  await em.execute(
    `insert into person (id, school_id, locale, grade, english_learner, household_id)
     select x.id, ?, x.locale, x.grade, x."englishLearner", x."householdId"
     from jsonb_to_recordset(?::jsonb) x(id uuid, locale text, grade text, "englishLearner" boolean, "householdId" uuid)`,
    [schoolId, rows]);
  await em.execute(
    `insert into person_pii (person_id, school_id, given_name, family_name, email, phone)
     select x.id, ?, x."givenName", x."familyName", x.email, x.phone
     from jsonb_to_recordset(?::jsonb) x(id uuid, "givenName" text, "familyName" text, email text, phone text)`,
    [schoolId, rows]);
  await em.execute(
    `insert into membership (school_id, environment_id, person_id, constituency)
     select ?, ?, x.id, x.constituency from jsonb_to_recordset(?::jsonb) x(id uuid, constituency text)`,
    [schoolId, environmentId, rows]);
  await em.execute(
    `insert into role_grant (school_id, environment_id, person_id, role)
     select ?, ?, x.id, role from jsonb_to_recordset(?::jsonb) x(id uuid, roles jsonb), jsonb_array_elements_text(x.roles) role`,
    [schoolId, environmentId, rows]);
  await em.execute(
    `insert into guardianship (school_id, guardian_id, student_id)
     select ?, (pair->>0)::uuid, (pair->>1)::uuid from jsonb_array_elements(?::jsonb) pair`,
    [schoolId, JSON.stringify(guardianships)]);
}
