import type { Office } from './body.ts';
import { type BodyDecision, refuseBody } from './refusal.ts';

/** The one office that somebody without a seat may hold. */
export const OPEN_OFFICE: Office = 'SECRETARY';

/** A member of the body takes an office its bylaws know, one office a person; whoever held it before steps down. The secretary need not be a member. */
export function decideOffice(office: Office, { offices, member, holds }: {
  readonly offices: readonly Office[];
  readonly member: boolean;
  /** The office the person holds in this body now. */
  readonly holds: Office | null;
}): BodyDecision {
  if (!offices.includes(office)) return refuseBody('NO_SUCH_OFFICE', [...offices]);
  if (!member && office !== OPEN_OFFICE) return refuseBody('NOT_A_MEMBER');
  if (holds !== null && holds !== office) return refuseBody('HOLDS_OFFICE', [holds]);
  return { ok: true };
}
