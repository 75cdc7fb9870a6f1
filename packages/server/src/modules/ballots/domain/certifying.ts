import type { BallotFacts } from './ballot.ts';
import { after } from './ballot-states.ts';
import { type Decision, refuse } from './refusal.ts';

/** The election committee, in the order in which a person who holds several roles signs. */
export const COMMITTEE = ['COORDINATOR', 'CLERK', 'ADMINISTRATOR'] as const;
export type CommitteeRole = (typeof COMMITTEE)[number];

/** Certification needs this many different people of the committee. */
export const CERTIFIERS = 2;

export interface Certifier {
  readonly personId: string;
  /** Every role the person holds in the ballot's environment. */
  readonly roles: readonly string[];
}

/** Signing once keeps the ballot TALLIED; the second, different person certifies it. */
export function decideCertify(
  ballot: Pick<BallotFacts, 'state'>, signedBy: readonly string[], certifier: Certifier,
): Decision<{ readonly role: CommitteeRole; readonly final: boolean }> {
  const role = COMMITTEE.find((each) => certifier.roles.includes(each));
  if (role === undefined) return refuse('NOT_COMMITTEE');
  if (after(ballot.state, 'SIGN') === null) return refuse('WRONG_STATE', [ballot.state]);
  if (signedBy.includes(certifier.personId)) return refuse('CERTIFIER_TWICE');
  return { ok: true, role, final: new Set([...signedBy, certifier.personId]).size >= CERTIFIERS };
}
