import { type KeyObject, constants, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { Count } from '../count.ts';
import type { CombineRule, Pile, Pool, Question } from '../definition.ts';
import { compare, concat, hex, utf8 } from '../secret/bytes.ts';
import { MAX_REVISION, bodyBytesFor } from '../secret/cast-body.ts';
import { canonicalChoices, encodeChoices } from '../secret/choices.ts';
import { ballotMessage, commitmentOf, credentialMessage, leafOf, receiptMessage, scopeOf, seedOf } from '../secret/layout.ts';
import { MerkleLog } from '../secret/merkle.ts';
import { checkpointNote, logOrigin, noteKeyName } from '../secret/note.ts';
import type { VerifyCrypto } from './crypto.ts';
import { type Definition, definitionText } from './definition.ts';
import type { BundleKind } from './form.ts';
import { resultFor } from './result.ts';
import { type BallotRow, type BundlePool, type PoolFacts, bundleLines } from './writer.ts';

/** Whole elections in memory, for tests alone: what the server and the voters' browsers would have done, in short. */
export interface Election {
  readonly question: Question;
  readonly combine: CombineRule;
  readonly pools: readonly Pool[];
}

export interface Signer {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

export interface Issuer {
  readonly spki: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
}

export interface Built {
  readonly definition: Definition;
  readonly text: string;
  readonly count: Count;
  readonly seed: Uint8Array;
  readonly pools: readonly BuiltPool[];
  readonly receiptKey: Signer;
  readonly lines: (kind: BundleKind) => Promise<string[]>;
  readonly receipt: (leaf: Uint8Array) => Uint8Array;
}

export interface BuiltPool extends BundlePool {
  readonly facts: PoolFacts;
  readonly rows: readonly BallotRow[];
  readonly issuer: Issuer;
  /** Keys of the voters, by their public key in hexadecimal. */
  readonly voters: ReadonlyMap<string, Signer>;
}

/** Numbers from 0 to 1 that a seed gives again (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export function ed25519(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return signer(privateKey, publicKey);
}

const signer = (privateKey: KeyObject, publicKey: KeyObject): Signer => ({
  publicKey: Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x!, 'base64url')),
  sign: (message) => new Uint8Array(sign(null, message, privateKey)),
});

/** The voter whose Ed25519 seed is these 32 bytes. */
export function voterFrom(seed: Uint8Array): Signer {
  const privateKey = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]), format: 'der', type: 'pkcs8' });
  return signer(privateKey, createPublicKey(privateKey));
}

export function issuer(): Issuer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    spki: new Uint8Array(publicKey.export({ format: 'der', type: 'spki' })),
    sign: (message) => new Uint8Array(sign('sha384', message, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 })),
  };
}

/** For tests of the count alone, whose signatures nobody made: takes every one for good. */
export const TRUSTING: VerifyCrypto = { verifyRsaPss: () => true, verifyEd25519: () => true };

const unsigned = (publicKey: Uint8Array): Signer => ({ publicKey, sign: () => new Uint8Array(64) });

export interface BuildOptions {
  /** Different for each pool; as many as there are pools. */
  readonly issuers: readonly Issuer[];
  readonly next: () => number;
  /** False: signatures are zeros, to be taken by {@link TRUSTING}. */
  readonly signed: boolean;
  /** What share of papers came on paper, and what share of the others was changed at least once. */
  readonly onPaper?: number;
  readonly changed?: number;
  /** How many revisions those have; else two to four. */
  readonly revisions?: number;
}

export function build(election: Election, options: BuildOptions): Built {
  const { next, issuers, signed } = options;
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(next() * 256));
  const uuid = () => hex(bytes(16)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const receiptKey = signed ? voterFrom(bytes(32)) : unsigned(bytes(32));
  const { question } = election;
  const definition: Definition = {
    v: 1, ballot: uuid(), environment: { id: uuid(), name: 'Invented School' }, question: { en: 'What shall we do?' }, description: null,
    method: question.method, maxChoices: question.maxChoices, seats: question.seats, budget: question.budget, combine: election.combine,
    options: question.options.map((kind) => ({ id: uuid(), kind, label: {} })),
    constituencies: election.pools.map(({ constituency, quorum, majority }) => ({ id: uuid(), constituency, quorum, majority })),
    closesAt: '2026-12-01T00:00:00.000Z', receiptKey: Buffer.from(receiptKey.publicKey).toString('base64'),
    body: bodyBytesFor(question), maxRevision: MAX_REVISION,
  };
  const text = definitionText(definition);
  const pools = election.pools.map((pool, at) => buildPool({ pool, id: definition.constituencies[at]!.id, issuer: issuers[at]!, definition, text, receiptKey, bytes, options }));
  const seed = seedOf(pools.map(({ facts }) => facts.root));
  const count = resultFor(definition, election.pools, seed);
  return {
    definition, text, count, seed, pools, receiptKey,
    lines: async (kind) => {
      const lines: string[] = [];
      for await (const line of bundleLines({ kind, definition: text, result: count }, pools)) lines.push(line);
      return lines;
    },
    receipt: (leaf) => concat(leaf, receiptKey.sign(receiptMessage(leaf))),
  };
}

