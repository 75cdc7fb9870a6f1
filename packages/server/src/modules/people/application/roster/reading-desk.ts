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
    const work = this.#readOne(task).finally(() => {
      this.#running.delete(work);
      this.#next();
    });
    this.#running.add(work);
  }

  async #readOne(task: Task): Promise<void> {
    const { house, importId, schoolId, upload, done } = task;
    try {
      await previewImport(house, { importId, schoolId, signal: this.#stop.signal }, () => upload.open());
    } catch (error) {
      if (!(error instanceof Interrupted)) house.log.error({ err: error, importId }, 'a roster could not be read');
      await fail(task);
    } finally {
      await upload.drop();
      await done();
    }
  }
}

/** Not for an import that somebody discarded meanwhile. */
async function fail({ house, importId, schoolId, upload, done }: Task): Promise<void> {
  await upload.drop();
  await done();
  await house.db.under(school(schoolId)).execute(
    `update roster_import set state = 'FAILED', finished_at = clock_timestamp() where id = ?::uuid and state = 'READING'`, [importId]);
  await house.events.nudge(importTopic(importId));
}
