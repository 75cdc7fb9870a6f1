import { databaseNow } from '../../../platform/database/database-now.ts';
import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import type { Looker } from '../domain/policy.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type BallotRecord, lockBallot } from './ballot-record.ts';
import { lookerAt } from './looker.ts';

/** Which ballot, and which version of it the person saw when pressing the button. */
export interface BallotAt { readonly id: string; readonly version: number }

export type ChangeAnswer =
  | { readonly answer: 'CHANGED'; readonly ballotId: string }
  | { readonly answer: 'STALE'; readonly ballotId: string }
  | { readonly answer: 'REFUSED'; readonly ballotId: string; readonly refusal: Refusal };

export interface Changing {
  readonly em: EntityManager;
  readonly ballot: BallotRecord;
  /** The database's clock, read under the ballot's lock. */
  readonly now: Date;
}

/**
 * The first three beats of every change to a ballot, and its answer: open, load under a lock, ask the policy. `change`
 * asks its rule and writes, or returns the rule's refusal having written nothing.
 * @throws NOT_FOUND when there is no such ballot, or `may` says no.
 */
export function changeBallot(
  house: House, viewer: ViewerFacts, { id, version }: BallotAt,
  may: (looker: Looker, ballot: BallotRecord) => boolean,
  change: (changing: Changing) => Promise<Refusal | null>,
): Promise<ChangeAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em) => {
    const ballot = await lockBallot(em, id);
    if (ballot === null || !may(lookerAt(viewer, ballot), ballot)) throw coded('NOT_FOUND');
    if (ballot.version !== version) return { answer: 'STALE', ballotId: ballot.id };
    const refusal = await change({ em, ballot, now: await databaseNow(em) });
    return refusal === null ? { answer: 'CHANGED', ballotId: ballot.id } : { answer: 'REFUSED', ballotId: ballot.id, refusal };
  });
}
