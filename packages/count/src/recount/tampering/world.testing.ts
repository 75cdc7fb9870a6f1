import { yesNo } from '../../testing.ts';
import type { BundleKind } from '../form.ts';
import type { FaultCode } from '../report.ts';
import { type Built, type Election, build, issuer, random } from '../testing.ts';
import type { Draft } from './testing.ts';

/** One election that a forger works on, and what stays with the school or with voters. */
export interface World {
  readonly built: Built;
  /** Another, of the same school, to take parts from. */
  readonly other: Built;
}

export interface Change {
  /** What is done, in words; the name of the test. */
  readonly name: string;
  readonly kind?: BundleKind;
  /** Which election: all open, or one with a pool too small to show and one with too few on paper to open. */
  readonly of?: 'large' | 'small';
  /** The fault that must be named, whatever else is. */
  readonly code: FaultCode;
  /** For faults that say where: the field or the reason. */
  readonly told?: string;
  /** Changes the draft, which is sealed afterwards, or answers the lines themselves. */
  readonly change: (draft: Draft, world: World) => void | readonly string[];
  /** What somebody kept: receipts and checkpoints. */
  readonly kept?: (world: World) => { receipts?: Uint8Array[]; witnesses?: string[] };
}

const HALF = { numerator: 1, denominator: 2, base: 'CAST', atLeast: false } as const;
const third = { kind: 'SHARE_OF_ROLL', numerator: 1, denominator: 3 } as const;
const pool = (constituency: string, roll: number, [yes, no, abstain]: readonly [number, number, number]): Election['pools'][number] => ({
  constituency, roll, quorum: third, majority: HALF, piles: [{ choices: [0], papers: yes }, { choices: [1], papers: no }, { choices: [2], papers: abstain }],
});

export function worlds(): Record<'large' | 'small', World> {
  const issuers = Array.from({ length: 6 }, issuer);
  const make = (seed: number, onPaper: number, pools: Election['pools']) =>
    build({ question: yesNo, combine: 'EVERY_CONSTITUENCY', pools }, { issuers: issuers.slice(seed % 2 === 0 ? 3 : 0), next: random(seed), signed: true, onPaper, changed: 0.4 });
  const large: Election['pools'] = [pool('PARENT', 80, [24, 12, 4]), pool('TEACHER', 70, [20, 14, 6])];
  const small: Election['pools'] = [pool('PARENT', 80, [24, 12, 4]), pool('TEACHER', 20, [3, 2, 0]), pool('COMMUNITY', 70, [20, 14, 6])];
  const other = make(2, 0.45, large);
  return { large: { built: make(1, 0.45, large), other }, small: { built: make(5, 0.06, small), other } };
}
