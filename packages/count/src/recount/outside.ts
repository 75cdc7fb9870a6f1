import { equal, hex, unbase64, unhex, utf8 } from '../secret/bytes.ts';
import { RECEIPT_BYTES, receiptMessage } from '../secret/layout.ts';
import { type Note, isSignedBy, logOrigin, noteKeyName, parseNote } from '../secret/note.ts';
import type { VerifyCrypto } from './crypto.ts';
import { type Definition, questionOf } from './definition.ts';
import type { BallotLine, PoolLine } from './form.ts';
import type { PoolFound } from './pool-check.ts';
import type { Findings, ReceiptFound } from './report.ts';
import { decodeChoices } from '../secret/choices.ts';
import type { Voters } from './voters.ts';

/** What people bring along: their receipts, and checkpoints that somebody kept. */
export class Outside {
  readonly #findings: Findings;
  readonly #receipts: readonly Uint8Array[];
  readonly #witnesses: readonly string[];
  readonly #wanted = new Map<string, number>();
  #here: { readonly line: BallotLine; readonly pool: string; readonly receipt: number }[] = [];
  readonly #found: (Omit<ReceiptFound, 'choices'> & { readonly choicesHex: string | null })[] = [];
  receipts: ReceiptFound[] = [];

  constructor(findings: Findings, receipts: readonly Uint8Array[], witnesses: readonly string[]) {
    this.#findings = findings;
    this.#receipts = receipts;
    this.#witnesses = witnesses;
    for (const [at, receipt] of receipts.entries()) if (receipt.length === RECEIPT_BYTES) this.#wanted.set(hex(receipt.subarray(0, 32)), at + 1);
  }

  leaf(line: BallotLine, pool: PoolLine): void {
    const receipt = this.#wanted.get(line.leaf);
    if (receipt !== undefined) this.#here.push({ line, pool: pool.constituency, receipt });
  }

  /** Once a pool is whole, it is known which revision was the last. */
  pool(voters: Voters): void {
    for (const { line, pool, receipt } of this.#here) {
      const superseded = voters.highest(line.pk) > line.revision;
      this.#found.push({ receipt, leaf: line.leaf, pool, revision: line.revision, superseded, choicesHex: line.choices });
    }
    this.#here = [];
  }

  async finish(definition: Definition, pools: readonly PoolFound[], crypto: VerifyCrypto): Promise<void> {
    const key = { name: noteKeyName(definition.ballot), publicKey: unbase64(definition.receiptKey)! };
    const question = questionOf(definition);
    this.receipts = this.#found.map(({ choicesHex, ...found }) => {
      const decoded = choicesHex === null || found.superseded ? null : decodeChoices(question, unhex(choicesHex)!);
      return { ...found, choices: decoded?.ok ? decoded.choices : null };
    });
    for (const [at, receipt] of this.#receipts.entries()) await this.#receipt(at + 1, receipt, key.publicKey, pools, crypto);
    for (const [at, text] of this.#witnesses.entries()) {
      const note = parseNote(text);
      if (note === null) this.#findings.fault('WITNESS_FORM', 0, null, { witness: at + 1 });
      else if (!isSignedBy(note, key)) this.#findings.fault('WITNESS_KEY', 0, null, { witness: at + 1 });
      else if (!(await crypto.verifyEd25519(key.publicKey, utf8(note.text), note.signature))) this.#findings.fault('WITNESS_SIGNATURE', 0, null, { witness: at + 1 });
      else this.#witness(at + 1, note, definition, pools);
    }
  }

  async #receipt(number: number, receipt: Uint8Array, key: Uint8Array, pools: readonly PoolFound[], crypto: VerifyCrypto): Promise<void> {
    const fault = (code: 'RECEIPT_FORM' | 'RECEIPT_SIGNATURE' | 'RECEIPT_NOT_FOUND') => this.#findings.fault(code, 0, null, { receipt: number });
    if (receipt.length !== RECEIPT_BYTES) return fault('RECEIPT_FORM');
    const leaf = receipt.subarray(0, 32);
    if (!(await crypto.verifyEd25519(key, receiptMessage(leaf), receipt.subarray(32)))) return fault('RECEIPT_SIGNATURE');
    if (this.receipts.some((found) => found.leaf === hex(leaf))) return this.#findings.did('RECEIPTS', 'found');
    // It may lie in a pool that this bundle does not show.
    if (pools.some(({ state }) => state === 'WITHHELD')) return this.#findings.did('RECEIPTS', 'notShown');
    return fault('RECEIPT_NOT_FOUND');
  }

  #witness(number: number, note: Note, { ballot }: Definition, pools: readonly PoolFound[]): void {
    const pool = pools.find(({ line }) => logOrigin(ballot, line.pool) === note.origin);
    const fault = (code: 'WITNESS_ORIGIN' | 'WITNESS_SIZE' | 'WITNESS_ROOT', told = {}) =>
      this.#findings.fault(code, 0, pool?.line.constituency ?? null, { witness: number, ...told });
    if (pool === undefined) return fault('WITNESS_ORIGIN');
    if (pool.state === 'WITHHELD') return this.#findings.did('WITNESSES', 'notShown');
    const root = pool.roots.get(note.size);
    if (root === undefined) return fault('WITNESS_SIZE', { size: note.size, leaves: pool.leaves });
    if (!equal(root, note.root)) return fault('WITNESS_ROOT', { size: note.size });
    return this.#findings.did('WITNESSES', 'found');
  }
}
