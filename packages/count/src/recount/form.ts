import { isUuid, unbase64, unhex } from '../secret/bytes.ts';
import { isListOf, isMap, isText, isWhole } from './shapes.ts';

/** Who a bundle is for: anybody, or the people who also check what is withheld from everybody. */
export type BundleKind = 'public' | 'auditors';

export interface HeaderLine {
  readonly plenary: 'bundle';
  readonly v: 1;
  readonly kind: BundleKind;
  /** The definition's exact text. */
  readonly definition: string;
  readonly seed: string;
  /** As published by the server, to be compared with what the recount finds. */
  readonly result: unknown;
  readonly pools: number;
}

export interface PaperPart {
  readonly papers: number;
  /** Null where a pool's votes stay closed. */
  readonly piles: readonly { readonly choices: readonly number[]; readonly papers: number }[] | null;
}

export interface PoolLine {
  readonly pool: string;
  readonly constituency: string;
  readonly spki: string;
  readonly scope: string;
  readonly roll: number;
  readonly rollHash: string;
  /** Ballot papers given out: digital ones, and people marked as voting on paper. */
  readonly issued: number | null;
  readonly paper: PaperPart | null;
  readonly withheld: 'SMALL_POOL' | null;
  readonly opened: boolean;
  readonly root: string;
  readonly size: number | null;
  readonly batches: readonly number[] | null;
  readonly checkpoints: readonly string[] | null;
  /** Different voters' keys in the log. */
  readonly ballots: number | null;
}

export interface BallotLine {
  readonly leaf: string;
  readonly batch: number;
  readonly pk: string;
  readonly cred: string;
  readonly revision: number;
  readonly commitment: string;
  readonly sig: string;
  readonly salt: string | null;
  readonly choices: string | null;
}

export interface EndLine {
  readonly end: true;
  readonly lines: number;
  readonly sha256: string;
}

export type BundleLine =
  | { readonly is: 'header'; readonly line: HeaderLine } | { readonly is: 'pool'; readonly line: PoolLine }
  | { readonly is: 'ballot'; readonly line: BallotLine } | { readonly is: 'end'; readonly line: EndLine };

type Shape = Record<string, (value: unknown) => boolean>;

const ofHex = (bytes: number) => (value: unknown) => isText(value) && unhex(value, bytes) !== null;
const ofBase64 = (bytes?: number) => (value: unknown) => isText(value) && unbase64(value, bytes) !== null;
const orNull = (holds: (value: unknown) => boolean) => (value: unknown) => value === null || holds(value);
const among = (...values: unknown[]) => (value: unknown) => values.includes(value);
const uuid = (value: unknown) => isText(value) && isUuid(value);
const wholes = (value: unknown) => isListOf(isWhole, value);

/** Keys stand in this order, and no others. */
const SHAPES: Record<BundleLine['is'], Shape> = {
  header: { plenary: among('bundle'), v: isWhole, kind: among('public', 'auditors'), definition: isText, seed: ofHex(32), result: isMap, pools: isWhole },
  pool: {
    pool: uuid, constituency: isText, spki: ofBase64(), scope: ofHex(32), roll: isWhole, rollHash: ofHex(32), issued: orNull(isWhole),
    paper: orNull(isPaper), withheld: among(null, 'SMALL_POOL'), opened: among(true, false), root: ofHex(32), size: orNull(isWhole),
    batches: orNull(wholes), checkpoints: orNull((value) => isListOf(isText, value)), ballots: orNull(isWhole),
  },
  ballot: {
    leaf: ofHex(32), batch: isWhole, pk: ofHex(32), cred: ofBase64(256), revision: isWhole, commitment: ofHex(32), sig: ofBase64(64),
    salt: orNull(ofHex(32)), choices: orNull((value) => isText(value) && unhex(value) !== null),
  },
  end: { end: among(true), lines: isWhole, sha256: ofHex(32) },
};

function isPaper(value: unknown): boolean {
  const isPile = (each: unknown): each is object => isMap(each) && Object.keys(each).join() === 'choices,papers' && wholes(each['choices']) && isWhole(each['papers']);
  return isMap(value) && Object.keys(value).join() === 'papers,piles' && isWhole(value['papers']) && orNull((piles) => isListOf(isPile, piles))(value['piles']);
}

export type ReadLine = BundleLine | { readonly is: 'fault'; readonly code: 'NOT_JSON' | 'NOT_CANONICAL' | 'LINE_FORM'; readonly field: string };

/** One line, without its newline; a fault unless it is spelled the one way. Never throws. */
export function readLine(text: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
    // A key given twice, a number written otherwise, a space: read alike here, and perhaps not elsewhere.
    if (JSON.stringify(value) !== text) return { is: 'fault', code: 'NOT_CANONICAL', field: 'line' };
  } catch {
    return { is: 'fault', code: 'NOT_JSON', field: 'line' };
  }
  if (!isMap(value)) return { is: 'fault', code: 'LINE_FORM', field: 'line' };
  const is = 'leaf' in value ? 'ballot' : 'pool' in value ? 'pool' : 'plenary' in value ? 'header' : 'end' in value ? 'end' : null;
  if (is === null) return { is: 'fault', code: 'LINE_FORM', field: 'line' };
  const shape = SHAPES[is];
  if (Object.keys(value).join() !== Object.keys(shape).join()) return { is: 'fault', code: 'LINE_FORM', field: 'keys' };
  for (const [field, holds] of Object.entries(shape)) if (!holds(value[field])) return { is: 'fault', code: 'LINE_FORM', field };
  return { is, line: value } as unknown as BundleLine;
}
