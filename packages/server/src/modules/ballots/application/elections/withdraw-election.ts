import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import { electionAfter } from '../../domain/elections/election-states.ts';
import { type ElectionAt, changeElection } from './change-election.ts';
import { givenText } from './given-text.ts';
import { recordElection } from './record-election.ts';

/** Takes an election back before voting opens. @throws BAD_INPUT without a reason: the community was told of it, and is told why not. */
export async function withdrawElection(house: House, viewer: ViewerFacts, at: ElectionAt, reason: string) {
  const given = givenText(reason, 'reason', 500);
  return changeElection(house, viewer, at, ({ drafts }) => drafts, async ({ em, election }) => {
    const state = electionAfter(election.state, 'WITHDRAW');
    if (state === null) return { reason: 'WRONG_STATE', about: [election.state] };
    await em.execute('update election set state = ?, withdraw_reason = ?, version = version + 1 where id = ?', [state, given, election.id]);
    await recordElection(house, em, { election, kind: 'election.withdrawn', actorId: viewer.personId, unannounced: election.noticedAt === null });
    return null;
  });
}
