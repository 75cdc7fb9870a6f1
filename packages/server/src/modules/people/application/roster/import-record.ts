import { type Statements, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { MemberConstituency } from '../../domain/constituency.ts';
import type { Fault } from '../../domain/roster/fault.ts';
import type { Count, Effect } from '../../domain/roster/plan.ts';
import type { StatedPerson } from '../../domain/roster/stated.ts';
import { type Position, page, pageSize } from '../../../../platform/graphql/paging.ts';
import { isTimestamp, positionAfter } from '../cursors.ts';
import { asDate, asDateOrNull, isUuid } from '../sql.ts';
import { writtenSoFar } from './progress.ts';

export type ImportState = 'READING' | 'PREVIEWED' | 'COMMITTING' | 'COMMITTED' | 'FAILED' | 'DISCARDED';

export interface StoredOrg {
  readonly sourcedId: string;
  readonly name: string;
  readonly people: number;
}

/** One import, as the database keeps it. */
export interface ImportRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly state: ImportState;
  readonly fileName: string;
  readonly version: string | null;
  readonly delta: boolean;
  /** The school of the files that is meant; null when there is no choice, or none was made yet. */
  readonly org: string | null;
  readonly orgs: readonly StoredOrg[];
  readonly counts: readonly Count[];
  readonly done: number;
  readonly total: number | null;
  readonly faultCount: number;
  readonly warningCount: number;
  readonly digest: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** Staged rows from this ordinal on are kept for planning again and belong to no preview. */
export const UNSEEN = 100_000_000;

/** What is staged of one person: enough to show the row, and to plan again. */
export interface StagedRecord {
  readonly name: string;
  readonly constituencies: readonly MemberConstituency[];
  /** Null for somebody the files do not list. */
  readonly stated: StatedPerson | null;
}

const COLUMNS = `id, school_id as "schoolId", environment_id as "environmentId", state, file_name as "fileName", version, delta,
  org_source_id as org, orgs, counts, done, total, fault_count as "faultCount", warning_count as "warningCount",
  plan_digest as digest, started_at::text as "startedAt", finished_at::text as "finishedAt"`;

type Row = Omit<ImportRecord, 'startedAt' | 'finishedAt'> & { readonly startedAt: string; readonly finishedAt: string | null };

const toRecord = (row: Row): ImportRecord => ({
  ...row,
  done: row.state === 'COMMITTING' ? writtenSoFar(row.id) ?? row.done : row.done,
  startedAt: asDate(row.startedAt), finishedAt: asDateOrNull(row.finishedAt),
});

/** With a lock, for whoever is about to change it. */
export async function lockImport(em: Statements, id: string): Promise<ImportRecord | null> {
  const [row] = await em.execute<Row[]>(`select ${COLUMNS} from roster_import where id = ?::uuid for update`, [id]);
  return row === undefined ? null : toRecord(row);
}

export async function findImport(db: House['db'], schoolId: string, id: string): Promise<ImportRecord | null> {
  const [row] = await db.under(school(schoolId)).execute<Row[]>(`select ${COLUMNS} from roster_import where id = ?::uuid`, [id]);
  return row === undefined ? null : toRecord(row);
}

/** An environment's imports, newest first. @throws BAD_INPUT for a page size or cursor out of range */
export async function importsOf(db: House['db'], environment: { id: string; schoolId: string }, first: number, after?: string | null) {
  const position = positionAfter(after, isTimestamp, isUuid);
  const rows = await db.under(school(environment.schoolId)).execute<(Row & { at: string })[]>(
    `select ${COLUMNS}, started_at::text as at from roster_import
     where environment_id = ?::uuid and (?::text is null or (started_at, id) < (?::timestamptz, ?::uuid))
     order by started_at desc, id desc limit ?`,
    [environment.id, position?.[0] ?? null, position?.[0] ?? null, position?.[1] ?? null, pageSize(first) + 1],
  );
  return page(rows.map((row) => ({ ...toRecord(row), at: row.at })), first, (row): Position => [row.at, row.id], position);
}

/** @throws BAD_INPUT for a page size or cursor out of range */
export async function faultsOf(db: House['db'], { id, schoolId }: ImportRecord, first: number, after: string | null | undefined, level: string | null) {
  const position = ordinalAfter(after);
  const rows = await db.under(school(schoolId)).execute<(Fault & { ordinal: number })[]>(
    `select ordinal, level, code, file, line, column_name as "column", value from roster_import_fault
     where import_id = ?::uuid and ordinal > ? and (?::text is null or level = ?) order by ordinal limit ?`,
    [id, position ?? -1, level, level, pageSize(first) + 1],
  );
  return page(rows, first, (row): Position => [String(row.ordinal)], position === null ? null : [String(position)]);
}

export interface StagedRow extends Pick<StagedRecord, 'name' | 'constituencies'> {
  readonly ordinal: number;
  readonly file: string;
  readonly line: number;
  readonly effect: Effect;
  readonly sourcedId: string;
  readonly changes: readonly string[];
}

/** @throws BAD_INPUT for a page size or cursor out of range */
export async function rowsOf(db: House['db'], { id, schoolId }: ImportRecord, first: number, after: string | null | undefined, effect: string | null) {
  const position = ordinalAfter(after);
  const rows = await db.under(school(schoolId)).execute<StagedRow[]>(
    `select ordinal, file, line, effect, source_id as "sourcedId", record->>'name' as name,
       record->'constituencies' as constituencies, changes
     from roster_import_row
     where import_id = ?::uuid and ordinal > ? and ordinal < ${UNSEEN} and (?::text is null or effect = ?) order by ordinal limit ?`,
    [id, position ?? -1, effect, effect, pageSize(first) + 1],
  );
  return page(rows, first, (row): Position => [String(row.ordinal)], position === null ? null : [String(position)]);
}

function ordinalAfter(after: string | null | undefined): number | null {
  const [ordinal] = positionAfter(after, (value) => /^\d{1,9}$/.test(value)) ?? [];
  return ordinal === undefined ? null : Number(ordinal);
}
