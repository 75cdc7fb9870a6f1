import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { decideCertifyElection } from '../../domain/elections/certifying.ts';
import { maySeeElection } from '../../domain/elections/policy.ts';
import { addDays } from '../../domain/elections/wall-days.ts';
import { lockBallot } from '../ballot-record.ts';
import { signBallot } from '../certify-ballot.ts';
import { type ChangingElection, type ElectionAt, changeElection } from './change-election.ts';
import { recordElection } from './record-election.ts';

/**
 * One signature of the election committee under the whole election: under the count of each constituency that this
 * person has not signed yet, and under the seats filled without a vote. The second, by another person, certifies, and
 * the window for challenges opens. A first signature leaves the version as it is: nothing changed of what the second saw.
 */
export const certifyElection = (house: House, viewer: ViewerFacts, at: ElectionAt) =>
  changeElection(house, viewer, at, (looker, election) => maySeeElection(looker, election), async (changing) => {
    const { em, election, now } = changing;
    const roles = viewer.environments.find((each) => each.environmentId === election.environmentId)?.roles ?? [];
    const signed = election.certifications.map(({ personId }) => personId);
    const decision = decideCertifyElection(election, signed, { personId: viewer.personId, roles });
    if (!decision.ok) return decision.refusal;
    await signBallots(house, changing, viewer);
    await em.execute('insert into election_certification (election_id, school_id, person_id, role, certified_at) values (?, ?, ?, ?, clock_timestamp())',
      [election.id, election.schoolId, viewer.personId, decision.role]);
    if (decision.final) {
      await em.execute(
        `update election set state = 'CERTIFIED', certified_at = ?, challenge_until = ?, version = version + 1 where id = ?`,
        [now, addDays(now, election.challengeDays, election.timeZone), election.id]);
    }
    const kind = decision.final ? 'election.certified' : 'election.signed';
    await recordElection(house, em, { election, kind, actorId: viewer.personId, detail: { role: decision.role } });
    return null;
  });

/** A ballot that was certified by itself, or that this person signed there, needs no second signature of theirs. */
async function signBallots(house: House, { em, election, now }: ChangingElection, viewer: ViewerFacts): Promise<void> {
  for (const { ballotId } of election.constituencies) {
    const ballot = ballotId === null ? null : await lockBallot(em, ballotId);
    if (ballot?.state !== 'TALLIED' || ballot.certifications.some(({ personId }) => personId === viewer.personId)) continue;
    const refusal = await signBallot(house, { em, ballot, now }, viewer);
    if (refusal !== null) throw new Error('a counted ballot of an election could not be signed');
  }
}
