import { type Database, school } from '../../../../platform/database/database.ts';
import type { FaultList } from '../../domain/roster/fault.ts';
import type { PlannedPerson } from '../../domain/roster/plan.ts';
import type { StatedPerson } from '../../domain/roster/stated.ts';
import { type StagedRecord, UNSEEN } from './import-record.ts';
import type { SchoolPlan } from './plan-school.ts';

export interface StageFacts {
  readonly importId: string;
  readonly schoolId: string;
}

const AT_ONCE = 1000;

/** Puts the preview's rows where pages can list them, in short transactions: a long one would hide other events. */
export async function stageRows(db: Database, { importId, schoolId }: StageFacts, rows: readonly PreviewRow[]): Promise<void> {
  const em = () => db.under(school(schoolId));
  await em().execute('delete from roster_import_row where import_id = ?::uuid', [importId]);
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await em().execute(
      `insert into roster_import_row (import_id, school_id, ordinal, file, line, effect, source_id, record, changes)
       select ?::uuid, ?::uuid, x.ordinal, x.file, x.line, x.effect, x.id, x.record, x.changes
       from jsonb_to_recordset(?::jsonb) as x(ordinal int, file text, line int, effect text, id text, record jsonb, changes text[])`,
      [importId, schoolId, JSON.stringify(rows.slice(at, at + AT_ONCE).map((row, index) => ({ ...row, ordinal: (row.seen ? 0 : UNSEEN) + at + index })))],
    );
  }
}

export interface PreviewRow {
  /** Listed to people; otherwise only kept for planning again. */
  readonly seen: boolean;
  readonly file: string;
  readonly line: number;
  readonly effect: string;
  readonly id: string;
  readonly record: StagedRecord;
  readonly changes: readonly string[];
}

/**
 * What the preview lists. With faults somebody may be missing only because a row could not be read, so nobody is
 * shown as leaving. Where there are several schools, people of the others are kept for the case that one is chosen.
 */
export function previewRows(made: SchoolPlan, all: readonly StatedPerson[], severalSchools: boolean, faults: number): PreviewRow[] {
  const stated = new Map(all.map((person) => [person.sourcedId, person]));
  const rows = made.plan.people.filter(({ effect }) => faults === 0 || effect !== 'LEAVE').map((person) => row(person, stated));
  if (!severalSchools) return rows;
  const shown = new Set(rows.map(({ id }) => id));
  return [...rows, ...all.filter(({ sourcedId }) => !shown.has(sourcedId)).map((person) => unseen(person))];
}

function row(planned: PlannedPerson, stated: ReadonlyMap<string, StatedPerson>): PreviewRow {
  const { sourcedId, file, line, effect, changes, after, constituencies } = planned;
  const record = { name: `${after.givenName} ${after.familyName}`.trim(), constituencies, stated: stated.get(sourcedId) ?? null };
  return { seen: true, file, line, effect, id: sourcedId, changes, record };
}

function unseen(person: StatedPerson): PreviewRow {
  return {
    seen: false, file: person.file, line: person.line, effect: 'KEEP', id: person.sourcedId, changes: [],
    record: { name: '', constituencies: [], stated: person },
  };
}

/** What can be planned again from the staged rows. */
export async function loadStaged(db: Database, { importId, schoolId }: StageFacts): Promise<StatedPerson[]> {
  const rows = await db.under(school(schoolId)).execute<{ stated: StatedPerson }[]>(
    `select record->'stated' as stated from roster_import_row
     where import_id = ?::uuid and record->'stated' <> 'null'::jsonb order by file desc, line`, [importId]);
  return rows.map(({ stated }) => stated);
}

/** Replaces what was told about an import so far. */
export async function stageFaults(db: Database, { importId, schoolId }: StageFacts, faults: FaultList): Promise<void> {
  const em = () => db.under(school(schoolId));
  await em().execute('delete from roster_import_fault where import_id = ?::uuid', [importId]);
  for (let at = 0; at < faults.kept.length; at += AT_ONCE) {
    await em().execute(
      `insert into roster_import_fault (import_id, school_id, ordinal, level, code, file, line, column_name, value)
       select ?::uuid, ?::uuid, x.ordinal, x.level, x.code, x.file, x.line, x."column", x.value
       from jsonb_to_recordset(?::jsonb) as x(ordinal int, level text, code text, file text, line int, "column" text, value text)`,
      [importId, schoolId, JSON.stringify(faults.kept.slice(at, at + AT_ONCE).map((fault, index) => ({ ...fault, ordinal: at + index })))],
    );
  }
}
