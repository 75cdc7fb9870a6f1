import type { BundleKind } from './form.ts';

/** What is checked, in the order in which it is told, and each way in which it can fail. */
export const CHECKS = {
  FORM: [
    'EMPTY', 'NOT_JSON', 'NOT_CANONICAL', 'LINE_FORM', 'LINE_TOO_LONG', 'NOT_UTF8', 'INPUT_BROKEN', 'VERSION', 'NO_HEADER', 'UNEXPECTED_LINE',
    'TRUNCATED', 'AFTER_END', 'LINE_COUNT', 'FINGERPRINT', 'POOL_COUNT', 'TOO_LARGE',
  ],
  DEFINITION: ['DEFINITION_FORM', 'RECEIPT_KEY', 'POOL_ORDER'],
  SCOPE: ['SCOPE'],
  ISSUER_KEYS: ['ISSUER_KEY', 'ISSUER_KEY_SHARED'],
  CREDENTIALS: ['CREDENTIAL', 'CREDENTIAL_CHANGED'],
  SIGNATURES: ['VOTER_KEY', 'SIGNATURE'],
  LEAVES: ['LEAF', 'LEAF_ORDER', 'LEAF_TWICE'],
  REVISIONS: ['REVISION_RANGE', 'REVISION_TWICE', 'REVISION_MISSING'],
  OPENINGS: ['COMMITMENT', 'CHOICES', 'NOT_OPENED', 'OPENED_SUPERSEDED', 'OPENED_IN_CLOSED', 'HALF_OPENED'],
  BATCHES: ['BATCH_SIZE', 'BATCH_SUM', 'BATCH_NUMBER', 'BATCH_FILL'],
  CHECKPOINTS: [
    'CHECKPOINT_COUNT', 'CHECKPOINT_FORM', 'CHECKPOINT_KEY', 'CHECKPOINT_ORIGIN', 'CHECKPOINT_SIZE', 'CHECKPOINT_ROOT', 'CHECKPOINT_SIGNATURE',
  ],
  LOG: ['ROOT', 'LOG_SIZE'],
  NUMBERS: ['BALLOT_NUMBER', 'MORE_BALLOTS_THAN_PAPERS', 'MORE_PAPERS_THAN_ROLL', 'PAPER_SUM', 'PAPER_CHOICES', 'PAPER_ORDER'],
  SEED: ['SEED'],
  WITHHELD: [
    'WITHHELD_FROM_AUDITORS', 'CLOSED_TO_AUDITORS', 'WITHHELD_TELLS', 'NUMBERS_MISSING', 'CLOSED_WITHOUT_REASON', 'OPEN_DESPITE_RULE', 'SMALL_POOL_SHOWN',
  ],
  RESULT: ['RESULT_DIFFERS', 'CANNOT_COUNT'],
  RECEIPTS: ['RECEIPT_FORM', 'RECEIPT_SIGNATURE', 'RECEIPT_NOT_FOUND'],
  WITNESSES: ['WITNESS_FORM', 'WITNESS_KEY', 'WITNESS_SIGNATURE', 'WITNESS_ORIGIN', 'WITNESS_SIZE', 'WITNESS_ROOT'],
} as const;

export type CheckName = keyof typeof CHECKS;
export type FaultCode = (typeof CHECKS)[CheckName][number];
export type Told = Readonly<Record<string, number | string>>;

export interface Fault {
  readonly code: FaultCode;
  /** Line of the bundle, from 1; 0 where no one line is at fault. */
  readonly line: number;
  /** The constituency whose part it is, as the definition calls it. */
  readonly pool: string | null;
  readonly told: Told;
}

export interface Check {
  readonly check: CheckName;
  /** Null: nothing of the kind was there to be checked, or none of it may be checked by this reader. */
  readonly ok: boolean | null;
  readonly told: Told;
  /** The first faults of each code. */
  readonly faults: readonly Fault[];
  /** All faults, told or not. */
  readonly faultCount: number;
}

