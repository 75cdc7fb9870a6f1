import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { isAnnounced } from '../domain/ballot-states.ts';
import { decideWithdraw } from '../domain/closing.ts';
import { mayReword } from '../domain/policy.ts';
import { type BallotAt, changeBallot } from './change-ballot.ts';
import { recordChange } from './record-change.ts';

/** Takes back a ballot before anybody could vote on it. */
export const withdrawBallot = (house: House, viewer: ViewerFacts, at: BallotAt) =>
  changeBallot(house, viewer, at, mayReword, async ({ em, ballot }) => {
    const decision = decideWithdraw(ballot);
    if (!decision.ok) return decision.refusal;
    await em.execute(`update ballot set state = 'WITHDRAWN', version = version + 1 where id = ?`, [ballot.id]);
    await recordChange(house, em, { ballot, kind: 'ballot.withdrawn', actorId: viewer.personId, unannounced: !isAnnounced(ballot.state) });
    return null;
  });
