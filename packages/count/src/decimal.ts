/** Votes are counted in hundred-thousandths, so that five decimals are whole numbers. */
export const ONE_VOTE = 100_000n;

/** Hundred-thousandths as a decimal with exactly five places: `88000000n` is `"880.00000"`. */
export function fiveDecimals(parts: bigint): string {
  const [sign, size] = parts < 0n ? ['-', -parts] : ['', parts];
  return `${sign}${size / ONE_VOTE}.${String(size % ONE_VOTE).padStart(5, '0')}`;
}

/** Whole votes as such a decimal. */
export const wholeVotes = (votes: number): string => fiveDecimals(BigInt(votes) * ONE_VOTE);

/** `numerator / denominator` as such a decimal, cut after five places: to be read, never to be counted with. */
export const cutFraction = (numerator: bigint, denominator: bigint): string => fiveDecimals((numerator * ONE_VOTE) / denominator);

/** The same number back in hundred-thousandths, of a decimal that {@link fiveDecimals} wrote. */
export const partsOf = (decimal: string): bigint => BigInt(decimal.replace('.', ''));
