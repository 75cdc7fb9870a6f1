import { type FileKind, readHeader } from '../domain/roster/columns.ts';
import type { CurrentLink, CurrentPerson } from '../domain/roster/current.ts';
import type { Fault } from '../domain/roster/fault.ts';
import { type Plan, plan } from '../domain/roster/plan.ts';
import { READING_ORDER, RosterCollector } from '../domain/roster/roster-collector.ts';
import type { Roster } from '../domain/roster/stated.ts';

/** Files of an export as tests tell them: rows by column name; the columns are those of all rows together. */
export type TestFiles = Partial<Record<FileKind, readonly Readonly<Record<string, string>>[]>>;

export interface TestRoster extends Roster { readonly faults: readonly Fault[] }

/** Reads told rows as the importer does, without a file. */
export function collect(files: TestFiles, today = '2026-03-02'): TestRoster {
  const collector = new RosterCollector(today, files.roles !== undefined);
  for (const kind of READING_ORDER) {
    const rows = files[kind];
    if (rows === undefined) continue;
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const header = readHeader(kind, names);
    if (!collector.header(kind, `${kind}.csv`, header)) continue;
    rows.forEach((row, at) => {
      const values = Object.fromEntries(Object.entries(header.index).map(([field, index]) => [field, row[names[index]!] ?? '']));
      collector.row(kind, `${kind}.csv`, header, { line: at + 2, values });
    });
  }
  return { ...collector.finish(), faults: collector.faults.kept };
}

/** A row of users.csv 1.1; what is not told is blank. */
export const user = (sourcedId: string, role: string, more: Record<string, string> = {}) => ({
  sourcedId, status: '', dateLastModified: '', orgSourcedIds: 'here', role, givenName: `Given ${sourcedId}`, familyName: 'Family',
  agentSourcedIds: '', ...more,
});

/** A school as a plan sees it. */
export interface SchoolState {
  readonly people: readonly CurrentPerson[];
  readonly links: readonly CurrentLink[];
}

export const empty: SchoolState = { people: [], links: [] };

export const planFor = (roster: Pick<Roster, 'people' | 'delta'>, { people, links }: SchoolState, org: string | null = null): Plan =>
  plan({ people: roster.people, delta: roster.delta, org, current: people, links, householdId: (name) => `household of ${name}` });

/** The school once a plan is committed: the rules' own account of what the database does. */
export function after(made: Plan, { people, links }: SchoolState): SchoolState {
  const all = new Map(people.map((person) => [person.sourcedId, person]));
  for (const { sourcedId, after: next, join, quit } of made.people) {
    const before = all.get(sourcedId);
    all.set(sourcedId, {
      sourcedId, ...next,
      fromRoster: [...(before?.fromRoster ?? []).filter((each) => !quit.includes(each)), ...join].sort(),
      byHand: before?.byHand ?? [], anchored: before?.anchored ?? false,
    });
  }
  const key = ({ student, guardian }: { student: string; guardian: string }) => `${student} ${guardian}`;
  const linked = new Map(links.map((link) => [key(link), link]));
  for (const { effect, student, guardian, byStudent, byGuardian } of made.links) {
    if (effect === 'LEAVE') linked.delete(key({ student, guardian }));
    else linked.set(key({ student, guardian }), { student, guardian, byStudent, byGuardian });
  }
  const by = (a: string, b: string) => (a < b ? -1 : 1);
  return {
    people: [...all.values()].sort((a, b) => by(a.sourcedId, b.sourcedId)),
    links: [...linked.values()].sort((a, b) => by(key(a), key(b))),
  };
}
