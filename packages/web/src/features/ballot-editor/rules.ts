import { dated } from '../../i18n/locales.ts';
import type { MajorityBase, QuorumKind } from '../../gql/graphql.ts';

export interface Quorum {
  readonly kind: QuorumKind;
  readonly numerator: number;
  readonly denominator: number;
  readonly count: number;
}

export interface Majority {
  readonly numerator: number;
  readonly denominator: number;
  readonly base: MajorityBase;
  readonly atLeast: boolean;
}

/** Majorities as bylaws put them. Abstentions are no votes cast, and "50% + 1" is none of these. */
export const MAJORITIES = {
  HALF: { numerator: 1, denominator: 2, base: 'CAST', atLeast: false },
  TWO_THIRDS: { numerator: 2, denominator: 3, base: 'CAST', atLeast: true },
  THREE_QUARTERS: { numerator: 3, denominator: 4, base: 'CAST', atLeast: true },
  HALF_OF_ROLL: { numerator: 1, denominator: 2, base: 'ROLL', atLeast: false },
} as const satisfies Record<string, Majority>;
export type MajorityPreset = keyof typeof MAJORITIES | 'OTHER';

export function presetOf(majority: Majority): MajorityPreset {
  const names = Object.keys(MAJORITIES) as (keyof typeof MAJORITIES)[];
  return names.find(name => sameMajority(MAJORITIES[name], majority)) ?? 'OTHER';
}

export const sameMajority = (a: Majority, b: Majority): boolean =>
  a.numerator * b.denominator === b.numerator * a.denominator && a.base === b.base && a.atLeast === b.atLeast;

/** A share as people say it, in whole or tenths of a percent when it comes out even; else as a fraction. */
export function shareWords(numerator: number, denominator: number, locale: string): string {
  const thousandths = (numerator * 1000) / denominator;
  if (!Number.isInteger(thousandths)) return `${numerator}/${denominator}`;
  return new Intl.NumberFormat(dated(locale), { style: 'percent', maximumFractionDigits: 1 }).format(numerator / denominator);
}

/** The fewest people who reach a quorum, when the roll is as large as today; null where there is none. */
export function quorumToday(quorum: Quorum, size: number): number | null {
  if (quorum.kind === 'NONE') return null;
  if (quorum.kind === 'COUNT') return quorum.count;
  return quorum.denominator > 0 ? Math.ceil((quorum.numerator * size) / quorum.denominator) : null;
}

/** Whether fewer people could vote today than the quorum asks: with such a roll nothing would ever be decided. */
export function isOutOfReach(quorum: Quorum, size: number): boolean {
  return quorum.kind === 'COUNT' && quorum.count > size;
}
