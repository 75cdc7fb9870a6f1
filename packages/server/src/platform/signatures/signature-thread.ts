import { Worker } from 'node:worker_threads';
import type { Outcome, Task } from './task.ts';

interface Waiting {
  readonly task: Task;
  readonly done: (outcome: Outcome) => void;
  readonly fail: (error: Error) => void;
}

/** So that the thread has the next list at hand when it answers one. */
const MOST_LISTS = 2;
const LONGEST_LIST = 32;

/**
 * Checks and makes signatures in a thread of its own, many at a time: one by one in the pool of the engine each costs
 * twice the processor, and on the event loop everybody would wait. There is one for the whole process, from the first
 * task on; it does not keep the process alive.
 */
export class SignatureThread {
  #worker: Worker | undefined;
  #waiting: Waiting[] = [];
  readonly #asked: Waiting[][] = [];

  /** @throws when the thread ends before it has answered; the next task starts another. */
  ask(task: Task): Promise<Outcome> {
    return new Promise((done, fail) => {
      this.#waiting.push({ task, done, fail });
      this.#send();
    });
  }

  #send(): void {
    while (this.#waiting.length > 0 && this.#asked.length < MOST_LISTS) {
      const list = this.#waiting.splice(0, LONGEST_LIST);
      this.#asked.push(list);
      this.#worker ??= this.#start();
      this.#worker.postMessage(list.map(({ task }) => task));
    }
  }

  #start(): Worker {
    // Beside this file, in the language this file is in: TypeScript in tests, JavaScript once built.
    const script = new URL(`./worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
    const worker = new Worker(script, { name: 'signatures' });
    worker.unref();
    worker.on('message', (outcomes: unknown) => {
      // Under `node --watch` a thread also posts what it has loaded.
      if (!Array.isArray(outcomes)) return;
      const list = this.#asked.shift()!;
      list.forEach(({ done }, n) => done(outcomes[n] as Outcome));
      this.#send();
    });
    worker.once('error', (error) => this.#lost(worker, error as Error));
    worker.once('exit', () => this.#lost(worker, new Error('the thread for signatures has ended')));
    return worker;
  }

  #lost(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const waiting = [...this.#asked.splice(0).flat(), ...this.#waiting.splice(0)];
    for (const { fail } of waiting) fail(error);
  }
}

export const signatureThread = new SignatureThread();
