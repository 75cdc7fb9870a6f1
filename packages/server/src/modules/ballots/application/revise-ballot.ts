import type { House } from '../../../platform/room.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { Ballot } from '../data/ballot.entity.ts';
import { after, isAnnounced } from '../domain/ballot-states.ts';
import { mayReword } from '../domain/policy.ts';
import { type Fault, type Wording, faultsOf, word } from '../domain/wording.ts';
import { type BallotAt, type ChangeAnswer, changeBallot } from './change-ballot.ts';
import { recordChange } from './record-change.ts';
import { columnsOf, saveParts } from './save-wording.ts';

export type ReviseAnswer =
  | { readonly answer: 'SAVED' | 'STALE'; readonly ballotId: string }
  | { readonly answer: 'FAULTY'; readonly faults: readonly Fault[] };

/**
 * New words for a draft, or for a scheduled ballot, which becomes a draft again. Whatever can no longer be
 * revised has moved on since the page was loaded, so the answer is STALE.
 */
export async function reviseBallot(
  house: House, viewer: ViewerFacts, at: BallotAt, environmentId: string, wording: Wording,
): Promise<ReviseAnswer> {
  let faults: readonly Fault[] = [];
  const answer: ChangeAnswer = await changeBallot(house, viewer, at, mayReword, async ({ em, ballot }) => {
    // A ballot stays where it was drafted: another environment has other voters, languages and committee.
    if (environmentId.toLowerCase() !== ballot.environmentId) throw coded('NOT_FOUND');
    const state = after(ballot.state, 'REVISE');
    if (state === null) return { reason: 'WRONG_STATE', about: [ballot.state] };
    faults = faultsOf(wording);
    if (faults.length > 0) return null;
    const worded = word(wording);
    await em.nativeUpdate(Ballot, { id: ballot.id }, { ...columnsOf(worded), state, version: ballot.version + 1 });
    await saveParts(em, ballot, worded);
    await recordChange(house, em, { ballot, kind: 'ballot.revised', actorId: viewer.personId, unannounced: !isAnnounced(ballot.state) });
    return null;
  });
  if (faults.length > 0) return { answer: 'FAULTY', faults };
  return { answer: answer.answer === 'CHANGED' ? 'SAVED' : 'STALE', ballotId: answer.ballotId };
}
