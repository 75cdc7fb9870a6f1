import type { Pile, Question } from '../definition.ts';
import { equal, unbase64, unhex, utf8 } from '../secret/bytes.ts';
import { decodeChoices, encodeChoices } from '../secret/choices.ts';
import { ballotMessage, commitmentOf, credentialMessage, leafOf, scopeOf } from '../secret/layout.ts';
import { noteKeyName } from '../secret/note.ts';
import { isClosed, isWithheld } from './closing.ts';
import type { VerifyCrypto } from './crypto.ts';
import { type Definition, questionOf } from './definition.ts';
import type { BallotLine, BundleKind, PoolLine } from './form.ts';
import { isIssuerKey, isSoundEd25519Key } from './keys.ts';
import { Leaves, checkLog } from './log-check.ts';
import type { Findings } from './report.ts';
import { Voters } from './voters.ts';
import { oneFormOf } from './writer.ts';

export interface Frame {
  readonly kind: BundleKind;
  readonly definition: Definition;
  readonly definitionText: string;
  readonly crypto: VerifyCrypto;
  readonly findings: Findings;
}

/** What the recount knows of a pool once its last line has passed. */
export interface PoolFound {
  readonly line: PoolLine;
  readonly state: 'OPEN' | 'CLOSED' | 'WITHHELD';
  /** Digital and paper together; of no meaning unless OPEN. */
  readonly piles: readonly Pile[];
  /** All papers; 0 where withheld. */
  readonly papers: number;
  readonly voters: number;
  readonly leaves: number;
  /** Log roots by size. */
  readonly roots: ReadonlyMap<number, Uint8Array>;
}

/** Signatures under way at once: enough to keep every thread busy, few enough to forget. */
const AT_ONCE = 256;

/** One pool, line by line. */
export class PoolCheck {
  readonly #frame: Frame;
  readonly #pool: PoolLine;
  readonly #at: number;
  readonly #question: Question;
  readonly #scope: Uint8Array;
  readonly #spki: Uint8Array;
  readonly #leaves = new Leaves();
  readonly #piles = new Map<string, number>();
  #waiting: Promise<void>[] = [];
  #lastLeaf = '';
  readonly voters = new Voters();

  constructor(frame: Frame, pool: PoolLine, line: number) {
    this.#frame = frame;
    this.#pool = pool;
    this.#at = line;
    this.#question = questionOf(frame.definition);
    this.#spki = unbase64(pool.spki)!;
    this.#scope = scopeOf({ ballotId: frame.definition.ballot, constituencyId: pool.pool, definition: utf8(frame.definitionText), issuerSpki: this.#spki });
    this.#opening();
  }

