import { SMALLEST_PUBLISHED } from '@plenary/count';
import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { ballotTopic } from './record-change.ts';

/**
 * The constituency of everybody who took part in a ballot, twice asked for by `?`: marked on the roll, or, while a secret
 * ballot is open, given a ballot paper.
 */
export const VOTED_SQL = `
  select constituency from registry.roll where ballot_id = ? and voted
  union all
  select constituency from registry.paper where ballot_id = ? and (issued or on_paper)`;

/** Milliseconds between two turnouts of a ballot: what a reader of the page may learn about when somebody voted. */
const TICK = 700;

/**
 * Publishes turnout on a timer, never per vote: one statement and at most one nudge for each ballot in which somebody
 * voted since the last tick. Numbers under eleven are not even written, so the time of a first vote shows nowhere.
 */
export class TurnoutTimer {
  readonly #changed = new Map<string, string>();
  #ticking: Promise<void> | undefined;
  #stopped = false;

  constructor(private readonly house: Pick<House, 'db' | 'events' | 'log'>) {}

  /** Somebody voted: the next tick will tell. Costs nothing but a line in a map. */
  changed(schoolId: string, ballotId: string): void {
    this.#changed.set(ballotId, schoolId);
    if (this.#ticking === undefined && !this.#stopped) this.#ticking = this.#tick();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#ticking;
  }

  async #tick(): Promise<void> {
    while (this.#changed.size > 0 && !this.#stopped) {
      await new Promise((resolve) => { setTimeout(resolve, TICK).unref(); });
      const due = [...this.#changed];
      this.#changed.clear();
      for (const [ballotId, schoolId] of due) await this.#publish(schoolId, ballotId);
    }
    this.#ticking = undefined;
  }

  async #publish(schoolId: string, ballotId: string): Promise<void> {
    try {
      if (await refreshTurnout(this.house, schoolId, ballotId)) await this.house.events.nudge(ballotTopic(ballotId));
    } catch (error) {
      // The next vote, or the close, brings it up to date.
      this.house.log.warn({ err: error, ballotId }, 'turnout was not refreshed');
    }
  }
}

/** Counts the roll of an open ballot anew; true when anything that may be published changed. */
export async function refreshTurnout({ db }: Pick<House, 'db'>, schoolId: string, ballotId: string): Promise<boolean> {
  const changed = await db.under(school(schoolId)).execute<object[]>(
    `update ballot_constituency c set voted = now.voted, counted_at = clock_timestamp()
     from (select v.constituency, count(*)::int as voted from (${VOTED_SQL}) v group by 1 having count(*) >= ?) now
     where c.ballot_id = ? and c.constituency = now.constituency and c.voted < now.voted
     returning c.constituency`,
    [ballotId, ballotId, SMALLEST_PUBLISHED, ballotId]);
  return changed.length > 0;
}
