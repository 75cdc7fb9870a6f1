import { compare, concat, u16, unhex, utf8 } from './secret/bytes.ts';
import { sha256 } from './secret/sha256.ts';

/**
 * What a lot decided: who takes a seat among options with equally many votes, who is excluded, whose surplus moves
 * first.
 */
export type LotPurpose = 'SEAT' | 'EXCLUSION' | 'SURPLUS';

/** A tie that no vote could break. Without a seed nothing is drawn, and the tie stands. */
export interface Lot {
  readonly purpose: LotPurpose;
  /** The stage of a ranked count at which the tie stood; null for methods without stages. */
  readonly stage: number | null;
  /** Positions that were tied, ascending. */
  readonly tied: readonly number[];
  /** Those of them that were drawn, ascending: they take the seat, are excluded, or go first. */
  readonly drawn: readonly number[];
  /** 32 bytes in hexadecimal, fixed before anybody knew of the tie. */
  readonly seed: string | null;
}

/** A recorded seed: 64 hexadecimal digits. */
export const isSeed = (text: string): boolean => unhex(text, 32) !== null;

/**
 * Draws `many` of the tied options. Everybody can draw again: each option's ticket is SHA-256 of the seed's 32 bytes,
 * the text `lot/PURPOSE/STAGE` (stage 0 where there is none) with a zero byte, and the position as two bytes, high
 * first; the lowest tickets are drawn. A seed nobody could choose makes every outcome equally likely.
 * @throws {RangeError} when `seed` is no seed.
 */
export function drawLot(seed: string | null, purpose: LotPurpose, stage: number | null, tied: readonly number[], many = 1): Lot {
  const among = tied.toSorted((a, b) => a - b);
  if (seed === null) return { purpose, stage, tied: among, drawn: [], seed };
  const bytes = unhex(seed, 32);
  if (bytes === null) throw new RangeError('a seed is 64 hexadecimal digits');
  const context = utf8(`lot/${purpose}/${stage ?? 0}\0`);
  const tickets = among.map((position) => ({ position, ticket: sha256(concat(bytes, context, u16(position))) }));
  tickets.sort((a, b) => compare(a.ticket, b.ticket));
  const drawn = tickets.slice(0, many).map(({ position }) => position).sort((a, b) => a - b);
  return { purpose, stage, tied: among, drawn, seed };
}
