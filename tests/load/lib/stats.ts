/** Middle value; the mean of the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** Linear between neighbours. @param p 0 to 100 */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * (p / 100);
  const low = sorted[Math.floor(at)]!;
  const high = sorted[Math.ceil(at)]!;
  return low + (high - low) * (at - Math.floor(at));
}
