import { newRoot, slipText, slipTokenHash } from '../../lib/slip.ts';
import type { Recipient } from './envelopes.ts';

/** A slip that exists only in this page's memory until its letter is printed. */
export type MadeSlip<R extends Recipient = Recipient> = R & { readonly slip: string; readonly tokenHash: string };

/** What became of each slip. Where an answer was lost it is DOUBTFUL: the server may or may not hold the batch. */
export interface SlipRun<R extends Recipient = Recipient> {
  readonly stored: readonly MadeSlip<R>[];
  readonly doubtful: readonly MadeSlip<R>[];
  readonly waiting: readonly MadeSlip<R>[];
  /** People the server makes no slip for (any more): who left meanwhile. */
  readonly refused: readonly R[];
  readonly fault: unknown;
}

/**
 * Hashes only: this is everything that leaves the browser. A batch is kept whole or not at all.
 * Answers with the place of somebody who gets no slip, or null when all are kept (now, or before).
 */
export type StoreSlips = (slips: readonly { personId: string; tokenHash: string }[]) => Promise<number | null>;

export const BATCH = 100;

/** One fresh secret per person. */
export async function makeSecrets<R extends Recipient>(people: readonly R[]): Promise<SlipRun<R>> {
  const waiting = await Promise.all(
    people.map(async person => {
      const root = newRoot();
      return { ...person, slip: slipText(root), tokenHash: await slipTokenHash(root) };
    }),
  );
  return { stored: [], doubtful: [], waiting, refused: [], fault: null };
}

/**
 * Sends what is not stored yet, batch by batch, and stops at the first fault. Continuing sends a
 * doubtful batch again as it was, so a slip is never stored twice and never replaced by another
 * secret than the one in memory.
 */
export async function storeSlips<R extends Recipient>(run: SlipRun<R>, store: StoreSlips, onProgress: (run: SlipRun<R>) => void, signal: AbortSignal): Promise<SlipRun<R>> {
  let { stored, refused } = run;
  let batch = run.doubtful;
  let waiting = run.waiting;
  while (batch.length + waiting.length > 0 && !signal.aborted) {
    if (batch.length === 0) [batch, waiting] = [waiting.slice(0, BATCH), waiting.slice(BATCH)];
    let without: number | null;
    try {
      without = await store(batch.map(({ id, tokenHash }) => ({ personId: id, tokenHash })));
    } catch (fault) {
      return { stored, doubtful: batch, waiting, refused, fault };
    }
    if (without === null) [stored, batch] = [[...stored, ...batch], []];
    else [refused, batch] = [[...refused, batch[without]!], batch.toSpliced(without, 1)];
    onProgress({ stored, doubtful: [], waiting: [...batch, ...waiting], refused, fault: null });
  }
  return { stored, doubtful: [], waiting: [...batch, ...waiting], refused, fault: null };
}
