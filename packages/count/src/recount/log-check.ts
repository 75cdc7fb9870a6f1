import { compare, equal, unhex, utf8 } from '../secret/bytes.ts';
import { MerkleLog } from '../secret/merkle.ts';
import { type NoteKey, isSignedBy, logOrigin, parseNote } from '../secret/note.ts';
import type { VerifyCrypto } from './crypto.ts';
import type { PoolLine } from './form.ts';
import type { Findings } from './report.ts';

/** Fewer leaves at once would tell, by the checkpoint's time, about single people. */
export const SMALLEST_BATCH = 10;

export interface LogFacts {
  readonly ballot: string;
  readonly pool: PoolLine;
  readonly line: number;
  readonly key: NoteKey;
  readonly crypto: VerifyCrypto;
  readonly findings: Findings;
}

/** The leaves of one pool, as they come, kept in one piece of memory. */
export class Leaves {
  #bytes = new Uint8Array(32 * 1024);
  #batches = new Uint32Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(leaf: Uint8Array, batch: number): void {
    if (this.#size === this.#batches.length) {
      const [bytes, batches] = [new Uint8Array(this.#bytes.length * 2), new Uint32Array(this.#batches.length * 2)];
      bytes.set(this.#bytes);
      batches.set(this.#batches);
      [this.#bytes, this.#batches] = [bytes, batches];
    }
    this.#bytes.set(leaf, 32 * this.#size);
    this.#batches[this.#size] = batch;
    this.#size += 1;
  }

  /** Batch by batch, and in each by their bytes: the order of the log. */
  inLogOrder(): { readonly leaf: Uint8Array; readonly batch: number }[] {
    const all = Array.from({ length: this.#size }, (_, n) => ({ leaf: this.#bytes.subarray(32 * n, 32 * n + 32), batch: this.#batches[n]! }));
    return all.sort((one, other) => one.batch - other.batch || compare(one.leaf, other.leaf));
  }
}

/**
 * Builds the log again, batch by batch, and holds every signed checkpoint against it.
 * @returns the root after each size that a checkpoint speaks of, for witnesses' copies.
 */
export async function checkLog(leaves: Leaves, facts: LogFacts): Promise<Map<number, Uint8Array>> {
  const { pool, line, findings } = facts;
  const name = pool.constituency;
  const [batches, checkpoints] = [pool.batches ?? [], pool.checkpoints ?? []];
  const fault = (code: Parameters<Findings['fault']>[0], told: Record<string, number | string> = {}) => findings.fault(code, line, name, told);

  for (const [batch, size] of batches.entries()) {
    findings.did('BATCHES', 'batches');
    if (size < (batch === batches.length - 1 ? 1 : SMALLEST_BATCH)) fault('BATCH_SIZE', { batch, size });
  }
  const sum = batches.reduce((total, size) => total + size, 0);
  if (sum !== pool.size) fault('BATCH_SUM', { sum, size: pool.size ?? 0 });
  if (pool.size !== leaves.size) fault('LOG_SIZE', { size: pool.size ?? 0, leaves: leaves.size });
  if (checkpoints.length !== batches.length) fault('CHECKPOINT_COUNT', { checkpoints: checkpoints.length, batches: batches.length });

  const filled = new Map<number, number>();
  const roots = new Map<number, Uint8Array>();
  const log = new MerkleLog();
  roots.set(0, log.root());
  const sizes = new Set(running(batches));
  const ordered = leaves.inLogOrder();
  for (const [at, { leaf, batch }] of ordered.entries()) {
    log.append(leaf);
    filled.set(batch, (filled.get(batch) ?? 0) + 1);
    if (sizes.has(at + 1) || ordered[at + 1]?.batch !== batch) roots.set(at + 1, log.root());
  }
  for (const [batch, size] of batches.entries()) {
    if ((filled.get(batch) ?? 0) !== size) fault('BATCH_FILL', { batch, size, leaves: filled.get(batch) ?? 0 });
  }
  await checkCheckpoints(running(batches), checkpoints, roots, facts);
  findings.did('LOG', 'leaves', leaves.size);
  findings.did('LOG', 'logs');
  if (!equal(log.root(), unhex(pool.root)!)) fault('ROOT');
  return roots;
}

const running = (batches: readonly number[]) => {
  let sum = 0;
  return batches.map((size) => (sum += size));
};

async function checkCheckpoints(
  sizes: readonly number[], checkpoints: readonly string[], roots: ReadonlyMap<number, Uint8Array>, { ballot, pool, line, key, crypto, findings }: LogFacts,
): Promise<void> {
  for (const [at, text] of checkpoints.entries()) {
    const fault = (code: Parameters<Findings['fault']>[0], told: Record<string, number | string> = {}) =>
      findings.fault(code, line, pool.constituency, { checkpoint: at + 1, ...told });
    findings.did('CHECKPOINTS', 'checkpoints');
    const note = parseNote(text);
    if (note === null) {
      fault('CHECKPOINT_FORM');
      continue;
    }
    if (!isSignedBy(note, key)) fault('CHECKPOINT_KEY');
    else if (!(await crypto.verifyEd25519(key.publicKey, utf8(note.text), note.signature))) fault('CHECKPOINT_SIGNATURE');
    if (note.origin !== logOrigin(ballot, pool.pool)) fault('CHECKPOINT_ORIGIN');
    if (note.size !== sizes[at]) fault('CHECKPOINT_SIZE', { size: note.size, batches: sizes[at] ?? 0 });
    else if (!equal(note.root, roots.get(note.size) ?? new Uint8Array(0))) fault('CHECKPOINT_ROOT', { size: note.size });
  }
}
