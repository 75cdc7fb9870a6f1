import type { Statements } from '../../../../platform/database/database.ts';
import type { Place } from './apply-plan.ts';

export interface Wanted {
  readonly name: string;
  /** The school's id in the files. */
  readonly org: string | null;
  /** `name` may be a name, slug or id that somebody typed. */
  readonly byName: boolean;
}

export interface Settled extends Place {
  readonly name: string;
  readonly slug: string;
  readonly isNew: boolean;
}

interface Found { readonly schoolId: string; readonly environmentId: string; readonly name: string; readonly slug: string }

/**
 * From here on the transaction acts as the application in one school, behind the same walls as any request of that
 * school. For the command line alone: several schools in one transaction, so that a district comes whole or not at all.
 */
export async function enterSchool(em: Statements, schoolId: string): Promise<void> {
  await em.execute(`select set_config('plenary.school', ?, true), set_config('role', 'plenary_app', true)`, [schoolId]);
}

async function leaveSchool(em: Statements): Promise<void> {
  await em.execute(`select set_config('plenary.school', '', true), set_config('role', 'plenary_gate', true)`);
}

/** The school that is meant, found or made, with its first learning environment (one school, one PLE by default). */
export async function settleSchool(em: Statements, wanted: Wanted): Promise<Settled> {
  await leaveSchool(em);
  const found = await find(em, wanted);
  if (found !== null) return { ...found, isNew: false };
  const [made] = await em.execute<{ id: string }[]>('insert into school (name, source_id) values (?, ?) returning id', [wanted.name, wanted.org]);
  const slug = await freeSlug(em, wanted.name);
  await enterSchool(em, made!.id);
  const [environment] = await em.execute<{ id: string }[]>(
    'insert into learning_environment (school_id, name, slug) values (?::uuid, ?, ?) returning id', [made!.id, wanted.name, slug]);
  return { schoolId: made!.id, environmentId: environment!.id, name: wanted.name, slug, isNew: true };
}

async function find(em: Statements, { name, org, byName }: Wanted): Promise<Found | null> {
  const [found] = await em.execute<Found[]>(
    `select s.id as "schoolId", e.id as "environmentId", s.name, e.slug
     from school s join learning_environment e on e.school_id = s.id
     where (not ? and s.source_id = ?) or (? and (s.source_id = ? or e.slug = ? or lower(s.name) = lower(?) or lower(e.name) = lower(?)))
     order by coalesce(s.source_id = ?, false) desc, coalesce(e.slug = ?, false) desc, e.created_at, e.id limit 1`,
    [byName, org, byName, name, name, name, name, name, name],
  );
  return found ?? null;
}

async function freeSlug(em: Statements, name: string): Promise<string> {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60) || 'school';
  const stem = plain.replace(/-+$/, '');
  const taken = await em.execute<{ slug: string }[]>(`select slug from learning_environment where slug = ? or slug like ?`, [stem, `${stem}-%`]);
  const used = new Set(taken.map(({ slug }) => slug));
  let slug = stem;
  for (let n = 2; used.has(slug); n += 1) slug = `${stem}-${n}`;
  return slug;
}
