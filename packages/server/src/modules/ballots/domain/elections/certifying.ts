import { type Certifier, type CommitteeRole, CERTIFIERS, COMMITTEE } from '../certifying.ts';
import type { ElectionFacts } from './election.ts';
import { electionAllows } from './election-states.ts';
import { type ElectionDecision, refuse } from './refusal.ts';

/** Two different people of the election committee stand for the counted election, as for any ballot. */
export function decideCertifyElection(
  election: Pick<ElectionFacts, 'state'>, signedBy: readonly string[], certifier: Certifier,
): ElectionDecision<{ readonly role: CommitteeRole; readonly final: boolean }> {
  const role = COMMITTEE.find((each) => certifier.roles.includes(each));
  if (role === undefined) return refuse('NOT_COMMITTEE');
  if (!electionAllows(election.state, 'SIGN')) return refuse('WRONG_STATE', [election.state]);
  if (signedBy.includes(certifier.personId)) return refuse('CERTIFIER_TWICE');
  return { ok: true, role, final: new Set([...signedBy, certifier.personId]).size >= CERTIFIERS };
}
