import { school } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { isFrozen } from '../../domain/ballot-states.ts';
import { type ElectionAct, electionAfter } from '../../domain/elections/election-states.ts';
import { type ElectionRecord, lockElection } from './election-record.ts';
import { recordElection } from './record-election.ts';

/** The clockwork's hand: when every ballot of an election is closed, or counted, so is the election. Without ballots it is at once. */
export const followBallots = (house: House, schoolId: string, id: string): Promise<void> =>
  house.db.transaction(school(schoolId), async (em) => {
    const election = await lockElection(em, id);
    if (election === null) return;
    const act: ElectionAct = election.state === 'OPEN' ? 'CLOSE' : 'TALLY';
    const state = electionAfter(election.state, act);
    if (state === null || !isReached(election, act)) return;
    await em.execute(
      `update election set state = ?, closed_at = coalesce(closed_at, clock_timestamp()), version = version + 1 where id = ?`, [state, id]);
    await recordElection(house, em, { election, kind: act === 'CLOSE' ? 'election.closed' : 'election.tallied', actorId: null });
  });

function isReached({ constituencies }: ElectionRecord, act: ElectionAct): boolean {
  const states = constituencies.flatMap(({ ballotState }) => (ballotState === null || ballotState === 'WITHDRAWN' ? [] : [ballotState]));
  return states.every((state) => isFrozen(state) && state !== 'OPEN' && (act === 'CLOSE' || state !== 'CLOSED'));
}
