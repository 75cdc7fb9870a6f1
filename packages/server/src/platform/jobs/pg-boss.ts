import { randomUUID } from 'node:crypto';
import { type ConstructorOptions, type Job, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../database/database.ts';
import type { Jobs } from './jobs.ts';

/** Seconds a finished job is kept, and a job that nobody could do. */
const KEPT = { deleteAfterSeconds: 24 * 3600, retentionSeconds: 14 * 24 * 3600 };

/** NOTIFY wakes a worker for what is due now; polling finds what falls due later: retries, reminders. */
const POLLING = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 4, burstWhenBatchFull: true };

/** Jobs in the database's own `jobs` schema, on either engine, as the owner; they hold ids, never content. */
export async function createJobs(db: Database, log: Logger): Promise<Jobs> {
  const boss = new PgBoss({
    db: adapt(db),
    backend: db.kind === 'pglite' ? 'pglite' : 'postgres',
    schema: 'jobs',
    schedule: false,
    useListenNotify: true,
    // REINDEX CONCURRENTLY cannot run inside the transaction the embedded engine wraps us in.
    reindex: false,
    registerInstance: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  boss.on('warning', ({ message }) => log.warn({ warning: message }, 'jobs'));
  await boss.start();

  const made = new Map<string, Promise<void>>();
  const queueFor = (queue: string) => {
    const known = made.get(queue) ?? boss.createQueue(queue, {
      // One waiting job per key, however many were asked for; one may run meanwhile.
      policy: 'short', notify: true, retryLimit: 10, retryBackoff: true, retryDelay: 1, retryDelayMax: 600, ...KEPT,
    });
    made.set(queue, known);
    return known;
  };

  return {
    async work<T extends object>(queue: string, handle: (data: T) => Promise<void>) {
      await queueFor(queue);
      await boss.work<T>(queue, POLLING, async ([job]: Job<T>[]) => {
        if (job === undefined) return;
        try {
          await handle(job.data);
        } catch (error) {
          log.error({ err: error, queue, job: job.id }, 'a job failed and will be tried again');
          // The reason is in the log; an error stored with the job could repeat what it was about.
          throw new Error('failed');
        }
      });
    },
    async send(queue, data, { startAfter, singletonKey } = {}) {
      await queueFor(queue);
      await boss.send(queue, data, {
        singletonKey: singletonKey ?? randomUUID(),
        ...(startAfter === undefined ? {} : { startAfter }),
      });
    },
    stop: () => boss.stop({ graceful: true, close: false, timeout: 10_000 }),
  };
}

function adapt(db: Database): NonNullable<ConstructorOptions['db']> {
  return {
    executeSql: (text, values) => db.executeAsOwner(text, values),
    async listen(channel, heard, back) {
      const stop = await db.listen(channel, heard, { back });
      back();
      return { close: stop };
    },
  };
}
