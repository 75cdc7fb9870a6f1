/** Why something cannot happen to minutes or to a record now; the page explains it in its own words. */
export type MinutesRefusalReason =
  | 'WRONG_STATE' | 'NOT_COMPLETE' | 'NOT_A_MEMBER_PRESENT' | 'NO_SUCH_PASSAGE' | 'PASSAGE_NOT_UNIQUE' | 'NOTHING_CORRECTED' | 'SETTLED'
  | 'CORRECTIONS_OPEN' | 'NOT_ADOPTED' | 'KEPT_FOR_EVER' | 'KEPT_UNTIL' | 'ON_HOLD' | 'NOT_CALLED_TO_ORDER' | 'STILL_IN_SESSION'
  | 'NAMES_OPEN' | 'NO_SUCH_BLOCK' | 'NO_SUCH_CORRECTION' | 'QUESTION_PUT' | 'NO_SUCH_NOTES' | 'SAME_LANGUAGE' | 'ONLY_BY_MOTION' | NotesRefusalReason;

/** Why a change of the notes is not taken. */
export type NotesRefusalReason =
  | 'TOO_LARGE' | 'NOTES_FULL' | 'BROKEN' | 'NOT_TEXT' | 'NO_SUCH_TEXT' | 'CHANGES_MISSING' | 'ANOTHERS_HAND';

export interface MinutesRefusal {
  readonly reason: MinutesRefusalReason;
  /** The state, missing parts, numbers, days (`yyyy-mm-dd`) or holds that the refusal is about. */
  readonly about: readonly string[];
}

export type MinutesDecision<T extends object = object> =
  ({ readonly ok: true } & T) | { readonly ok: false; readonly refusal: MinutesRefusal };

export const refuseMinutes = (reason: MinutesRefusalReason, about: readonly (string | number)[] = []): { ok: false; refusal: MinutesRefusal } =>
  ({ ok: false, refusal: { reason, about: about.map(String) } });

/** Where a refusal comes from: a section of law or Robert's Rules (`RONR`); null where it is only what a record can hold. */
export function sourceOfRefusal(reason: MinutesRefusalReason): string | null {
  switch (reason) {
    case 'NOT_COMPLETE': case 'NOT_A_MEMBER_PRESENT': case 'CORRECTIONS_OPEN': case 'NOT_ADOPTED': case 'ONLY_BY_MOTION': case 'QUESTION_PUT': return 'RONR';
    case 'NAMES_OPEN': return 'EC 49073.2';
    case 'KEPT_FOR_EVER': case 'KEPT_UNTIL': return '5 CCR 16023';
    default: return null;
  }
}
