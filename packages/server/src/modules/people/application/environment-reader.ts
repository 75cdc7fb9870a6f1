import DataLoader from 'dataloader';
import { type Statements, gate, school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import type { House } from '../../../platform/room.ts';
import type { Constituency } from '../domain/constituency.ts';
import { type Position, page } from '../../../platform/graphql/paging.ts';
import { environmentMemory } from './environment-memory.ts';
import type { EnvironmentRecord } from './environment-record.ts';
import { isUuid, uuidArray } from './sql.ts';
import { IS_EL_PARENT } from './standings.ts';

export type { EnvironmentRecord };

const COLUMNS = `e.id, e.school_id as "schoolId", s.name as "schoolName", e.name, e.slug, e.vision,
  e.required_locales as "requiredLocales", e.time_zone as "timeZone"`;

const LOADER = Symbol('people.environments');

/** Across schools: which environments there are is public. */
export function environmentById(ctx: RequestContext, id: string): Promise<EnvironmentRecord | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  const known = environmentMemory(ctx.house).byId(id.toLowerCase());
  return known === undefined ? environmentLoader(ctx).load(id.toLowerCase()) : Promise.resolve(known);
}

/** After an act: what this request read before it is read again. */
export function forgetEnvironments(ctx: RequestContext): void {
  environmentLoader(ctx).clearAll();
}

const environmentLoader = (ctx: RequestContext) => ctx.once(LOADER, () => new DataLoader(async (ids: readonly string[]) => {
  const rows = await environmentMemory(ctx.house).read(() => ctx.house.db.under(gate).execute<EnvironmentRecord[]>(
    `select ${COLUMNS} from learning_environment e join school s on s.id = e.school_id where e.id = any(?::uuid[])`,
    [uuidArray(ids)],
  ));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((each) => byId.get(each) ?? null);
}));

/** The same for work without a request, inside a transaction of the school. */
export async function environmentIn(em: Statements, id: string): Promise<EnvironmentRecord | null> {
  const [row] = await em.execute<EnvironmentRecord[]>(
    `select ${COLUMNS} from learning_environment e join school s on s.id = e.school_id where e.id = ?`, [id]);
  return row ?? null;
}

export async function environmentBySlug(house: House, slug: string): Promise<EnvironmentRecord | null> {
  const memory = environmentMemory(house);
  const known = memory.bySlug(slug);
  if (known !== undefined) return known;
  const [row] = await memory.read(() => house.db.under(gate).execute<EnvironmentRecord[]>(
    `select ${COLUMNS} from learning_environment e join school s on s.id = e.school_id where e.slug = ?`, [slug]));
  return row ?? null;
}

/** One more than `first`, so that the caller can tell whether there are more. */
export async function environmentsAfter({ db }: House, first: number, after: Position | null): Promise<EnvironmentRecord[]> {
  return db.under(gate).execute<EnvironmentRecord[]>(
    `select ${COLUMNS} from learning_environment e join school s on s.id = e.school_id
     where ?::text is null or (e.name, e.id) > (?, ?::uuid)
     order by e.name, e.id limit ?`,
    [after?.[0] ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1],
  );
}
export const environmentPage = (rows: EnvironmentRecord[], first: number, after: Position | null) =>
  page(rows, first, (row) => [row.name, row.id], after);

export interface EnvironmentSizes {
  readonly sizes: readonly { readonly constituency: Constituency; readonly size: number }[];
}

const SIZES = Symbol('people.sizes');

/** Active people of each constituency of an environment, those without people left out. */
export function sizesOf(ctx: RequestContext, environment: Pick<EnvironmentRecord, 'id' | 'schoolId'>): Promise<EnvironmentSizes['sizes']> {
  const loader = ctx.once(SIZES, () => new DataLoader(
    (keys: readonly Pick<EnvironmentRecord, 'id' | 'schoolId'>[]) => countSizes(ctx.house, keys),
    { cacheKeyFn: (key) => key.id as unknown as typeof key },
  ));
  return loader.load(environment);
}

async function countSizes({ db }: House, keys: readonly Pick<EnvironmentRecord, 'id' | 'schoolId'>[]) {
  type Row = { environmentId: string; constituency: Constituency; size: number };
  const schools = [...new Set(keys.map((key) => key.schoolId))];
  const rows = (await Promise.all(schools.map((schoolId) => db.under(school(schoolId)).execute<Row[]>(
    `select x.environment_id as "environmentId", x.constituency, count(*)::int as size
     from (select m.environment_id, m.person_id, m.constituency from membership m
           union all
           select m.environment_id, m.person_id, 'EL_PARENT' from membership m where ${IS_EL_PARENT}) x
     join person p on p.id = x.person_id and p.active
     where x.environment_id = any(?::uuid[])
     group by 1, 2 order by 2`,
    [uuidArray(keys.map((key) => key.id))],
  )))).flat();
  return keys.map((key) => rows.filter((row) => row.environmentId === key.id));
}
