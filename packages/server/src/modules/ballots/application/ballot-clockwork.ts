import { gate } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { closeDueBallot } from './close-ballot.ts';
import { openDueBallot } from './open-ballot.ts';
import { CLOCKWORK } from './record-change.ts';
import { tallyBallot } from './tally-ballot.ts';

/** Longest sleep without a deadline in sight, and the pause after a failure. Milliseconds. */
const LONGEST_SLEEP = 30_000;
const PAUSE = 5_000;

interface Due {
  readonly id: string;
  readonly schoolId: string;
  readonly state: 'SCHEDULED' | 'OPEN' | 'CLOSED';
  /** By the database's clock; 0 or less is due. */
  readonly inMs: number;
}

/**
 * Opens, closes and counts ballots when their time has come, by the database's clock. Sleeps until the next deadline
 * and wakes when a ballot changes. Several servers may run it: each act takes the ballot's lock and looks again, so
 * the second finds it done.
 */
export async function runBallotClockwork(house: House): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const alarm = new Alarm();
  const listening = listen(house, alarm, stop.signal);
  const running = run(house, alarm, stop.signal);
  return async () => {
    stop.abort();
    alarm.ring();
    await Promise.all([listening, running]);
  };
}

async function run(house: House, alarm: Alarm, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    alarm.reset();
    const sleep = await workThrough(house).catch((error: unknown) => {
      house.log.error({ err: error }, 'the ballots could not be looked after');
      return PAUSE;
    });
    if (!stop.aborted) await alarm.wait(sleep);
  }
}

/** Does what is due and answers how long until the next deadline, in milliseconds. */
export async function workThrough(house: House): Promise<number> {
  const due = await house.db.under(gate).execute<Due[]>(
    `select id, school_id as "schoolId", state,
       case state when 'CLOSED' then 0
         else ceil(extract(epoch from (case state when 'SCHEDULED' then opens_at else closes_at end) - clock_timestamp()) * 1000)::float8
       end as "inMs"
     from ballot
     where state = 'OPEN' or (state = 'CLOSED' and not awaits_paper) or (state = 'SCHEDULED' and opens_at is not null)
     order by 4 limit 100`);
  let failed = false;
  let acted = false;
  for (const ballot of due.filter(({ inMs }) => inMs <= 0)) {
    acted = true;
    try {
      await act(house, ballot);
    } catch (error) {
      failed = true;
      house.log.error({ err: error, ballotId: ballot.id, state: ballot.state }, 'a ballot could not be moved on');
    }
  }
  if (failed) return PAUSE;
  if (acted) return 0;
  return Math.min(LONGEST_SLEEP, due[0]?.inMs ?? LONGEST_SLEEP);
}

async function act(house: House, { id, schoolId, state }: Due): Promise<void> {
  if (state === 'SCHEDULED') return openDueBallot(house, schoolId, id);
  if (state === 'OPEN') await closeDueBallot(house, schoolId, id);
  await tallyBallot(house, schoolId, id);
}

async function listen({ events, log }: House, alarm: Alarm, stop: AbortSignal): Promise<void> {
  try {
    for await (const _ of events.changes([CLOCKWORK], stop)) alarm.ring();
  } catch (error) {
    if (!stop.aborted) log.error({ err: error }, 'the ballot clockwork no longer hears of changes');
  }
}

/** Sleeps until rung; a ring while awake is kept for the next sleep. */
class Alarm {
  #rung = false;
  #wake: (() => void) | undefined;

  reset(): void { this.#rung = false; }

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async wait(ms: number): Promise<void> {
    if (this.#rung) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => { clearTimeout(timer); resolve(); };
    });
    this.#wake = undefined;
  }
}
