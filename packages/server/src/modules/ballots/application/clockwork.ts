import type { House } from '../../../platform/room.ts';

/** Longest sleep without a deadline in sight, and the pause after a failure. Milliseconds. */
const LONGEST_SLEEP = 30_000;
const PAUSE = 5_000;

interface DueSubject {
  readonly id: string;
  readonly state: string;
  /** By the database's clock; 0 or less is due. */
  readonly inMs: number;
}

/** What moves on by itself when its time has come. */
export interface Clockwork<Due extends DueSubject> {
  /** For the log. */
  readonly name: string;
  /** What it listens to, so that every server learns of a new or moved deadline. */
  readonly topics: readonly string[];
  /** What is due and what will be, soonest first. */
  due(house: House): Promise<Due[]>;
  /** Must take the subject's lock and look again: another server may have been here. */
  act(house: House, due: Due): Promise<void>;
}

/** Sleeps until the next deadline, wakes when something changes, and does what is due; the answer stops it. */
export async function runClockwork<Due extends DueSubject>(house: House, clockwork: Clockwork<Due>): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const alarm = new Alarm();
  const listening = listen(house, clockwork, alarm, stop.signal);
  const running = run(house, clockwork, alarm, stop.signal);
  return async () => {
    stop.abort();
    alarm.ring();
    await Promise.all([listening, running]);
  };
}

async function run<Due extends DueSubject>(house: House, clockwork: Clockwork<Due>, alarm: Alarm, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    alarm.reset();
    const sleep = await workThroughDue(house, clockwork).catch((error: unknown) => {
      house.log.error({ err: error }, `the ${clockwork.name} could not be looked after`);
      return PAUSE;
    });
    if (!stop.aborted) await alarm.wait(sleep);
  }
}

/** Does what is due and answers how long until the next deadline, in milliseconds. */
export async function workThroughDue<Due extends DueSubject>(house: House, { name, due: read, act }: Clockwork<Due>): Promise<number> {
  const due = await read(house);
  let failed = false;
  let acted = false;
  for (const each of due.filter(({ inMs }) => inMs <= 0)) {
    acted = true;
    try {
      await act(house, each);
    } catch (error) {
      failed = true;
      house.log.error({ err: error, id: each.id, state: each.state }, `one of the ${name} could not be moved on`);
    }
  }
  if (failed) return PAUSE;
  if (acted) return 0;
  return Math.min(LONGEST_SLEEP, due[0]?.inMs ?? LONGEST_SLEEP);
}

async function listen<Due extends DueSubject>({ events, log }: House, { name, topics }: Clockwork<Due>, alarm: Alarm, stop: AbortSignal): Promise<void> {
  try {
    for await (const _ of events.changes(topics, stop)) alarm.ring();
  } catch (error) {
    if (!stop.aborted) log.error({ err: error }, `the clockwork of the ${name} no longer hears of changes`);
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
