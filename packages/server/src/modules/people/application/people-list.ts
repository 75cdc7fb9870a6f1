import { type Statements, school } from '../../../platform/database/database.ts';
import { type Page, type Position, page } from '../../../platform/graphql/paging.ts';
import type { House } from '../../../platform/room.ts';
import type { Constituency, Role } from '../domain/constituency.ts';
import { mayAdminister } from '../domain/policy.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import type { EnvironmentRecord } from './environment-reader.ts';
import { PERSON_COLUMNS, type PersonRecord } from './person-reader.ts';
import { IS_EL_PARENT } from './standings.ts';

export interface PeopleQuery {
  readonly constituency?: Constituency | null;
  readonly search?: string | null;
  readonly role?: Role | null;
  readonly withoutSlip?: boolean | null;
  readonly active?: boolean | null;
}

interface Narrowed { readonly sql: string; readonly params: readonly unknown[] }

const NO_USABLE_SLIP = `not exists (select from access_slip a
  where a.person_id = p.id and a.revoked_at is null and a.expires_at > clock_timestamp())`;

// Accents fall off after decomposition: "Nuñez" is found by "nunez" and the other way round.
const FOLDED = `regexp_replace(normalize(i.search, NFD), '[\u0300-\u036f]', '', 'g')`;
const fold = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const literally = (word: string) => word.replace(/[\\%_]/g, '\\$&');

function narrowed(environmentId: string, viewer: ViewerFacts, query: PeopleQuery): Narrowed {
  const parts: Narrowed[] = [
    { sql: `(exists (select from membership m where m.person_id = p.id and m.environment_id = ?)
        or exists (select from role_grant r where r.person_id = p.id and r.environment_id = ?))`, params: [environmentId, environmentId] },
    { sql: 'p.active = ?', params: [query.active ?? true] },
  ];
  if (query.constituency != null) {
    const derived = query.constituency === 'EL_PARENT';
    parts.push({
      sql: `exists (select from membership m where m.person_id = p.id and m.environment_id = ? and ${derived ? IS_EL_PARENT : 'm.constituency = ?'})`,
      params: derived ? [environmentId] : [environmentId, query.constituency],
    });
  }
  if (query.role != null) {
    parts.push({
      sql: 'exists (select from role_grant r where r.person_id = p.id and r.environment_id = ? and r.role = ?)',
      params: [environmentId, query.role],
    });
  }
  if (query.withoutSlip) {
    parts.push({ sql: NO_USABLE_SLIP, params: [] });
    if (!mayAdminister(viewer, environmentId)) {
      parts.push({ sql: 'not exists (select from role_grant r where r.person_id = p.id)', params: [] });
    }
  }
  for (const word of fold(query.search ?? '').split(/[\s\p{Cc}]+/u).filter(Boolean)) {
    parts.push({ sql: `${FOLDED} like ?`, params: [`%${literally(word)}%`] });
  }
  return { sql: parts.map((part) => part.sql).join('\n and '), params: parts.flatMap((part) => part.params) };
}

/** A page of an environment's people by family name, given name, id; whoever calls has asked the policy. */
export async function peoplePage(
  { db }: House, environment: Pick<EnvironmentRecord, 'id' | 'schoolId'>, viewer: ViewerFacts,
  query: PeopleQuery, first: number, after: Position | null,
): Promise<Page<PersonRecord>> {
  const where = narrowed(environment.id, viewer, query);
  const rows = await db.under(school(environment.schoolId)).execute<PersonRecord[]>(
    `select ${PERSON_COLUMNS} from person p join person_pii i on i.person_id = p.id
     where ${where.sql} ${after === null ? '' : 'and (i.family_name, i.given_name, i.person_id) > (?, ?, ?::uuid)'}
     order by i.family_name, i.given_name, i.person_id limit ?`,
    [...where.params, ...(after ?? []), first + 1]);
  return page(rows, first, (row) => [row.familyName!, row.givenName!, row.id], after);
}

export async function countPeople(
  em: Statements, environmentId: string, viewer: ViewerFacts, query: PeopleQuery,
): Promise<number> {
  const where = narrowed(environmentId, viewer, query);
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from person p join person_pii i on i.person_id = p.id where ${where.sql}`, where.params);
  return row?.count ?? 0;
}
