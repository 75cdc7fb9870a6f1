import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideCertify } from '../domain/certifying.ts';
import { maySeeBallot } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type BallotAt, type Changing, changeBallot } from './change-ballot.ts';
import { recordChange } from './record-change.ts';

/**
 * One signature of the election committee; the second, by another person, certifies the result and publishes it.
 * A first signature changes nothing of what the second person saw, so it leaves the version as it is.
 */
export const certifyBallot = (house: House, viewer: ViewerFacts, at: BallotAt) =>
  changeBallot(house, viewer, at, (looker, ballot) => maySeeBallot(looker, ballot.state), (changing) => signBallot(house, changing, viewer));

/** The same for a ballot that is held already, as each ballot of an election is while the election is certified. */
export async function signBallot(house: House, { em, ballot }: Changing, viewer: ViewerFacts): Promise<Refusal | null> {
  const roles = viewer.environments.find((each) => each.environmentId === ballot.environmentId)?.roles ?? [];
  const signed = ballot.certifications.map(({ personId }) => personId);
  const decision = decideCertify(ballot, signed, { personId: viewer.personId, roles });
  if (!decision.ok) return decision.refusal;
  await em.execute('insert into certification (ballot_id, school_id, person_id, role, certified_at) values (?, ?, ?, ?, clock_timestamp())',
    [ballot.id, ballot.schoolId, viewer.personId, decision.role]);
  if (decision.final) {
    await em.execute(`update ballot set state = 'CERTIFIED', certified_at = clock_timestamp(), version = version + 1 where id = ?`, [ballot.id]);
  }
  const kind = decision.final ? 'ballot.certified' : 'ballot.signed';
  await recordChange(house, em, { ballot, kind, actorId: viewer.personId, detail: { role: decision.role } });
  return null;
}
