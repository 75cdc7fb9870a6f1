import { gate } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { uuidArray } from '../../people/index.ts';

/** Most ballots remembered by one server. */
const MOST = 10_000;

/**
 * Which school each ballot is of. A ballot never moves, so nothing here can grow stale; that there is none yet is not
 * remembered. The ballot itself is then read, and walled, under its school's scope.
 */
export class BallotHomes {
  readonly #schools = new Map<string, string>();

  constructor(private readonly house: Pick<House, 'db'>) {}

  /** School by ballot; ids of which there is no ballot are left out. */
  async of(ids: readonly string[]): Promise<Map<string, string>> {
    const unknown = ids.filter((id) => !this.#schools.has(id));
    const read = unknown.length === 0 ? [] : await this.house.db.under(gate).execute<{ id: string; schoolId: string }[]>(
      'select id, school_id as "schoolId" from ballot where id = any(?::uuid[])', [uuidArray(unknown)]);
    const homes = new Map(read.map(({ id, schoolId }) => [id, schoolId]));
    for (const id of ids) {
      const known = this.#schools.get(id);
      if (known !== undefined) homes.set(id, known);
    }
    for (const { id, schoolId } of read) this.remember(id, schoolId);
    return homes;
  }

  remember(ballotId: string, schoolId: string): void {
    if (this.#schools.has(ballotId)) return;
    this.#schools.set(ballotId, schoolId);
    if (this.#schools.size > MOST) this.#schools.delete(this.#schools.keys().next().value!);
  }
}
