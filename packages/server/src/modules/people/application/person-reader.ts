import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/room.ts';
import type { PersonFacts, Standing } from '../domain/viewer.ts';
import { isUuid, uuidArray } from './sql.ts';
import { standingsOf } from './standings.ts';

export interface PersonRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly active: boolean;
  readonly locale: string;
  readonly grade: string | null;
  readonly englishLearner: boolean;
  readonly householdId: string | null;
  /** Null once the person has been forgotten; records keep the id. */
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export const PERSON_COLUMNS = `p.id, p.school_id as "schoolId", p.active, p.locale, p.grade,
  p.english_learner as "englishLearner", p.household_id as "householdId",
  i.given_name as "givenName", i.family_name as "familyName", i.email, i.phone`;

export interface SlipRecord {
  readonly id: string;
  readonly personId: string;
  readonly madeAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
  readonly usable: boolean;
}

/** Batched reads of one school's people, one set per request. They ask no policy: callers do. */
export interface PeopleLoaders {
  readonly person: DataLoader<string, PersonRecord | null>;
  readonly standings: DataLoader<string, readonly Standing[]>;
  readonly guardianIds: DataLoader<string, readonly string[]>;
  readonly studentIds: DataLoader<string, readonly string[]>;
  readonly slips: DataLoader<string, readonly SlipRecord[]>;
}

const LOADERS = Symbol('people.loaders');

export function peopleLoaders(ctx: RequestContext, schoolId: string): PeopleLoaders {
  const bySchool = ctx.once(LOADERS, () => new Map<string, PeopleLoaders>());
  let loaders = bySchool.get(schoolId);
  if (loaders === undefined) {
    loaders = makeLoaders(ctx.house, schoolId);
    bySchool.set(schoolId, loaders);
  }
  return loaders;
}

/** After an act: what this request read before it is read again. */
export function forgetPeople(ctx: RequestContext): void {
  ctx.once(LOADERS, () => new Map<string, PeopleLoaders>()).clear();
}

/** Who is being looked at, for the policies. */
export async function personFacts(ctx: RequestContext, person: PersonRecord): Promise<PersonFacts> {
  const standings = await peopleLoaders(ctx, person.schoolId).standings.load(person.id);
  return { id: person.id, schoolId: person.schoolId, householdId: person.householdId, standings };
}

/** A person of the school by id, whatever the viewer; null when there is none. */
export const personById = (ctx: RequestContext, schoolId: string, id: string): Promise<PersonRecord | null> =>
  isUuid(id) ? peopleLoaders(ctx, schoolId).person.load(id.toLowerCase()) : Promise.resolve(null);

function makeLoaders({ db }: House, schoolId: string): PeopleLoaders {
  const rows = <T extends object>(sql: string, ids: readonly string[]) =>
    db.under(school(schoolId)).execute<T[]>(sql, [uuidArray(ids)]);
  const many = <T extends { key: string }>(sql: string) => new DataLoader<string, T[]>(async (ids) => {
    const groups = Map.groupBy(await rows<T>(sql, ids), (row) => row.key);
    return ids.map((id) => groups.get(id) ?? []);
  });
  const idsOf = (sql: string) => {
    const loader = many<{ key: string; id: string }>(sql);
    return new DataLoader<string, string[]>(async (ids) => (await Promise.all(ids.map((id) => loader.load(id)))).map((each) => each.map((row) => row.id)));
  };
  return {
    person: new DataLoader(async (ids) => {
      const found = await rows<PersonRecord>(
        `select ${PERSON_COLUMNS} from person p left join person_pii i on i.person_id = p.id where p.id = any(?::uuid[])`, ids);
      const byId = new Map(found.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    standings: new DataLoader(async (ids) => {
      const found = Map.groupBy(
        await rows<Standing & { personId: string }>(standingsOf('p.id = any(?::uuid[])'), ids), (row) => row.personId);
      return ids.map((id) => found.get(id) ?? []);
    }),
    guardianIds: idsOf(`select g.student_id as key, g.guardian_id as id from guardianship g
      join person_pii i on i.person_id = g.guardian_id where g.student_id = any(?::uuid[]) order by i.family_name, i.given_name, g.guardian_id`),
    studentIds: idsOf(`select g.guardian_id as key, g.student_id as id from guardianship g
      join person_pii i on i.person_id = g.student_id where g.guardian_id = any(?::uuid[]) order by i.family_name, i.given_name, g.student_id`),
    slips: many<SlipRecord & { key: string }>(`select s.person_id as key, s.id, s.person_id as "personId", s.made_at as "madeAt",
      s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.last_used_at as "lastUsedAt",
      s.revoked_at is null and s.expires_at > clock_timestamp() as usable
      from access_slip s where s.person_id = any(?::uuid[]) order by s.made_at desc, s.id`),
  };
}
