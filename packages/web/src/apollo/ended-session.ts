import { faultCode } from './faults.ts';

const listeners = new Set<() => void>();

/** Calls `listener` whenever the server says that nobody is signed in here; the answer unsubscribes. */
export function onUnauthenticated(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Told by whoever talks to the server, of every fault it answers. */
export function sawFault(fault: unknown): void {
  if (faultCode(fault) === 'UNAUTHENTICATED') for (const listener of listeners) listener();
}
