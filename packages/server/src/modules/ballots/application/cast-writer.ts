import { caster } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type CastAnswer, decideCast } from '../domain/casting.ts';
import { type CastRow, castRows } from './cast-statement.ts';

/** Most votes of one statement, and most waiting in one server before it asks callers to come back. */
const LARGEST_BATCH = 512;
const MOST_WAITING = 8192;
/** Up to this many waiting, a statement takes half of them, but not fewer than {@link SMALLEST_HALF}. */
const MOST_HALVED = 128;
const SMALLEST_HALF = 16;

/** How many of those waiting the next statement takes. */
function mostOf(waiting: number): number {
  return waiting > MOST_HALVED ? LARGEST_BATCH : Math.max(Math.ceil(waiting / 2), SMALLEST_HALF);
}

export type Written = Exclude<CastAnswer, 'RACED'> | 'BUSY' | 'NOT_FOUND';

interface Waiting extends CastRow {
  readonly answer: (written: Written) => void;
  readonly fail: (error: unknown) => void;
}

interface Lane { waiting: Waiting[]; busy: boolean }

/**
 * Puts votes into the box in batches: whatever arrives while one statement runs goes into the next. There is no timer, so
 * a lone voter waits for nobody, and a rush shares its commits. One lane per ballot, one statement at a time in it:
 * batches of one ballot that ran side by side would wait for each other's rows and deadlock. A vote is answered
 * only after its batch has committed.
 *
 * A statement that took everyone would leave this process nothing to do until it is answered, and the database nothing
 * to do afterwards while they press again: the two would work in turns. So half stays for the next.
 *
 * Who votes what is together here for the only time, so the batch is sent sealed: the database writes a statement that
 * fails into its log, and whoever may see what runs there sees its text.
 */
export class CastWriter {
  readonly #lanes = new Map<string, Lane>();
  #waiting = 0;

  constructor(private readonly house: Pick<House, 'db'>) {}

  write(schoolId: string, ballotId: string, row: CastRow): Promise<Written> {
    if (this.#waiting >= MOST_WAITING) return Promise.resolve('BUSY');
    return new Promise((answer, fail) => {
      const key = `${schoolId}/${ballotId}`;
      let lane = this.#lanes.get(key);
      if (lane === undefined) this.#lanes.set(key, lane = { waiting: [], busy: false });
      lane.waiting.push({ ...row, answer, fail });
      this.#waiting += 1;
      if (!lane.busy) void this.#drain(key, lane, schoolId, ballotId);
    });
  }

  async #drain(key: string, lane: Lane, schoolId: string, ballotId: string): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) {
      const batch = this.#take(lane);
      try {
        const again = await this.#writeBatch(schoolId, ballotId, batch);
        this.#waiting -= batch.length - again.length;
        lane.waiting.unshift(...again);
      } catch (error) {
        this.#waiting -= batch.length;
        for (const each of batch) each.fail(error);
      }
    }
    this.#lanes.delete(key);
  }

  /** The oldest votes, each person once: a second press waits for the answer to the first. */
  #take(lane: Lane): Waiting[] {
    const most = mostOf(lane.waiting.length);
    const people = new Set<string>();
    const batch: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const each of lane.waiting) {
      if (batch.length < most && !people.has(each.personId)) {
        people.add(each.personId);
        batch.push(each);
      } else {
        rest.push(each);
      }
    }
    lane.waiting = rest;
    return batch;
  }

  /** Answers the batch; hands back those that another server got in between of. */
  async #writeBatch(schoolId: string, ballotId: string, batch: readonly Waiting[]): Promise<Waiting[]> {
    const found = await castRows(this.house.db.sealed(caster(schoolId)), ballotId, batch);
    return batch.filter((each, n) => {
      const facts = found[n];
      const answer = facts ? decideCast(facts) : 'NOT_FOUND';
      if (answer === 'RACED') return true;
      each.answer(answer);
      return false;
    });
  }
}