/** What this bundle does not let its reader check. */
export interface Unchecked {
  /** WITHHELD_POOL: nothing but its size on the roll. CLOSED_POOL: every signature, but no choice. RESULT: these fields of it. */
  readonly what: 'WITHHELD_POOL' | 'CLOSED_POOL' | 'RESULT';
  readonly pool: string | null;
  readonly fields: readonly string[];
}

/** One constituency in numbers, as the bundle states them; null where withheld. */
export interface PoolReport {
  readonly constituency: string;
  readonly state: 'OPEN' | 'CLOSED' | 'WITHHELD';
  readonly roll: number;
  /** To be compared with the one published at opening: nothing else in a bundle depends on it. */
  readonly rollHash: string;
  readonly issued: number | null;
  readonly paper: number | null;
  /** Found in the log: voters' keys, and entries with all their revisions. */
  readonly voters: number | null;
  readonly leaves: number | null;
  readonly root: string;
}

export interface ReceiptFound {
  /** From 1, in the order in which receipts were given. */
  readonly receipt: number;
  readonly leaf: string;
  readonly pool: string;
  readonly revision: number;
  /** True: a later revision of the same voter counts instead. */
  readonly superseded: boolean;
  /** What it says, by option position; null where the bundle keeps it closed or it is superseded. */
  readonly choices: readonly number[] | null;
}

/**
 * CONFIRMED: everything was checked and holds. CONFIRMED_IN_PART: what could be checked holds, and `unchecked` names
 * the rest. FAULTY: something does not hold. UNREADABLE: so little could be read that nothing is said about the election.
 */
export type Verdict = 'CONFIRMED' | 'CONFIRMED_IN_PART' | 'FAULTY' | 'UNREADABLE';

export interface RecountReport {
  readonly v: 1;
  readonly verdict: Verdict;
  readonly kind: BundleKind | null;
  readonly ballot: string | null;
  /** SHA-256 of all bytes read: two people who compare it know that they hold the same bundle. */
  readonly fingerprint: string;
  readonly told: Told;
  readonly pools: readonly PoolReport[];
  readonly checks: readonly Check[];
  readonly unchecked: readonly Unchecked[];
  readonly receipts: readonly ReceiptFound[];
  /** As the bundle states it, when it could be read. */
  readonly result: unknown;
}

/** More of one code tell nothing new, and a hostile bundle has millions. */
const MOST_TOLD = 10;
const CHECK_OF = new Map(Object.entries(CHECKS).flatMap(([check, codes]) => codes.map((code) => [code, check as CheckName] as const)));

/** Where faults and numbers are written down during a recount. */
export class Findings {
  readonly #faults = new Map<FaultCode, Fault[]>();
  readonly #counts = new Map<FaultCode, number>();
  readonly #told = new Map<CheckName, Record<string, number>>();

  fault(code: FaultCode, line: number, pool: string | null = null, told: Told = {}): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count > MOST_TOLD) return;
    const list = this.#faults.get(code) ?? [];
    list.push({ code, line, pool, told });
    this.#faults.set(code, list);
  }

  /** Says that `check` was made `times` more of `what`. */
  did(check: CheckName, what: string, times = 1): void {
    const told = this.#told.get(check) ?? {};
    told[what] = (told[what] ?? 0) + times;
    this.#told.set(check, told);
  }

  has(code: FaultCode): boolean {
    return this.#counts.has(code);
  }

  get faulty(): boolean {
    return this.#counts.size > 0;
  }

  checks(): Check[] {
    const all = [...this.#faults.values()].flat();
    return (Object.keys(CHECKS) as CheckName[]).map((check) => {
      const faults = all.filter(({ code }) => CHECK_OF.get(code) === check).sort((one, other) => one.line - other.line);
      const told = this.#told.get(check) ?? {};
      const did = Object.entries(told).some(([what, times]) => what !== 'notShown' && times > 0);
      const faultCount = [...this.#counts].reduce((sum, [code, count]) => (CHECK_OF.get(code) === check ? sum + count : sum), 0);
      return { check, ok: faultCount > 0 ? false : did ? true : null, told, faults, faultCount };
    });
  }
}
