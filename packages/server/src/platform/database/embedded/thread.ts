import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Results } from '@electric-sql/pglite';
import type { Engine, Statements } from './engine.ts';
import type { DatabaseFault, Reply, Request } from './messages.ts';

type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never;
interface Waiting { resolve(results: Results[]): void; reject(error: Error): void }

const BYTEA = 17;

/** The embedded PostgreSQL of `dataDir` in a thread of its own, so that a long statement holds up no request. */
export class EngineThread implements Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #hearers = new Map<string, Set<(payload: string) => void>>();
  #lastId = 0;
  /** The tail of the queue for the one connection. */
  #turn: Promise<unknown> = Promise.resolve();
  #gone: Error | undefined;

  static async start(dataDir: string): Promise<EngineThread> {
    // Beside this file, in the language this file is in: TypeScript in tests, JavaScript once built.
    const script = new URL(`./worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url);
    const worker = new Worker(script, { workerData: { dataDir }, name: 'database' });
    // Under `node --watch` a thread also posts what it has loaded.
    for (let said: unknown; said !== 'ready';) [said] = await once(worker, 'message') as [unknown];
    return new EngineThread(worker);
  }

  private constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (message: Reply) => this.#hear(message));
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', () => this.#fail(new Error('the embedded database has stopped')));
  }

  get ready(): boolean { return this.#gone === undefined; }
  get closed(): boolean { return this.#gone !== undefined; }
  readonly waitReady: Promise<void> = Promise.resolve();

  query<T>(sql: string, params: unknown[] = []): Promise<Results<T>> {
    return this.#inTurn(() => this.#query<T>(sql, params));
  }

  exec(sql: string): Promise<Results[]> {
    return this.#inTurn(() => this.#ask({ ask: 'exec', sql }));
  }

  transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      await this.#ask({ ask: 'exec', sql: 'begin' });
      try {
        const result = await work({
          query: (sql, params) => this.#query(sql, params ?? []),
          exec: (sql) => this.#ask({ ask: 'exec', sql }),
        });
        await this.#ask({ ask: 'exec', sql: 'commit' });
        return result;
      } catch (error) {
        await this.#ask({ ask: 'exec', sql: 'rollback' });
        throw error;
      }
    });
  }

  /** For statements that refuse to run in a transaction: each by itself, and nobody else's in between. */
  alone(work: (exec: (sql: string) => Promise<Results[]>) => Promise<void>): Promise<void> {
    return this.#inTurn(() => work((sql) => this.#ask({ ask: 'exec', sql })));
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const hearers = this.#hearers.get(channel) ?? new Set();
    this.#hearers.set(channel, hearers.add(heard));
    await this.exec(`listen "${channel.replaceAll('"', '""')}"`);
    return async () => {
      hearers.delete(heard);
      if (hearers.size > 0 || this.closed) return;
      this.#hearers.delete(channel);
      await this.exec(`unlisten "${channel.replaceAll('"', '""')}"`);
    };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    await this.#inTurn(() => this.#ask({ ask: 'close' }));
    await this.#worker.terminate();
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }

  async #query<T>(sql: string, params: readonly unknown[]): Promise<Results<T>> {
    const [result] = await this.#ask({ ask: 'query', sql, params });
    return result as Results<T>;
  }

  #ask(ask: Ask): Promise<Results[]> {
    if (this.#gone) return Promise.reject(this.#gone);
    const id = (this.#lastId += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ ...ask, id } satisfies Request);
    });
  }

  #hear(message: Reply): void {
    if ('heard' in message) {
      for (const heard of this.#hearers.get(message.heard) ?? []) heard(message.payload);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if ('error' in message) waiting?.reject(asError(message.error));
    else waiting?.resolve(message.results.map(withBuffers));
  }

  #fail(error: Error): void {
    this.#gone ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}

function asError({ message, ...fields }: DatabaseFault): Error {
  return Object.assign(new Error(message), fields);
}

/** Between threads a Buffer arrives as a plain Uint8Array. */
function withBuffers(result: Results): Results {
  for (const { name } of result.fields.filter(({ dataTypeID }) => dataTypeID === BYTEA)) {
    for (const row of result.rows) {
      const bytes = row[name] as Uint8Array | null;
      if (bytes !== null) row[name] = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
  }
  return result;
}
