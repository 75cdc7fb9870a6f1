import { newRoot, slipText, slipTokenHash } from '../../lib/slip.ts';
import type { Recipient } from './envelopes.ts';

/** A slip that exists only in this page's memory until its letter is printed. */
export type MadeSlip<R extends Recipient = Recipient> = R & { readonly slip: string; readonly tokenHash: string };

/** What became of each batch. A batch whose answer was lost is DOUBTFUL: the server may or may not hold it. */
export interface SlipRun<R extends Recipient = Recipient> {
  readonly stored: readonly MadeSlip<R>[];
  readonly doubtful: readonly MadeSlip<R>[];
  readonly waiting: readonly MadeSlip<R>[];
  readonly fault: unknown;
}

/** Hashes only: this is everything that leaves the browser. */
export type StoreSlips = (slips: readonly { personId: string; tokenHash: string }[]) => Promise<unknown>;

export const BATCH = 100;

/** One fresh secret per person. */
export async function makeSecrets<R extends Recipient>(people: readonly R[]): Promise<SlipRun<R>> {
  const waiting = await Promise.all(
    people.map(async person => {
      const root = newRoot();
      return { ...person, slip: slipText(root), tokenHash: await slipTokenHash(root) };
    }),
  );
  return { stored: [], doubtful: [], waiting, fault: null };
}

/**
 * Sends what is not stored yet, batch by batch, and stops at the first fault. Continuing sends a
 * doubtful batch again with the same hashes, so a slip is never stored twice and never replaced by
 * another secret than the one in memory.
 */
export async function storeSlips<R extends Recipient>(run: SlipRun<R>, store: StoreSlips, onProgress: (run: SlipRun<R>) => void, signal: AbortSignal): Promise<SlipRun<R>> {
  let stored = run.stored;
  let left = [...run.doubtful, ...run.waiting];
  while (left.length > 0 && !signal.aborted) {
    const batch = left.slice(0, BATCH);
    const rest = left.slice(BATCH);
    try {
      await store(batch.map(({ id, tokenHash }) => ({ personId: id, tokenHash })));
    } catch (fault) {
      return { stored, doubtful: batch, waiting: rest, fault };
    }
    stored = [...stored, ...batch];
    left = rest;
    onProgress({ stored, doubtful: [], waiting: left, fault: null });
  }
  return { stored, doubtful: [], waiting: left, fault: null };
}
