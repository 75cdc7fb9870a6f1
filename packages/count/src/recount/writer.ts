import type { Count } from '../count.ts';
import type { Pile } from '../definition.ts';
import { base64, compare, hex, utf8 } from '../secret/bytes.ts';
import { canonicalChoices, encodeChoices } from '../secret/choices.ts';
import { seedOf } from '../secret/layout.ts';
import { Sha256 } from '../secret/sha256.ts';
import { isClosed, isWithheld } from './closing.ts';
import { questionOf, readDefinition } from './definition.ts';
import type { BallotLine, BundleKind, EndLine, HeaderLine, PoolLine } from './form.ts';
import { publishedResult } from './result.ts';

export interface BundleHeader {
  readonly kind: BundleKind;
  /** The definition's exact text, as it was served. */
  readonly definition: string;
  /** The whole count; what of it the public may read is decided here. */
  readonly result: Count;
}

/** Everything known of one pool; what of it the public may read is decided here. */
export interface PoolFacts {
  readonly id: string;
  readonly constituency: string;
  readonly spki: Uint8Array;
  readonly scope: Uint8Array;
  readonly roll: number;
  readonly rollHash: Uint8Array;
  /** Digital papers issued and people marked as voting on paper, together. */
  readonly issued: number;
  /** What two people entered; no piles where nobody voted on paper. */
  readonly paper: readonly Pile[];
  readonly root: Uint8Array;
  readonly batches: readonly number[];
  readonly checkpoints: readonly string[];
  /** Different voters' keys in the log. */
  readonly ballots: number;
}

/** One leaf. Salt and choices stand only at a key's highest revision. */
export interface BallotRow {
  readonly leaf: Uint8Array;
  readonly batch: number;
  readonly pk: Uint8Array;
  readonly cred: Uint8Array;
  readonly revision: number;
  readonly commitment: Uint8Array;
  readonly sig: Uint8Array;
  readonly salt: Uint8Array | null;
  readonly choices: Uint8Array | null;
}

export interface BundlePool {
  readonly facts: PoolFacts;
  /** Sorted by leaf; not asked for where the pool is withheld. */
  readonly ballots: () => AsyncIterable<BallotRow> | Iterable<BallotRow>;
}

/** The lines of a bundle, each with its newline, as votes stream in. `pools`: in the definition's order. */
export async function* bundleLines(header: BundleHeader, pools: readonly BundlePool[]): AsyncGenerator<string> {
  const hash = new Sha256();
  let lines = 0;
  const put = (line: HeaderLine | PoolLine | BallotLine) => {
    const text = `${JSON.stringify(line)}\n`;
    hash.update(utf8(text));
    lines += 1;
    return text;
  };
  yield put({
    plenary: 'bundle', v: 1, kind: header.kind, definition: header.definition, seed: hex(seedOf(pools.map(({ facts }) => facts.root))),
    result: publishedResult(header.kind, header.result), pools: pools.length,
  });
  for (const { facts, ballots } of pools) {
    const line = poolLine(header, facts);
    yield put(line);
    if (line.withheld !== null) continue;
    for await (const row of ballots()) yield put(ballotLine(row, line.opened));
  }
  const end: EndLine = { end: true, lines, sha256: hex(hash.digest()) };
  yield `${JSON.stringify(end)}\n`;
}

function poolLine({ kind, definition }: BundleHeader, facts: PoolFacts): PoolLine {
  const read = readDefinition(definition);
  if (!('definition' in read)) throw new RangeError(`the definition's ${read.field} is not to be read`);
  const question = questionOf(read.definition);
  const channels = { digital: facts.ballots, paper: facts.paper.reduce((sum, { papers }) => sum + papers, 0) };
  const withheld = kind === 'public' && isWithheld(channels);
  const opened = kind === 'auditors' || withheld || !isClosed(question, channels);
  const piles = oneFormOf(facts.paper.map(({ choices, papers }) => ({ choices: canonicalChoices(question, choices), papers })));
  const { id, constituency, spki, scope, roll, rollHash, root } = facts;
  return {
    pool: id, constituency, spki: base64(spki), scope: hex(scope), roll, rollHash: hex(rollHash),
    issued: withheld ? null : facts.issued,
    paper: withheld || channels.paper === 0 ? null : { papers: channels.paper, piles: opened ? piles : null },
    withheld: withheld ? 'SMALL_POOL' : null,
    opened,
    root: hex(root),
    size: withheld ? null : facts.batches.reduce((sum, size) => sum + size, 0),
    batches: withheld ? null : facts.batches,
    checkpoints: withheld ? null : facts.checkpoints,
    ballots: withheld ? null : facts.ballots,
  };
}

function ballotLine({ leaf, batch, pk, cred, revision, commitment, sig, salt, choices }: BallotRow, opened: boolean): BallotLine {
  return {
    leaf: hex(leaf), batch, pk: hex(pk), cred: base64(cred), revision, commitment: hex(commitment), sig: base64(sig),
    salt: opened && salt !== null ? hex(salt) : null, choices: opened && choices !== null ? hex(choices) : null,
  };
}

/** Piles with the same choices as one, none of them empty, in the order of their bytes. */
export function oneFormOf(piles: readonly Pile[]): Pile[] {
  const papers = new Map<string, Pile>();
  for (const pile of piles) {
    const name = pile.choices.join();
    papers.set(name, { choices: pile.choices, papers: pile.papers + (papers.get(name)?.papers ?? 0) });
  }
  return [...papers.values()].filter((pile) => pile.papers > 0)
    .sort((one, other) => compare(encodeChoices(one.choices), encodeChoices(other.choices)));
}
