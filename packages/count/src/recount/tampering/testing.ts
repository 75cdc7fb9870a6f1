import { hex, unbase64, unhex, utf8 } from '../../secret/bytes.ts';
import { ballotMessage, commitmentOf, leafOf, seedOf } from '../../secret/layout.ts';
import { decodeChoices, encodeChoices } from '../../secret/choices.ts';
import { MerkleLog } from '../../secret/merkle.ts';
import { checkpointNote, logOrigin, noteKeyName } from '../../secret/note.ts';
import { sha256 } from '../../secret/sha256.ts';
import type { Pile } from '../../definition.ts';
import { questionOf } from '../definition.ts';
import type { BallotLine, HeaderLine, PoolLine } from '../form.ts';
import { publishedResult, resultFor } from '../result.ts';
import type { Built, Signer } from '../testing.ts';

type Changeable<T> = { -readonly [key in keyof T]: T[key] };

/** A bundle taken apart, for somebody who means harm. */
export interface Draft {
  readonly header: Changeable<HeaderLine>;
  readonly pools: [DraftPool, DraftPool, ...DraftPool[]];
}

export interface DraftPool {
  readonly line: Changeable<PoolLine>;
  readonly ballots: Line[];
}

export type Line = Changeable<BallotLine>;

export function take(lines: readonly string[]): Draft {
  const [header, ...rest] = lines.slice(0, -1).map((line) => JSON.parse(line) as HeaderLine | PoolLine | BallotLine);
  const pools: DraftPool[] = [];
  for (const line of rest) {
    if ('pool' in line) pools.push({ line, ballots: [] });
    else pools.at(-1)!.ballots.push(line as Line);
  }
  return { header: header as HeaderLine, pools: pools as Draft['pools'] };
}

/** Together again, with a last line that fits: a forger can count and hash too. */
export function seal(draft: Draft): string[] {
  return sealed([draft.header, ...draft.pools.flatMap(({ line, ballots }) => [line, ...ballots])].map((line) => `${JSON.stringify(line)}\n`));
}

export function sealed(lines: readonly string[]): string[] {
  return [...lines, `${JSON.stringify({ end: true, lines: lines.length, sha256: hex(sha256(utf8(lines.join('')))) })}\n`];
}

/** Writes the log of a pool anew, signed with the ballot's own key: what only the school could do. */
export function relog({ header, pools }: Draft, pool: DraftPool, built: Built, sizes?: readonly number[]): void {
  const inOrder = [...pool.ballots].sort((one, other) => one.batch - other.batch || (one.leaf < other.leaf ? -1 : 1));
  const batches: number[] = [];
  for (let left = inOrder.length; left > 0; left -= batches.at(-1)!) batches.push(Math.min(left, sizes?.[batches.length] ?? 12));
  const log = new MerkleLog();
  const checkpoints: string[] = [];
  for (const [batch, size] of batches.entries()) {
    const chunk = inOrder.slice(log.size, log.size + size).sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
    for (const line of chunk) {
      line.batch = batch;
      log.append(unhex(line.leaf)!);
    }
    checkpoints.push(signedBy(built, built.receiptKey, pool.line.pool, log));
  }
  pool.ballots.sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
  Object.assign(pool.line, { batches, checkpoints, size: log.size, root: hex(log.root()), ballots: new Set(pool.ballots.map(({ pk }) => pk)).size });
  header.seed = hex(seedOf(pools.map(({ line }) => unhex(line.root)!)));
}

export function signedBy({ definition }: Built, key: Signer, pool: string, log: { size: number; root: () => Uint8Array }): string {
  return checkpointNote({ origin: logOrigin(definition.ballot, pool), size: log.size, root: log.root() }, { name: noteKeyName(definition.ballot), publicKey: key.publicKey }, key.sign);
}

/** States the result that the changed ballots give. */
export function recounted(draft: Draft, { definition }: Built): void {
  const question = questionOf(definition);
  const pools = draft.pools.map(({ line, ballots }) => {
    const digital = ballots.flatMap(({ choices }): Pile[] => {
      const decoded = choices === null ? null : decodeChoices(question, unhex(choices)!);
      return decoded?.ok ? [{ choices: decoded.choices, papers: 1 }] : [];
    });
    return { constituency: line.constituency, roll: line.roll, piles: [...digital, ...(line.paper?.piles ?? [])] };
  });
  draft.header.result = JSON.parse(JSON.stringify(publishedResult(draft.header.kind, resultFor(definition, pools, unhex(draft.header.seed)!))));
}

/** Fits commitment and leaf to the opened choices; the voter's signature stays what it was, or is made with the voter's key. */
export function refit({ line: pool }: DraftPool, ballot: Line, voter?: Signer): void {
  const [scope, pk] = [unhex(pool.scope)!, unhex(ballot.pk)!];
  if (ballot.salt !== null && ballot.choices !== null) ballot.commitment = hex(commitmentOf(unhex(ballot.salt)!, unhex(ballot.choices)!));
  const commitment = unhex(ballot.commitment)!;
  ballot.leaf = hex(leafOf(scope, pk, ballot.revision, commitment));
  if (voter !== undefined) ballot.sig = Buffer.from(voter.sign(ballotMessage(scope, pk, ballot.revision, commitment))).toString('base64');
}

export const saying = (...choices: number[]) => hex(encodeChoices(choices));
export const raw = (text: string) => unbase64(text)!;

/** Sets what stands at a path like `pools.0.votes`; undefined takes it away. */
export function edit(value: unknown, path: string, to: unknown): void {
  const keys = path.split('.');
  const last = keys.pop()!;
  let at = value as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (to === undefined) delete at[last];
  else at[last] = to;
}

/** What stands at a path. */
export function look<T>(value: unknown, path: string): T {
  return path.split('.').reduce((at, key) => (at as Record<string, unknown>)[key], value) as T;
}

/** Two voters of a pool whose last votes differ. */
export function twoThatDiffer({ ballots }: DraftPool): [Line, Line] {
  const opened = ballots.filter(({ choices }) => choices !== null);
  const first = opened[0]!;
  return [first, opened.find(({ choices }) => choices !== first.choices)!];
}

/** The lines of a voter who changed a vote, by revision. */
export function changedVote({ ballots }: DraftPool): Line[] {
  const second = ballots.find(({ revision }) => revision === 2)!;
  return ballots.filter(({ pk }) => pk === second.pk).sort((one, other) => one.revision - other.revision);
}
