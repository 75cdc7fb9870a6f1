import { useSyncExternalStore } from 'react';

/** Whether the server can be reached, as far as this page knows. */
export type Connection = 'ONLINE' | 'OFFLINE' | 'UNREACHABLE';

const listeners = new Set<() => void>();
const returns = new Set<() => void>();
let reachable = true;
let probe: ReturnType<typeof setTimeout> | undefined;

const read = (): Connection => (globalThis.navigator?.onLine === false ? 'OFFLINE' : reachable ? 'ONLINE' : 'UNREACHABLE');

let last = read();
function changed(): void {
  const now = read();
  if (now === last) return;
  last = now;
  for (const listener of listeners) listener();
  if (now === 'ONLINE') for (const back of returns) back();
}

/** Told by whoever talks to the server: `false` when it did not answer at all. */
export function sawServer(answered: boolean): void {
  reachable = answered;
  clearTimeout(probe);
  // Waits differ between phones, so that a whole school does not knock at once when the server is back.
  if (!answered) probe = setTimeout(knock, 2000 + Math.random() * 4000);
  changed();
}

async function knock(): Promise<void> {
  try {
    sawServer((await fetch('/healthz', { cache: 'no-store' })).ok);
  } catch {
    sawServer(false);
  }
}

export const connection = (): Connection => last;

/** Calls `back` each time the connection returns; the answer unsubscribes. */
export function onReturn(back: () => void): () => void {
  returns.add(back);
  return () => void returns.delete(back);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

globalThis.addEventListener?.('offline', changed);
globalThis.addEventListener?.('online', () => {
  if (reachable) changed();
  else void knock();
});

export const useConnection = (): Connection => useSyncExternalStore(subscribe, connection);
