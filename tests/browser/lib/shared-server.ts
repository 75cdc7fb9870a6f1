import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { type Account, RunningServer, accountIn } from './running-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where to ask for the shared server. */
    sharedServer: string;
  }
}

/** The demonstration, on a server that others use at the same time. */
export interface Demonstration {
  readonly url: string;
  /** The account of one role of the demonstration, for example "parent (Spanish)". */
  account(role: string): Promise<Account>;
}

/**
 * A global setup: a start costs more than most files that only look at the demonstration, so these share one server,
 * started for whoever asks first. It belongs to the run, which outlives every worker.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<RunningServer> | null = null;
  const door: Server = createServer((_, answer) => {
    started ??= RunningServer.start();
    started.then(
      ({ url, dataDir }) => { answer.end(JSON.stringify({ url, dataDir })); },
      (error: unknown) => { answer.writeHead(500).end(String(error)); },
    );
  });
  await new Promise<void>((listening) => { door.listen(0, '127.0.0.1', listening); });
  project.provide('sharedServer', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.close();
    door.closeAllConnections();
    await (await started?.catch(() => null))?.stop();
  };
}

/**
 * For files that read, sign in and sign out, and no more: whoever changes what others may see, ends sessions by their
 * place in a list, or stops the server starts their own.
 */
export async function sharedServer(): Promise<Demonstration> {
  const answer = await fetch(inject('sharedServer'));
  if (!answer.ok) throw new Error(await answer.text());
  const { url, dataDir } = await answer.json() as { url: string; dataDir: string };
  return { url, account: (role) => accountIn(dataDir, role) };
}