interface PoolPlan {
  readonly pool: Pool;
  readonly id: string;
  readonly issuer: Issuer;
  readonly definition: Definition;
  readonly text: string;
  readonly receiptKey: Signer;
  readonly bytes: (length: number) => Uint8Array;
  readonly options: BuildOptions;
}

interface Event extends Omit<BallotRow, 'batch'> {
  /** When in the box's history, from 0 to 1. */
  readonly at: number;
}

function buildPool({ pool, id, issuer, definition, text, receiptKey, bytes, options }: PoolPlan): BuiltPool {
  const { next, signed, onPaper = 0.2, changed = 0.25, revisions: most } = options;
  const question: Question = { ...definition, options: definition.options.map(({ kind }) => kind) };
  const scope = scopeOf({ ballotId: definition.ballot, constituencyId: id, definition: utf8(text), issuerSpki: issuer.spki });
  const paper: Pile[] = [];
  const voters = new Map<string, Signer>();
  const events: Event[] = [];
  for (const { choices, papers } of pool.piles) {
    for (let n = 0; n < papers; n += 1) {
      if (next() < onPaper) {
        paper.push({ choices, papers: 1 });
        continue;
      }
      const voter = signed ? voterFrom(bytes(32)) : unsigned(bytes(32));
      const pk = voter.publicKey;
      voters.set(hex(pk), voter);
      const cred = signed ? issuer.sign(credentialMessage(scope, pk)) : new Uint8Array(256);
      const revisions = next() < changed ? most ?? 2 + Math.floor(next() * 3) : 1;
      const times = Array.from({ length: revisions }, next).sort((one, other) => one - other);
      for (const [before, at] of times.entries()) {
        const revision = before + 1;
        const last = revision === revisions;
        const said = encodeChoices(canonicalChoices(question, last ? choices : pool.piles[Math.floor(next() * pool.piles.length)]!.choices));
        const salt = bytes(32);
        const commitment = commitmentOf(salt, said);
        const sig = voter.sign(ballotMessage(scope, pk, revision, commitment));
        events.push({ at, leaf: leafOf(scope, pk, revision, commitment), pk, cred, revision, commitment, sig, salt: last ? salt : null, choices: last ? said : null });
      }
    }
  }
  const { rows, batches, checkpoints, root } = logOf(events, { ballot: definition.ballot, id, receiptKey, next });
  const issued = Math.min(pool.roll, voters.size + paper.length + Math.floor(next() * 3));
  const facts: PoolFacts = {
    id, constituency: pool.constituency, spki: issuer.spki, scope, roll: pool.roll, rollHash: bytes(32), issued, paper, root, batches, checkpoints, ballots: voters.size,
  };
  return { facts, rows, ballots: () => rows, issuer, voters };
}

/** Appends in batches of ten to fourteen, signs after each, and gives the rows as a bundle wants them. */
export function logOf(
  events: readonly Event[], { ballot, id, receiptKey, next }: { ballot: string; id: string; receiptKey: Signer; next: () => number },
): { rows: BallotRow[]; batches: number[]; checkpoints: string[]; root: Uint8Array } {
  const inTime = [...events].sort((one, other) => one.at - other.at);
  const log = new MerkleLog();
  const rows: BallotRow[] = [];
  const batches: number[] = [];
  const checkpoints: string[] = [];
  while (rows.length < inTime.length) {
    const batch = inTime.slice(rows.length, rows.length + 10 + Math.floor(next() * 5)).sort((one, other) => compare(one.leaf, other.leaf));
    for (const { at: _, ...row } of batch) {
      log.append(row.leaf);
      rows.push({ ...row, batch: batches.length });
    }
    batches.push(batch.length);
    const checkpoint = { origin: logOrigin(ballot, id), size: log.size, root: log.root() };
    checkpoints.push(checkpointNote(checkpoint, { name: noteKeyName(ballot), publicKey: receiptKey.publicKey }, receiptKey.sign));
  }
  return { rows: rows.sort((one, other) => compare(one.leaf, other.leaf)), batches, checkpoints, root: log.root() };
}
