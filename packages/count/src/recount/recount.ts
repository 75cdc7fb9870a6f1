import { hex, unbase64, unhex, utf8 } from '../secret/bytes.ts';
import { seedOf } from '../secret/layout.ts';
import { Sha256 } from '../secret/sha256.ts';
import { compareResult } from './compare.ts';
import type { VerifyCrypto } from './crypto.ts';
import { readDefinition } from './definition.ts';
import { type BundleLine, type HeaderLine, type PoolLine, readLine } from './form.ts';
import { isSoundEd25519Key } from './keys.ts';
import { LinesFault } from './lines.ts';
import { Outside } from './outside.ts';
import { type Frame, PoolCheck, type PoolFound } from './pool-check.ts';
import { Findings, type PoolReport, type RecountReport, type Unchecked, type Verdict } from './report.ts';

export interface RecountOptions {
  /** Called now and then, and once at the end. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Receipts of 96 bytes to look for. */
  readonly receipts?: readonly Uint8Array[] | undefined;
  /** Signed checkpoints that somebody kept, as text. */
  readonly witnesses?: readonly string[] | undefined;
}

export interface Progress {
  readonly lines: number;
  readonly votes: number;
}

/** Ten times what is promised; beyond it, memory would be the attacker's. */
const MOST_LEAVES = 2_000_000;

/**
 * Checks a bundle from its first line to its last and counts again. Lines come as {@link bundleLines} writes and
 * {@link linesOf} reads them, each with its newline. Never throws, whatever the lines hold.
 */
export async function recountBundle(
  lines: AsyncIterable<string> | Iterable<string>, crypto: VerifyCrypto, options: RecountOptions = {},
): Promise<RecountReport> {
  const recount = new Recount(crypto, options);
  try {
    for await (const line of lines) {
      if (await recount.line(line)) continue;
      recount.stopped = true;
      break;
    }
  } catch (error) {
    recount.broken(error);
  }
  return recount.report();
}

class Recount {
  readonly #crypto: VerifyCrypto;
  readonly #options: RecountOptions;
  readonly #findings = new Findings();
  readonly #hash = new Sha256();
  readonly #outside: Outside;
  readonly #pools: PoolFound[] = [];
  readonly #poolLines: PoolLine[] = [];
  readonly #issuers = new Set<string>();
  #lines = 0;
  #leaves = 0;
  #header: HeaderLine | null = null;
  #frame: Frame | null = null;
  #pool: PoolCheck | null = null;
  #ended = false;
  /** Reading stopped before the lines did, so nothing is to be said about where they end. */
  stopped = false;

  constructor(crypto: VerifyCrypto, options: RecountOptions) {
    this.#crypto = crypto;
    this.#options = options;
    this.#outside = new Outside(this.#findings, options.receipts ?? [], options.witnesses ?? []);
  }

