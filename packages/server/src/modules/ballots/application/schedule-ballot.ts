import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideSchedule } from '../domain/readiness.ts';
import { type BallotAt, changeBallot } from './change-ballot.ts';
import { recordChange } from './record-change.ts';
import { surroundingsOf } from './surroundings.ts';

/** Announces a draft: from now on it is public, and the clockwork opens it at its time. */
export const scheduleBallot = (house: House, viewer: ViewerFacts, at: BallotAt) =>
  changeBallot(house, viewer, at, ({ drafts }) => drafts, async ({ em, ballot, now }) => {
    const decision = decideSchedule(ballot, await surroundingsOf(em, ballot), now);
    if (!decision.ok) return decision.refusal;
    await em.execute(`update ballot set state = 'SCHEDULED', version = version + 1 where id = ?`, [ballot.id]);
    await recordChange(house, em, { ballot, kind: 'ballot.scheduled', actorId: viewer.personId });
    return null;
  });
