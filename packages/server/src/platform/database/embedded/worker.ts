import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { DurableFileSystem, durableStart } from './durable-file-system.ts';
import { type DatabaseFault, FAULT_FIELDS, type Reply, type Request } from './messages.ts';
import { parsers } from './parsers.ts';

// The thread that is PostgreSQL: a statement of a minute keeps it busy for a minute, and nobody else.
const port = parentPort!;
const { dataDir } = workerData as { dataDir: string };
const reply = (message: Reply) => port.postMessage(message);

const pglite = await PGlite.create({
  fs: new DurableFileSystem(dataDir),
  startParams: durableStart(PGlite.defaultStartParams),
  parsers,
});
pglite.onNotification((heard, payload) => reply({ heard, payload }));

port.on('message', (request: Request) => {
  void answer(request).then(
    (results) => reply({ id: request.id, results }),
    (error: unknown) => reply({ id: request.id, error: describe(error) }),
  );
});
port.postMessage('ready');

async function answer(request: Request) {
  switch (request.ask) {
    case 'query':
      return [await pglite.query<Record<string, unknown>>(request.sql, [...request.params])];
    case 'exec':
      return pglite.exec(request.sql);
    case 'close':
      await pglite.close();
      return [];
  }
}

function describe(error: unknown): DatabaseFault {
  const fields = error as Record<string, unknown>;
  const kept = FAULT_FIELDS.flatMap((key) => (typeof fields[key] === 'string' ? [[key, fields[key]]] : []));
  return { message: 'the embedded database failed', ...Object.fromEntries(kept) };
}
