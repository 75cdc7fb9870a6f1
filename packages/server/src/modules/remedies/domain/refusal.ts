/** Why a remedy cannot be had now; the page words it, with what can be done instead. */
export const REMEDY_REFUSALS = [
  'NO_REMEDY', 'WRONG_STATE', 'BEFORE_ACTION', 'DEMAND_TOO_LATE', 'NO_SUCH_ITEM', 'TOO_MANY', 'SETTLED', 'NOT_ADVISORY', 'BODY_CLOSED', 'NO_SUCH_MOTION', 'MOTION_OR_CHAIR', 'ORIGINAL_LANGUAGE',
] as const;
export type RemedyRefusalReason = (typeof REMEDY_REFUSALS)[number];

export interface RemedyRefusal {
  readonly reason: RemedyRefusalReason;
  /** Where the rule is from: a section of law, or `bylaws`; null where it is only what a record can hold. */
  readonly source: string | null;
  /** The state, days (`yyyy-mm-dd`) or numbers that it is about. */
  readonly about: readonly string[];
}

export const remedyRefusal = (reason: RemedyRefusalReason, source: string | null = null, about: readonly (string | number)[] = []): RemedyRefusal =>
  ({ reason, source, about: about.map(String) });
