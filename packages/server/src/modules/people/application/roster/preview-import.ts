import { type Database, type Statements, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { FaultList } from '../../domain/roster/fault.ts';
import { peopleOf } from '../../domain/roster/people-of.ts';
import type { Roster } from '../../domain/roster/stated.ts';
import { type ImportRecord, findImport } from './import-record.ts';
import { type SchoolPlan, planSchool, warnOfPlan } from './plan-school.ts';
import { teller } from './progress.ts';
import { readRoster } from './read-roster.ts';
import { type RosterSource, UnreadableSource } from './source.ts';
import { loadStaged, previewRows, stageFaults, stageRows } from './stage-import.ts';
import { importTopic } from './topics.ts';

/** Somebody discarded the import, or the server is stopping. */
export class Interrupted extends Error {}

export interface PreviewFacts {
  readonly importId: string;
  readonly schoolId: string;
  readonly signal: AbortSignal;
}

/** Reads an export and stages its preview: READING → PREVIEWED, with whatever faults there are. */
export async function previewImport(house: House, facts: PreviewFacts, openFiles: () => Promise<RosterSource>): Promise<void> {
  const { db } = house;
  const record = await findImport(db, facts.schoolId, facts.importId);
  if (record?.state !== 'READING') return;
  const { tell } = teller(house, facts.importId);
  const source = await openFiles().catch((error: unknown) => {
    if (error instanceof UnreadableSource) return error;
    throw error;
  });
  if (source instanceof UnreadableSource) {
    const faults = new FaultList();
    faults.fault(source.code, source.file);
    return finish(house, record, { faults, done: 0 });
  }
  try {
    let done = 0;
    const { roster, faults } = await readRoster(source, {
      today: await todayAt(db, record),
      progress: async (rows) => {
        done = rows;
        await advance(db, facts, rows);
        tell();
      },
    });
    if (roster === null) return await finish(house, record, { faults, done });
    const org = await chooseOrg(db, record, roster, faults);
    await stagePlan(house, record, roster, org, faults, Math.max(done, roster.people.length));
  } finally {
    await source.close();
  }
}

/** Plans staged rows again for another school of the same files: READING → PREVIEWED. */
export async function previewForOrg(house: House, record: ImportRecord, org: string | null): Promise<void> {
  const staged = await loadStaged(house.db, { importId: record.id, schoolId: record.schoolId });
  const faults = new FaultList();
  const roster: Roster = {
    version: record.version === '1.2' ? '1.2' : '1.1', delta: record.delta, orgs: record.orgs, schoolsNamed: true, people: staged, mentions: [],
  };
  await stagePlan(house, record, roster, org, faults, record.done, true);
}

async function stagePlan(
  house: House, record: ImportRecord, roster: Roster, org: string | null, faults: FaultList, done: number, again = false,
): Promise<void> {
  const { db } = house;
  const ids = { importId: record.id, schoolId: record.schoolId };
  const several = roster.orgs.length > 1;
  const people = peopleOf(roster, org);
  const made = await db.transaction(school(record.schoolId), (em) => planSchool(em, record, roster, people, org));
  for (const { code, file, line, column, sourcedId } of made.toNobody) faults.fault(code, file, { line, column, value: sourcedId });
  const undecided = several && org === null;
  if (!undecided && faults.faults === 0) warnOfPlan(made, faults);
  // Until a school is chosen nobody can be said to leave.
  await stageRows(db, ids, previewRows(made, roster.people, several, undecided ? 1 : faults.faults));
  await finish(house, record, {
    faults, done, roster, org, again,
    ...(undecided || faults.faults > 0 ? {} : { made }),
  });
}

interface Outcome {
  readonly faults: FaultList;
  readonly done: number;
  readonly roster?: Roster;
  readonly org?: string | null;
  readonly made?: SchoolPlan;
  /** Warnings about the files, told the first time, stay. */
  readonly again?: boolean;
}

async function finish({ db, events }: House, { id, schoolId }: ImportRecord, { faults, done, roster, org, made, again = false }: Outcome): Promise<void> {
  if (!again) await stageFaults(db, { importId: id, schoolId }, faults);
  await db.transaction(school(schoolId), async (em) => {
    const updated = await em.execute<{ id: string }[]>(
      `update roster_import set state = 'PREVIEWED', version = coalesce(?, version), delta = ?, org_source_id = ?, orgs = ?::jsonb,
         counts = ?::jsonb, done = ?, total = ?, plan_digest = ?,
         fault_count = case when ? then fault_count else ? end, warning_count = case when ? then warning_count else ? end
       where id = ?::uuid and state = 'READING' returning id`,
      [roster?.version ?? null, roster?.delta ?? false, org ?? null, JSON.stringify(roster?.orgs ?? []),
        JSON.stringify(made?.plan.counts ?? []), done, done, made?.digest ?? null,
        again, faults.faults, again, faults.warnings, id],
    );
    if (updated.length > 0) await events.record(em, [{ schoolId, topic: importTopic(id), kind: 'roster.previewed', subjectId: id }]);
  });
}

/** @throws {Interrupted} when nobody waits for the preview any more */
async function advance(db: Database, { importId, schoolId, signal }: PreviewFacts, done: number): Promise<void> {
  const still = await db.under(school(schoolId)).execute<{ id: string }[]>(
    `update roster_import set done = ? where id = ?::uuid and state = 'READING' returning id`, [done, importId]);
  if (still.length === 0 || signal.aborted) throw new Interrupted();
}

/** The only school there is, or the one this school was last time; otherwise somebody has to say. */
async function chooseOrg(db: Database, { schoolId }: ImportRecord, { orgs }: Roster, faults: FaultList): Promise<string | null> {
  const known = await schoolOrg(db.under(school(schoolId)), schoolId);
  const chosen = orgs.length === 1 ? orgs[0]!.sourcedId : orgs.find(({ sourcedId }) => sourcedId === known)?.sourcedId ?? null;
  if (known !== null && chosen !== null && chosen !== known) faults.warn('ANOTHER_SCHOOL', 'orgs.csv', { value: chosen });
  return chosen;
}

async function schoolOrg(em: Statements, schoolId: string): Promise<string | null> {
  const [row] = await em.execute<{ org: string | null }[]>('select source_id as org from school where id = ?::uuid', [schoolId]);
  return row?.org ?? null;
}

async function todayAt(db: Database, { schoolId, environmentId }: ImportRecord): Promise<string> {
  const [row] = await db.under(school(schoolId)).execute<{ today: string }[]>(
    `select to_char(clock_timestamp() at time zone time_zone, 'YYYY-MM-DD') as today from learning_environment where id = ?::uuid`,
    [environmentId]);
  return row!.today;
}
