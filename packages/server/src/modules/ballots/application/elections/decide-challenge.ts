import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../../people/index.ts';
import { type ChallengeDecision, afterChallenges, decideOnChallenge } from '../../domain/elections/challenging.ts';
import { lookerAt } from '../looker.ts';
import { changeElection } from './change-election.ts';
import { givenText } from './given-text.ts';
import { recordElection } from './record-election.ts';

/** Characters of a decision's reason. */
const LONGEST_REASON = 2000;

/**
 * The committee's decision on a challenge, with the reason everybody reads: proposed by one, final once another decides
 * the same. @throws NOT_FOUND for a challenge that is not the viewer's to judge; BAD_INPUT without a reason.
 */
export async function decideChallengeOf(house: House, viewer: ViewerFacts, challengeId: string, decision: ChallengeDecision, reason: string) {
  const given = givenText(reason, 'reason', LONGEST_REASON);
  const [row] = isUuid(challengeId)
    ? await house.db.under(school(viewer.schoolId)).execute<{ electionId: string }[]>('select election_id as "electionId" from challenge where id = ?', [challengeId])
    : [];
  if (row === undefined) throw coded('NOT_FOUND');
  return changeElection(house, viewer, { id: row.electionId, version: null }, ({ committee }) => committee, async ({ em, election }) => {
    const challenge = election.challenges.find(({ id }) => id === challengeId.toLowerCase())!;
    const { committee } = lookerAt(viewer, election);
    const decided = decideOnChallenge(challenge, { personId: viewer.personId, committee }, decision);
    if (!decided.ok) return decided.refusal;
    if (decided.final) {
      await em.execute('update challenge set reason = ?, decided_by = ?, decided_at = clock_timestamp() where id = ?', [given, viewer.personId, challenge.id]);
      const after = afterChallenges(election.constituencies.map(({ constituency }) => constituency),
        election.challenges.map((each) => (each.id === challenge.id ? { ...each, decision, decidedBy: viewer.personId } : each)));
      await em.execute('update election_constituency set set_aside = constituency = any(?::text[]) where election_id = ?', [`{${after.setAside.join(',')}}`, election.id]);
      await em.execute('update election set state = ?, version = version + 1 where id = ?', [after.state, election.id]);
    } else {
      await em.execute('update challenge set decision = ?, reason = ?, proposed_by = ? where id = ?', [decision, given, viewer.personId, challenge.id]);
      await em.execute('update election set version = version + 1 where id = ?', [election.id]);
    }
    const kind = decided.final ? 'election.challenge-decided' : 'election.challenge-proposed';
    await recordElection(house, em, { election, kind, actorId: viewer.personId, detail: { decision, challengeId: challenge.id } });
    return null;
  });
}
