import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import { type Database, gate } from '../database/database.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { Bell } from './bell.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Events } from './events.ts';
import { type LiveFeed, TELL, chunks, notifyFeed } from './live-feed.ts';
import { oldestRunning, readHappenings, trimOutbox, writeHappenings } from './outbox.ts';

/** A page that was away longer reloads. */
export const RESUME_SECONDS = 24 * 3600;
/** Rows outlive the oldest cursor, so that no one is told "nothing missed" of what was trimmed. */
const KEEP_SECONDS = 2 * RESUME_SECONDS;
const MOST_REPLAYED = 1000;
const TRIM_EVERY_MS = 3600_000;

export interface HouseEvents extends Events {
  /** Trims the outbox every hour, once for all servers. */
  trimRegularly(jobs: Jobs): Promise<void>;
  stop(): Promise<void>;
}

/** Events over the transactional outbox and a live feed, NOTIFY unless another is given. */
export async function createEvents(db: Database, clock: Clock, log: Logger, feed: LiveFeed = notifyFeed(db)): Promise<HouseEvents> {
  const bell = new Bell();
  const seconds = () => Math.floor(clock.now().getTime() / 1000);
  let heardBelow = await oldestRunning(db);
  const stop = await feed.hear(
    ({ xid, touched }) => {
      if (xid > heardBelow) heardBelow = xid;
      for (const [topic, subject] of touched) bell.ring(topic, subject);
    },
    {
      lost: () => log.warn('the live feed is down'),
      back() {
        log.info('the live feed is back');
        bell.ringMissed();
      },
    },
  );

  return {
    stop,
    async record(em, happenings) {
      if (happenings.length > 0) await writeHappenings(em, happenings);
    },
    async nudge(topic) {
      await db.under(gate).execute(TELL, [JSON.stringify(chunks([[topic, null]]))]);
    },
    changes: (topics, signal) => bell.changes(topics, signal, () => writeCursor({ xid: heardBelow, at: seconds() })),
    overhear: (heard) => { bell.overhear(heard); },
    async cursor() {
      return writeCursor({ xid: await oldestRunning(db), at: seconds() });
    },
    async resume(schoolId, topics, cursor) {
      const from = readCursor(cursor);
      const recent = from !== null && from.at > seconds() - RESUME_SECONDS;
      const seen = await readHappenings(db, schoolId, topics, from?.xid ?? 0n, recent ? MOST_REPLAYED + 1 : 0);
      const next = writeCursor({ xid: seen.xmin, at: seconds() });
      // A transaction that has not begun: made up, or from before the database was restored.
      if (!recent || from.xid > seen.xmax || seen.happenings.length > MOST_REPLAYED) return { answer: 'RELOAD', cursor: next };
      if (seen.happenings.length === 0) return { answer: 'LIVE', cursor: next };
      return {
        answer: 'REPLAYED',
        cursor: next,
        // Whoever is cut off in between goes on there; not past what was still running, which is yet to be seen.
        happenings: seen.happenings.map(({ xid, ...happening }) =>
          ({ ...happening, cursor: writeCursor({ xid: xid < seen.xmin ? xid : seen.xmin, at: seconds() }) })),
      };
    },
    async trimRegularly(jobs) {
      await jobs.work('outbox-trim', async () => {
        const trimmed = await trimOutbox(db, KEEP_SECONDS);
        if (trimmed > 0) log.info({ trimmed }, 'old outbox rows are gone');
        await jobs.send('outbox-trim', {}, { singletonKey: 'trim', startAfter: new Date(clock.now().getTime() + TRIM_EVERY_MS) });
      });
      await jobs.send('outbox-trim', {}, { singletonKey: 'trim' });
    },
  };
}
