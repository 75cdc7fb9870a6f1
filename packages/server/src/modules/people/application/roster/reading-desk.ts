import { school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { Interrupted, previewImport } from './preview-import.ts';
import { importTopic } from './topics.ts';
import type { Upload } from './uploads.ts';

/** Exports read at the same time by one server; the others wait. A district's takes some hundred megabytes of memory. */
const AT_ONCE = 2;

interface Task {
  readonly house: House;
  readonly importId: string;
  readonly schoolId: string;
  readonly upload: Upload;
  /** Forgets that this server was reading. */
  done(): Promise<void>;
}

/** Reads uploads in the background. The files lie on this server, so this work is no job for just any of them. */
export class ReadingDesk {
  readonly #waiting: Task[] = [];
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();

  read(task: Task): void {
    this.#waiting.push(task);
    this.#next();
  }

  /** Ends what is being read; those imports are marked as failed. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all([...this.#running, ...this.#waiting.splice(0).map(fail)]);
  }

  #next(): void {
    if (this.#running.size >= AT_ONCE || this.#stop.signal.aborted) return;
    const task = this.#waiting.shift();
    if (task === undefined) return;
    const work = this.#readOne(task)
      // Not even the failure could be written down, as when the database is away: the sweep marks the import later.
      .catch((error: unknown) => { task.house.log.error({ err: error, importId: task.importId }, 'an import was left unfinished'); })
      .finally(() => {
        this.#running.delete(work);
        this.#next();
      });
    this.#running.add(work);
  }

  async #readOne(task: Task): Promise<void> {
    const { house, importId, schoolId, upload } = task;
    try {
      await previewImport(house, { importId, schoolId, signal: this.#stop.signal }, () => upload.open());
    } catch (error) {
      if (!(error instanceof Interrupted)) house.log.error({ err: error, importId }, 'a roster could not be read');
      return fail(task);
    }
    await forget(task);
  }
}

/** Not for an import that somebody discarded meanwhile. */
async function fail(task: Task): Promise<void> {
  const { house, importId, schoolId } = task;
  await house.db.under(school(schoolId)).execute(
    `update roster_import set state = 'FAILED', finished_at = clock_timestamp() where id = ?::uuid and state = 'READING'`, [importId]);
  await forget(task);
  await house.events.nudge(importTopic(importId));
}

/** Only once it is on record how the import ended: until then the sweep finds it by what lies here. */
async function forget({ upload, done }: Task): Promise<void> {
  await upload.drop();
  await done();
}