  #opening(): void {
    const { findings, kind } = this.#frame;
    const pool = this.#pool;
    const told = (code: Parameters<Findings['fault']>[0], more = {}) => findings.fault(code, this.#at, pool.constituency, more);
    findings.did('SCOPE', 'scopes');
    if (!equal(this.#scope, unhex(pool.scope)!)) told('SCOPE');
    findings.did('ISSUER_KEYS', 'keys');
    if (!isIssuerKey(this.#spki)) told('ISSUER_KEY');
    const numbers = [pool.issued, pool.size, pool.batches, pool.checkpoints, pool.ballots];
    findings.did('WITHHELD', 'pools');
    if (pool.withheld !== null) {
      if (kind === 'auditors') told('WITHHELD_FROM_AUDITORS');
      if (pool.paper !== null || !pool.opened || numbers.some((number) => number !== null)) told('WITHHELD_TELLS');
      return;
    }
    if (numbers.includes(null)) told('NUMBERS_MISSING');
    if (kind === 'auditors' && !pool.opened) told('CLOSED_TO_AUDITORS');
    if (pool.paper !== null && pool.opened !== (pool.paper.piles !== null)) told('HALF_OPENED');
    const channels = { digital: pool.ballots ?? 0, paper: pool.paper?.papers ?? 0 };
    if (kind === 'public') {
      if (isWithheld(channels)) told('SMALL_POOL_SHOWN', channels);
      const closed = isClosed(this.#question, channels);
      if (closed && pool.opened) told('OPEN_DESPITE_RULE');
      if (!closed && !pool.opened) told('CLOSED_WITHOUT_REASON');
    }
  }

  /** Waits only when enough signatures are under way. */
  async ballot(ballot: BallotLine, line: number): Promise<void> {
    const { findings, definition, crypto } = this.#frame;
    const pool = this.#pool;
    const fault = (code: Parameters<Findings['fault']>[0], more = {}) => findings.fault(code, line, pool.constituency, more);
    if (pool.withheld !== null) return fault('WITHHELD_TELLS');
    const { revision, batch } = ballot;
    if (ballot.leaf === this.#lastLeaf) fault('LEAF_TWICE');
    else if (ballot.leaf < this.#lastLeaf) fault('LEAF_ORDER');
    this.#lastLeaf = ballot.leaf;

    const [leaf, pk, cred, commitment, sig] = [unhex(ballot.leaf)!, unhex(ballot.pk)!, unbase64(ballot.cred)!, unhex(ballot.commitment)!, unbase64(ballot.sig)!];
    findings.did('LEAVES', 'leaves');
    if (!equal(leaf, leafOf(this.#scope, pk, revision, commitment))) fault('LEAF');
    if (pool.batches !== null && batch >= pool.batches.length) fault('BATCH_NUMBER', { batch });
    this.#leaves.add(leaf, Math.min(batch, 0xffff_ffff));
    if (revision < 1 || revision > definition.maxRevision) fault('REVISION_RANGE', { revision });

    const { first, changed } = this.voters.note(ballot, line);
    if (changed) fault('CREDENTIAL_CHANGED');
    if (first) {
      findings.did('CREDENTIALS', 'voters');
      this.#later(crypto.verifyRsaPss(this.#spki, credentialMessage(this.#scope, pk), cred), () => fault('CREDENTIAL'));
      if (!isSoundEd25519Key(pk)) fault('VOTER_KEY');
    }
    findings.did('SIGNATURES', 'leaves');
    this.#later(crypto.verifyEd25519(pk, ballotMessage(this.#scope, pk, revision, commitment), sig), () => fault('SIGNATURE'));
    this.#open(ballot, commitment, fault);
    if (this.#waiting.length >= AT_ONCE) await this.settle();
  }

  #open({ salt, choices }: BallotLine, commitment: Uint8Array, fault: (code: Parameters<Findings['fault']>[0], more?: object) => void): void {
    if (salt === null && choices === null) return;
    if (salt === null || choices === null) return fault('HALF_OPENED');
    if (!this.#pool.opened) return fault('OPENED_IN_CLOSED');
    const { findings } = this.#frame;
    const bytes = unhex(choices)!;
    findings.did('OPENINGS', 'votes');
    if (!equal(commitmentOf(unhex(salt)!, bytes), commitment)) fault('COMMITMENT');
    const decoded = decodeChoices(this.#question, bytes);
    if (!decoded.ok) return fault('CHOICES', { why: decoded.fault });
    this.#piles.set(choices, (this.#piles.get(choices) ?? 0) + 1);
  }

  #later(holds: boolean | Promise<boolean>, otherwise: () => void): void {
    if (holds === true) return;
    if (holds === false) return otherwise();
    this.#waiting.push(holds.then((did) => (did ? undefined : otherwise()), otherwise));
  }

  /** Waits for the signatures under way. */
  async settle(): Promise<void> {
    await Promise.all(this.#waiting);
    this.#waiting = [];
  }

  async finish(): Promise<PoolFound> {
    await this.settle();
    const { findings, definition, crypto } = this.#frame;
    const pool = this.#pool;
    const found = { line: pool, voters: this.voters.size, leaves: this.#leaves.size };
    if (pool.withheld !== null) return { ...found, state: 'WITHHELD', piles: [], papers: 0, roots: new Map() };
    this.voters.check(findings, pool.constituency, pool.opened);
    const key = { name: noteKeyName(definition.ballot), publicKey: unbase64(definition.receiptKey)! };
    const roots = await checkLog(this.#leaves, { ballot: definition.ballot, pool, line: this.#at, key, crypto, findings });
    this.#numbers();
    const paper = pool.paper?.piles ?? [];
    const digital = [...this.#piles].map(([choices, papers]): Pile => {
      const decoded = decodeChoices(this.#question, unhex(choices)!);
      return { choices: decoded.ok ? decoded.choices : [], papers };
    });
    return {
      ...found, state: pool.opened ? 'OPEN' : 'CLOSED', piles: [...digital, ...paper], papers: this.voters.size + (pool.paper?.papers ?? 0), roots,
    };
  }

  /** Ballots ≤ papers issued ≤ roll, and paper piles that add up and answer the question. */
  #numbers(): void {
    const { findings } = this.#frame;
    const pool = this.#pool;
    const fault = (code: Parameters<Findings['fault']>[0], more = {}) => findings.fault(code, this.#at, pool.constituency, more);
    const { issued, roll, paper } = pool;
    const voters = this.voters.size;
    findings.did('NUMBERS', 'ballots', voters);
    findings.did('NUMBERS', 'paper', paper?.papers ?? 0);
    findings.did('NUMBERS', 'issued', issued ?? 0);
    findings.did('NUMBERS', 'roll', roll);
    if (pool.ballots !== voters) fault('BALLOT_NUMBER', { said: pool.ballots ?? 0, found: voters });
    if (voters + (paper?.papers ?? 0) > (issued ?? 0)) fault('MORE_BALLOTS_THAN_PAPERS', { ballots: voters, paper: paper?.papers ?? 0, issued: issued ?? 0 });
    if ((issued ?? 0) > roll) fault('MORE_PAPERS_THAN_ROLL', { issued: issued ?? 0, roll });
    if (paper === null || paper.piles === null) return;
    const sum = paper.piles.reduce((total, { papers }) => total + papers, 0);
    if (sum !== paper.papers) fault('PAPER_SUM', { sum, said: paper.papers });
    for (const [at, { choices }] of paper.piles.entries()) {
      const decoded = choices.every((value) => value <= 0xffff) ? decodeChoices(this.#question, encodeChoices(choices)) : { ok: false as const, fault: 'UNKNOWN_OPTION' as const };
      if (!decoded.ok) fault('PAPER_CHOICES', { pile: at + 1, why: decoded.fault });
    }
    if (!findings.has('PAPER_CHOICES') && JSON.stringify(oneFormOf(paper.piles)) !== JSON.stringify(paper.piles)) fault('PAPER_ORDER');
  }
}
