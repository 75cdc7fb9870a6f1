import { randomUUID } from 'node:crypto';
import { type Database, gate, school } from '../../../platform/database/database.ts';
import { newToken } from '../application/secret.ts';
import type { MemberConstituency, Role } from '../domain/constituency.ts';
import { type Slip, newSlip } from '../seed/slip-secret.ts';
import { type SeedPerson, writeCommunity } from '../seed/write-community.ts';

/** Someone of the story, with a slip in the hand and a program already signed in. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly householdId: string | null;
  readonly slip: Slip;
  readonly sessionId: string;
  /** For `Authorization: Bearer`. */
  readonly bearer: string;
  /** Headers of a request by this person. */
  readonly headers: { readonly authorization: string };
}

export interface Family {
  readonly guardians: readonly Member[];
  readonly students: readonly Member[];
}

export interface World {
  readonly schoolId: string;
  readonly environmentId: string;
  readonly slug: string;
  /** In the order of the story. */
  readonly administrators: readonly Member[];
  readonly coordinators: readonly Member[];
  readonly clerks: readonly Member[];
  readonly officers: readonly Member[];
  readonly teachers: readonly Member[];
  readonly staff: readonly Member[];
  readonly parents: readonly Member[];
  readonly students: readonly Member[];
  readonly partners: readonly Member[];
  readonly families: readonly Family[];
}

export interface FamilyTold {
  readonly guardians?: number;
  readonly students?: number;
  readonly englishLearner?: boolean;
  /** The second guardian, and everyone after, in a home of their own. */
  readonly twoHomes?: boolean;
  readonly locale?: string;
}

type Group = Exclude<keyof World, 'schoolId' | 'environmentId' | 'slug' | 'families'>;

interface Told extends SeedPerson { readonly group: Group }

/** Tells a school for a test: `await aSchool(db).withTeachers(3).withFamily({ guardians: 2 }).open()`. */
export const aSchool = (db: Database, name = 'Test School'): SchoolStory => new SchoolStory(db, name);

class SchoolStory {
  readonly #db: Database;
  readonly #name: string;
  readonly #people: Told[] = [];
  readonly #families: { guardians: string[]; students: string[] }[] = [];

  constructor(db: Database, name: string) {
    this.#db = db;
    this.#name = name;
  }

  withAdministrators = (count = 1) => this.#add(count, 'administrators', 'ADMINISTRATOR', 'ADMINISTRATOR');
  withCoordinators = (count = 1) => this.#add(count, 'coordinators', 'OTHER_STAFF', 'COORDINATOR');
  withClerks = (count = 1) => this.#add(count, 'clerks', 'OTHER_STAFF', 'CLERK');
  withOfficers = (count = 1) => this.#add(count, 'officers', 'TEACHER', 'OFFICER');
  withTeachers = (count = 1) => this.#add(count, 'teachers', 'TEACHER');
  withStaff = (count = 1) => this.#add(count, 'staff', 'OTHER_STAFF');
  withPartners = (count = 1) => this.#add(count, 'partners', 'COMMUNITY');
  /** Parents without a student on the roster. */
  withParents = (count = 1) => this.#add(count, 'parents', 'PARENT');
  /** Students without a guardian on the roster. */
  withStudents = (count = 1) => this.#add(count, 'students', 'STUDENT');

  withFamily({ guardians = 1, students = 1, englishLearner = false, twoHomes = false, locale = 'en' }: FamilyTold = {}): this {
    const [home, otherHome] = [randomUUID(), randomUUID()];
    const ids = (group: Group, constituency: MemberConstituency, count: number, at: (n: number) => string) =>
      Array.from({ length: count }, (_, n) => this.#tell(group, constituency, {
        householdId: at(n), locale, englishLearner: englishLearner && group === 'students', grade: group === 'students' ? '07' : null,
      }));
    this.#families.push({
      guardians: ids('parents', 'PARENT', guardians, (n) => (twoHomes && n > 0 ? otherHome : home)),
      students: ids('students', 'STUDENT', students, () => home),
    });
    return this;
  }

  /** Writes it all and signs everybody in. */
  async open(): Promise<World> {
    const environmentId = randomUUID();
    const slug = `test-${environmentId.slice(0, 8)}`;
    const [made] = await this.#db.fork(gate).execute<{ id: string }[]>('insert into school (name) values (?) returning id', [this.#name]);
    const schoolId = made!.id;
    const entered = this.#people.map((person) => ({ person, slip: newSlip(), sessionId: randomUUID(), ...newToken() }));
    await this.#db.transaction(school(schoolId), async (em) => {
      await em.execute(
        `insert into learning_environment (id, school_id, name, slug, required_locales, vision) values (?, ?, ?, ?, '{en,es}', '{"en": "All learn."}')`,
        [environmentId, schoolId, `${this.#name} Environment`, slug]);
      await writeCommunity(em, schoolId, environmentId, {
        people: this.#people,
        guardianships: this.#families.flatMap(({ guardians, students }) =>
          guardians.flatMap((guardian) => students.map((student) => [guardian, student] as const))),
      });
      const access = JSON.stringify(entered.map(({ person, slip, sessionId, hash }) =>
        ({ person: person.id, slip: slip.tokenHash.toString('hex'), session: sessionId, token: hash.toString('hex') })));
      await em.execute(
        `insert into access_slip (school_id, person_id, token_hash, expires_at)
         select ?, (x->>'person')::uuid, decode(x->>'slip', 'hex'), clock_timestamp() + interval '1 year' from jsonb_array_elements(?::jsonb) x`,
        [schoolId, access]);
      await em.execute(
        `insert into session (id, school_id, person_id, token_hash, transport, expires_at)
         select (x->>'session')::uuid, ?, (x->>'person')::uuid, decode(x->>'token', 'hex'), 'BEARER', clock_timestamp() + interval '8 hours'
         from jsonb_array_elements(?::jsonb) x`,
        [schoolId, access]);
    });

    const members = new Map(entered.map(({ person, slip, sessionId, token }): [string, Member] => [person.id, {
      id: person.id, name: `${person.givenName} ${person.familyName}`, householdId: person.householdId, slip, sessionId,
      bearer: token, headers: { authorization: `Bearer ${token}` },
    }]));
    const group = (name: Group) => this.#people.filter((each) => each.group === name).map((each) => members.get(each.id)!);
    return {
      schoolId, environmentId, slug,
      administrators: group('administrators'), coordinators: group('coordinators'), clerks: group('clerks'), officers: group('officers'),
      teachers: group('teachers'), staff: group('staff'), parents: group('parents'), students: group('students'), partners: group('partners'),
      families: this.#families.map(({ guardians, students }) => ({
        guardians: guardians.map((id) => members.get(id)!), students: students.map((id) => members.get(id)!),
      })),
    };
  }

  #add(count: number, group: Group, constituency: MemberConstituency, role?: Role): this {
    for (let n = 0; n < count; n += 1) this.#tell(group, constituency, { roles: role ? [role] : [] });
    return this;
  }

  #tell(group: Group, constituency: MemberConstituency, more: Partial<SeedPerson>): string {
    const id = randomUUID();
    const familyName = `${group[0]!.toUpperCase()}${group.slice(1)}`;
    this.#people.push({
      id, givenName: `Number${this.#people.length + 1}`, familyName, locale: 'en', grade: null, englishLearner: false,
      householdId: null, email: null, phone: null, constituency, roles: [], group, ...more,
    });
    return id;
  }
}
