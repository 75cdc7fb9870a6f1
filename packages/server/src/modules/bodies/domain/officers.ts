import type { Office } from './body.ts';
import { type BodyDecision, refuseBody } from './refusal.ts';

/** The one office that somebody without a seat may hold. */
export const OPEN_OFFICE: Office = 'SECRETARY';

/** A member of the body takes an office its bylaws know, one office a person, all of it as of the day on which they begin. The secretary need not be a member. */
export function decideOffice(office: Office, { offices, member, holds }: {
  readonly offices: readonly Office[];
  readonly member: boolean;
  /** Another office of this body that the person would hold beside it. */
  readonly holds: Office | null;
}): BodyDecision {
  if (!offices.includes(office)) return refuseBody('NO_SUCH_OFFICE', [...offices]);
  if (!member && office !== OPEN_OFFICE) return refuseBody('NOT_A_MEMBER');
  if (holds !== null) return refuseBody('HOLDS_OFFICE', [holds]);
  return { ok: true };
}

export interface LeavingFacts {
  /** The day on which somebody else takes the office. */
  readonly followedOn: string | null;
  /** Another office of the body that they take on a later day. */
  readonly takes: { readonly office: Office; readonly starts: string } | null;
}

/** An officer leaves from a day on, or stays (null): not past their successor's day, and not beside another office of theirs. */
export function decideLeaving(from: string | null, { followedOn, takes }: LeavingFacts): BodyDecision {
  if (takes !== null && (from === null || from > takes.starts)) return refuseBody('HOLDS_OFFICE', [takes.office]);
  if (from !== null && followedOn !== null && from > followedOn) return refuseBody('SUCCEEDED_BEFORE', [followedOn]);
  return { ok: true };
}
