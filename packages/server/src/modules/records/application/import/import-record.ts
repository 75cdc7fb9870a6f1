import { gate, school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { type EnvironmentRecord, environmentIn, isUuid } from '../../../people/index.ts';
import { plain } from '../../domain/popolo.ts';
import type { ImportFault } from '../../domain/reading.ts';
import type { History } from './history.ts';
import { readDocument } from './read-document.ts';
import { writeHistory } from './write-history.ts';

export interface ImportAsked {
  /** An environment by id, short name or name; or a school that has one. */
  readonly into: string;
  /** Null: the one the document is about. */
  readonly bodyId: string | null;
  /** Of texts that do not say theirs; null: the first one the environment requires. */
  readonly language: string | null;
  readonly dryRun: boolean;
}

/** NO_PLACE: no environment is called so; MANY_PLACES: several are; TAKEN: it has a body of this name already. */
export type ImportAnswer =
  | { readonly answer: 'NO_PLACE' | 'MANY_PLACES' }
  | { readonly answer: 'TAKEN'; readonly name: string }
  | { readonly answer: 'FAULTY'; readonly faults: readonly ImportFault[] }
  | { readonly answer: 'READ' | 'IMPORTED'; readonly bodyId: string | null; readonly environment: string; readonly name: string; readonly counts: Readonly<Record<string, number>>; readonly leftOut: Readonly<Record<string, number>> };

class DryRun extends Error {}

/** Reads a body's history from a Popolo document into an environment, all of it or nothing. */
export async function importRecord(house: House, value: unknown, { into, bodyId, language, dryRun }: ImportAsked): Promise<ImportAnswer> {
  const places = await environmentsCalled(house, into);
  if (places.length !== 1) return { answer: places.length === 0 ? 'NO_PLACE' : 'MANY_PLACES' };
  const scope = school(places[0]!.schoolId);
  const environment = (await environmentIn(house.db.under(scope), places[0]!.id))!;
  const read = readDocument(value, { language: language ?? environment.requiredLocales[0]!, timeZone: environment.timeZone, bodyId, now: house.clock.now() });
  if ('faults' in read) return { answer: 'FAULTY', faults: read.faults };
  const { history } = read;
  const name = plain(history.body.name) ?? history.body.id;
  const told = { environment: environment.name, name, counts: countsOf(history), leftOut: history.leftOut };
  let imported: string | null = null;
  try {
    imported = await house.db.transaction(scope, async (em) => {
      await em.execute('select id from learning_environment where id = ? for update', [environment.id]);
      const taken = await em.execute(`select g.id from governing_body g left join record_source r on r.body_id = g.id and r.local_id = g.id
        where g.environment_id = ? and (g.name = ?::jsonb or r.source_id = ?)`, [environment.id, JSON.stringify(history.body.name), history.body.id]);
      if (taken.length > 0) return null;
      const id = await writeHistory(house, em, environment, history);
      // Everything was tried, also what only the database refuses.
      if (dryRun) throw new DryRun();
      return id;
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    return { answer: 'READ', bodyId: null, ...told };
  }
  return imported === null ? { answer: 'TAKEN', name } : { answer: 'IMPORTED', bodyId: imported, ...told };
}

function environmentsCalled({ db }: House, into: string): Promise<Pick<EnvironmentRecord, 'id' | 'schoolId'>[]> {
  return db.under(gate).execute<Pick<EnvironmentRecord, 'id' | 'schoolId'>[]>(
    `select e.id, e.school_id as "schoolId" from learning_environment e join school s on s.id = e.school_id where e.id = ?::uuid or e.slug = ? or e.name = ? or s.name = ? limit 2`,
    [isUuid(into) ? into : null, into, into, into]);
}

const countsOf = ({ posts, persons, holdings, offices, meetings, motions }: History): Readonly<Record<string, number>> => ({
  seats: posts.length, people: persons.length, terms: holdings.length + offices.length, meetings: meetings.length, 'agenda items': meetings.reduce((sum, { items }) => sum + items.length, 0),
  motions: motions.length, votes: motions.reduce((sum, { questions }) => sum + questions.length, 0),
});
