import { basename } from 'node:path';
import { type Statements, gate } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { type Fault, FaultList } from '../../domain/roster/fault.ts';
import { peopleBySchool } from '../../domain/roster/people-of.ts';
import type { Count } from '../../domain/roster/plan.ts';
import type { Mention, Roster, StatedPerson } from '../../domain/roster/stated.ts';
import { commitPlan } from './commit-plan.ts';
import { type SchoolPlan, planSchool, warnOfPlan } from './plan-school.ts';
import { readRoster } from './read-roster.ts';
import { openSource } from './roster-source.ts';
import { UnreadableSource } from './source.ts';
import { type Settled, enterSchool, settleSchool } from './settle-school.ts';

export interface DistrictImport {
  readonly path: string;
  readonly dryRun: boolean;
  /** Puts everybody into this one school: its name, slug or `sourcedId`; made when there is none. */
  readonly school: string | null;
  progress?(rows: number): void;
}

export interface DistrictReport {
  readonly committed: boolean;
  readonly version: string | null;
  readonly delta: boolean;
  readonly faultCount: number;
  readonly warningCount: number;
  readonly faults: readonly Fault[];
  readonly schools: readonly { readonly name: string; readonly slug: string; readonly sourcedId: string | null; readonly isNew: boolean; readonly counts: readonly Count[] }[];
}

/** Undoes everything of a dry run or a faulty import, by leaving its transaction. */
class Undone extends Error {}

/** Imports a whole export, school by school, in one transaction: every school or none. */
export async function importDistrict(house: House, asked: DistrictImport): Promise<DistrictReport> {
  const faults = new FaultList();
  const name = basename(asked.path);
  const source = await openSource(asked.path).catch((error: unknown) => {
    if (!(error instanceof UnreadableSource)) throw error;
    faults.fault(error.code, error.file);
    return null;
  });
  if (source === null) return report(faults, null, [], false);
  try {
    const read = await readRoster(source, {
      today: house.clock.now().toISOString().slice(0, 10),
      ...(asked.progress === undefined ? {} : { progress: async (rows) => { asked.progress?.(rows); } }),
    });
    const { roster } = read;
    if (roster === null || read.faults.faults > 0) return report(read.faults, roster, [], false);
    if (asked.school === null && roster.orgs.length === 0) {
      read.faults.fault('NO_ORG', 'orgs.csv');
      return report(read.faults, roster, [], false);
    }
    return await commitAll(house, asked, roster, name, read.faults);
  } finally {
    await source.close();
  }
}

type Done = DistrictReport['schools'][number];

async function commitAll(house: House, asked: DistrictImport, roster: Roster, fileName: string, faults: FaultList): Promise<DistrictReport> {
  const places = placesOf(asked, roster);
  let done: Done[] = [];
  let found = new FaultList();
  try {
    await house.db.transaction(gate, async (em) => {
      done = [];
      found = new FaultList();
      const unknown: (readonly Mention[])[] = [];
      for (const place of places) {
        const settled = await settleSchool(em, place);
        await enterSchool(em, settled.schoolId);
        const made = await planSchool(em, settled, roster, place.people, place.org);
        warnOfPlan(made, found, places.length > 1 ? place.name : null);
        unknown.push(made.toNobody);
        await write(house, em, settled, place, made, roster, fileName);
        done.push({ name: settled.name, slug: settled.slug, sourcedId: place.org, isNew: settled.isNew, counts: made.plan.counts });
      }
      // In a delta somebody may be known to one of the schools only.
      for (const mention of unknown[0] ?? []) {
        const nowhere = unknown.every((each) => each.some(({ code, sourcedId }) => code === mention.code && sourcedId === mention.sourcedId));
        if (nowhere) found.fault(mention.code, mention.file, { line: mention.line, column: mention.column, value: mention.sourcedId });
      }
      if (asked.dryRun || found.faults > 0) throw new Undone();
    });
    await house.db.analyze();
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  for (const each of found.kept) {
    if (each.level === 'FAULT') faults.fault(each.code as never, each.file, each);
    else faults.warn(each.code as never, each.file, each);
  }
  return report(faults, roster, faults.faults > 0 ? [] : done, !asked.dryRun && faults.faults === 0);
}

async function write(
  house: House, em: Statements, settled: Settled, place: Placed, made: SchoolPlan, roster: Roster, fileName: string,
): Promise<void> {
  const { schoolId, environmentId } = settled;
  const [row] = await em.execute<{ id: string }[]>(
    `insert into roster_import (school_id, environment_id, state, file_name, version, delta, orgs, done, total)
     values (?::uuid, ?::uuid, 'COMMITTING', ?, ?, ?, ?::jsonb, ?, ?) returning id`,
    [schoolId, environmentId, fileName.slice(0, 200), roster.version, roster.delta,
      JSON.stringify(roster.orgs.filter(({ sourcedId }) => sourcedId === place.org)), place.people.length, place.people.length],
  );
  await commitPlan(house.events, em, { importId: row!.id, schoolId, environmentId, actorId: null, org: place.org }, made);
}

interface Placed {
  readonly name: string;
  readonly org: string | null;
  readonly people: readonly StatedPerson[];
  /** May be found by name or slug, not only by the files' id. */
  readonly byName: boolean;
}

function placesOf({ school }: DistrictImport, roster: Roster): Placed[] {
  if (school !== null) return [{ name: school, org: null, people: roster.people, byName: true }];
  const people = roster.delta ? null : peopleBySchool(roster);
  return roster.orgs.map(({ sourcedId, name }) => ({
    name, org: sourcedId, byName: false, people: people === null ? roster.people : people.get(sourcedId) ?? [],
  }));
}

const report = (faults: FaultList, roster: Roster | null, schools: readonly Done[], committed: boolean): DistrictReport => ({
  committed, version: roster?.version ?? null, delta: roster?.delta ?? false,
  faultCount: faults.faults, warningCount: faults.warnings, faults: faults.kept, schools,
});