  /** False: no more is to be read. */
  async line(text: string): Promise<boolean> {
    this.#lines += 1;
    const findings = this.#findings;
    findings.did('FORM', 'lines');
    if (this.#ended) {
      findings.fault('AFTER_END', this.#lines);
      return false;
    }
    const whole = text.endsWith('\n');
    const read = readLine(whole ? text.slice(0, -1) : text);
    if (read.is === 'end') this.#end(read.line);
    this.#hash.update(utf8(text));
    if (!whole) findings.fault('TRUNCATED', this.#lines, null, { lines: this.#lines });
    if (!whole || read.is === 'end') return true;
    if (read.is === 'fault') {
      findings.fault(read.code, this.#lines, null, { field: read.field });
      return this.#header !== null;
    }
    return this.#take(read);
  }

  async #take(read: Exclude<BundleLine, { is: 'end' }>): Promise<boolean> {
    const findings = this.#findings;
    if (this.#header === null) {
      if (read.is === 'header') return this.#begin(read.line);
      findings.fault('NO_HEADER', this.#lines);
      return false;
    }
    if (read.is === 'header' || this.#frame === null) {
      findings.fault('UNEXPECTED_LINE', this.#lines);
      return true;
    }
    if (read.is === 'pool') {
      await this.#closePool();
      this.#openPool(read.line);
      return true;
    }
    if (this.#pool === null) {
      findings.fault('UNEXPECTED_LINE', this.#lines);
      return true;
    }
    this.#leaves += 1;
    if (this.#leaves > MOST_LEAVES) {
      findings.fault('TOO_LARGE', this.#lines, null, { most: MOST_LEAVES });
      return false;
    }
    this.#outside.leaf(read.line, this.#poolLines.at(-1)!);
    await this.#pool.ballot(read.line, this.#lines);
    if (this.#leaves % 512 === 0) this.#options.onProgress?.({ lines: this.#lines, votes: this.#leaves });
    return true;
  }

  #begin(header: HeaderLine): boolean {
    const findings = this.#findings;
    if (header.v !== 1) {
      findings.fault('VERSION', this.#lines, null, { version: header.v });
      return false;
    }
    this.#header = header;
    const read = readDefinition(header.definition);
    findings.did('DEFINITION', 'definitions');
    if (!('definition' in read)) {
      findings.fault('DEFINITION_FORM', this.#lines, null, { field: read.field });
      return false;
    }
    const { definition } = read;
    if (!isSoundEd25519Key(unbase64(definition.receiptKey)!)) findings.fault('RECEIPT_KEY', this.#lines);
    this.#frame = { kind: header.kind, definition, definitionText: header.definition, crypto: this.#crypto, findings };
    return true;
  }

  #openPool(line: PoolLine): void {
    const frame = this.#frame!;
    const findings = this.#findings;
    const rule = frame.definition.constituencies[this.#poolLines.length];
    if (rule?.id !== line.pool || rule.constituency !== line.constituency) findings.fault('POOL_ORDER', this.#lines, line.constituency);
    if (this.#issuers.has(line.spki)) findings.fault('ISSUER_KEY_SHARED', this.#lines, line.constituency);
    this.#issuers.add(line.spki);
    this.#poolLines.push(line);
    this.#pool = new PoolCheck(frame, line, this.#lines);
  }

  async #closePool(): Promise<void> {
    if (this.#pool === null) return;
    const found = await this.#pool.finish();
    this.#outside.pool(this.#pool.voters);
    this.#pools.push(found);
    this.#pool = null;
  }

  #end({ lines, sha256 }: { lines: number; sha256: string }): void {
    this.#ended = true;
    if (lines !== this.#lines - 1) this.#findings.fault('LINE_COUNT', this.#lines, null, { said: lines, found: this.#lines - 1 });
    if (hex(this.#hash.copy().digest()) !== sha256) this.#findings.fault('FINGERPRINT', this.#lines);
  }

  broken(error: unknown): void {
    const code = error instanceof LinesFault ? error.code : 'INPUT_BROKEN';
    this.stopped = true;
    this.#findings.fault(code, this.#lines + 1);
  }

  async report(): Promise<RecountReport> {
    const findings = this.#findings;
    let unchecked: Unchecked[] = [];
    try {
      if (this.#lines === 0 && !findings.faulty) findings.fault('EMPTY', 0);
      else if (!this.#ended && !this.stopped && !findings.has('TRUNCATED')) findings.fault('TRUNCATED', this.#lines, null, { lines: this.#lines });
      // Of a bundle that ends too early, what is missing would look like a fault of what is there.
      if (this.#ended) {
        await this.#closePool();
        unchecked = await this.#whole();
      } else {
        await this.#pool?.settle();
      }
    } catch {
      // Nothing above should throw; if a hostile bundle finds a way, that is a fault of the bundle.
      findings.fault('INPUT_BROKEN', this.#lines);
    }
    this.#options.onProgress?.({ lines: this.#lines, votes: this.#leaves });
    const sum = (of: (pool: PoolFound) => number) => this.#pools.reduce((total, pool) => total + of(pool), 0);
    return {
      v: 1,
      verdict: this.#verdict(unchecked),
      kind: this.#header?.kind ?? null,
      ballot: this.#frame?.definition.ballot ?? null,
      fingerprint: hex(this.#hash.digest()),
      told: {
        lines: this.#lines, pools: this.#pools.length, roll: sum(({ line }) => line.roll), voters: sum(({ voters }) => voters),
        leaves: sum(({ leaves }) => leaves), paper: sum(({ line }) => line.paper?.papers ?? 0),
      },
      pools: this.#pools.map(poolReport),
      checks: findings.checks(),
      unchecked,
      receipts: this.#outside.receipts,
      result: this.#header?.result ?? null,
    };
  }

  /** What needs all pools: their number, the seed, the result, and what was brought from outside. */
  async #whole(): Promise<Unchecked[]> {
    const [header, frame, findings] = [this.#header, this.#frame, this.#findings];
    if (header === null || frame === null) return [];
    const { definition } = frame;
    if (header.pools !== this.#pools.length || definition.constituencies.length !== this.#pools.length) {
      findings.fault('POOL_COUNT', 1, null, { said: header.pools, found: this.#pools.length, definition: definition.constituencies.length });
    }
    const seed = seedOf(this.#pools.map(({ line }) => unhex(line.root)!));
    findings.did('SEED', 'seeds');
    if (hex(seed) !== header.seed) findings.fault('SEED', 1);
    await this.#outside.finish(definition, this.#pools, this.#crypto);
    const closed = this.#pools.filter(({ state }) => state !== 'OPEN').map(({ line, state }): Unchecked =>
      ({ what: state === 'CLOSED' ? 'CLOSED_POOL' : 'WITHHELD_POOL', pool: line.constituency, fields: [] }));
    // A bundle whose pools are not the definition's has no count to compare.
    if (findings.has('POOL_ORDER') || findings.has('POOL_COUNT')) {
      findings.fault('CANNOT_COUNT', 1, null, { why: 'the constituencies are not those of the definition' });
      return closed;
    }
    return [...closed, ...compareResult({ kind: header.kind, definition, pools: this.#pools, seed, result: header.result, findings })];
  }

  #verdict(unchecked: readonly Unchecked[]): Verdict {
    if (this.#frame === null) return 'UNREADABLE';
    if (this.#findings.faulty) return 'FAULTY';
    return unchecked.length > 0 ? 'CONFIRMED_IN_PART' : 'CONFIRMED';
  }
}

function poolReport({ line, state, voters, leaves }: PoolFound): PoolReport {
  const { constituency, roll, rollHash, issued, root } = line;
  const shown = state === 'WITHHELD' ? { paper: null, voters: null, leaves: null } : { paper: line.paper?.papers ?? 0, voters, leaves };
  return { constituency, state, roll, rollHash, issued, ...shown, root };
}
