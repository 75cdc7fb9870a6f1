interface Quorum {
  readonly kind: 'NONE' | 'SHARE_OF_ROLL' | 'COUNT';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly count: number | null;
}

/** Fewest voters that reach a quorum ("at least" the share, or the count); 0 where there is none. */
export function quorumNeeded({ kind, numerator, denominator, count }: Quorum, roll: number): number {
  if (kind === 'COUNT') return count ?? 0;
  if (kind === 'NONE' || !denominator) return 0;
  return Math.ceil(((numerator ?? 0) * roll) / denominator);
}
