import { randomUUID } from 'node:crypto';
import type { Statements } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import type { Constituency } from '../../domain/ballot.ts';
import { decideChallenge } from '../../domain/elections/challenging.ts';
import { electionAfter } from '../../domain/elections/election-states.ts';
import { maySeeElection } from '../../domain/elections/policy.ts';
import { changeElection } from './change-election.ts';
import type { ElectionRecord } from './election-record.ts';
import { givenText } from './given-text.ts';
import { recordElection } from './record-election.ts';
import { standingIn } from './standing-in-election.ts';

/** Characters of the grounds. */
const LONGEST_GROUNDS = 4000;

/** Challenges the certified result, of one constituency or of all. @throws BAD_INPUT without grounds, or for a constituency not up. */
export async function fileChallenge(house: House, viewer: ViewerFacts, electionId: string, constituency: Constituency | null, grounds: string) {
  const given = givenText(grounds, 'grounds', LONGEST_GROUNDS);
  return changeElection(house, viewer, { id: electionId, version: null }, maySeeElection, async ({ em, election, now }) => {
    if (constituency !== null && !election.constituencies.some((each) => each.constituency === constituency)) {
      throw coded('BAD_INPUT', { field: 'constituency', rule: 'NOT_UP' });
    }
    const decision = decideChallenge(election, await isOnRoll(em, election, viewer.personId), now);
    if (!decision.ok) return decision.refusal;
    await em.execute('insert into challenge (id, school_id, election_id, constituency, filed_by, grounds) values (?, ?, ?, ?, ?, ?)',
      [randomUUID(), election.schoolId, election.id, constituency, viewer.personId, given]);
    await em.execute('update election set state = ?, version = version + 1 where id = ?', [electionAfter(election.state, 'CHALLENGE'), election.id]);
    await recordElection(house, em, { election, kind: 'election.challenged', actorId: viewer.personId, detail: { constituency } });
    return null;
  });
}

/** On the frozen roll of one of its ballots; where seats were filled without a vote there is no roll, and membership stands for it. */
export async function isOnRoll(em: Statements, election: ElectionRecord, personId: string): Promise<boolean> {
  const rows = await em.execute<object[]>(
    'select 1 from registry.roll r join ballot b on b.id = r.ballot_id where b.election_id = ? and r.person_id = ? limit 1', [election.id, personId]);
  if (rows.length > 0) return true;
  const { constituency } = await standingIn(em, election, personId);
  return election.constituencies.some((each) => each.constituency === constituency && each.way !== 'VOTE');
}
