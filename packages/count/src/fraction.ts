/** An exact share, `numerator / denominator`: whole numbers with 0 < numerator ≤ denominator. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export function isShare({ numerator, denominator }: Fraction): boolean {
  return Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator)
    && numerator > 0 && numerator <= denominator;
}

/**
 * The fewest whole units of `of` that reach the share: at least it, or strictly more than it.
 * Products go through BigInt, so no size of roll can round a threshold.
 * @throws {RangeError} when `share` is no share or `of` is not a whole number ≥ 0.
 */
export function leastReaching(share: Fraction, of: number, atLeast: boolean): number {
  if (!isShare(share)) throw new RangeError('a share must lie above 0 and not above 1');
  if (!Number.isSafeInteger(of) || of < 0) throw new RangeError('a share is taken of a whole number');
  const product = BigInt(of) * BigInt(share.numerator);
  const denominator = BigInt(share.denominator);
  const whole = product / denominator;
  if (!atLeast) return Number(whole) + 1;
  return Number(product % denominator === 0n ? whole : whole + 1n);
}
