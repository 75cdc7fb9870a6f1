import { databaseNow } from '../../../../platform/database/database-now.ts';
import { type EntityManager, school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { ViewerFacts } from '../../../people/index.ts';
import type { Looker } from '../../domain/policy.ts';
import type { ElectionRefusal } from '../../domain/elections/refusal.ts';
import { lookerAt } from '../looker.ts';
import { type ElectionRecord, lockElection } from './election-record.ts';

/** Which election, and which version of it the person saw; null where nothing they saw can have gone stale. */
export interface ElectionAt { readonly id: string; readonly version: number | null }

export type ElectionAnswer =
  | { readonly answer: 'CHANGED'; readonly electionId: string }
  | { readonly answer: 'STALE'; readonly electionId: string }
  | { readonly answer: 'REFUSED'; readonly electionId: string; readonly refusal: ElectionRefusal };

export interface ChangingElection {
  readonly em: EntityManager;
  readonly election: ElectionRecord;
  /** The database's clock, read under the election's lock. */
  readonly now: Date;
}

/**
 * The first three beats of every change to an election, and its answer: open, load under a lock, ask the policy.
 * `change` asks its rule and writes, or returns the rule's refusal having written nothing.
 * @throws NOT_FOUND when there is no such election, or `may` says no.
 */
export function changeElection(
  house: House, viewer: ViewerFacts, { id, version }: ElectionAt,
  may: (looker: Looker, election: ElectionRecord) => boolean,
  change: (changing: ChangingElection) => Promise<ElectionRefusal | null>,
): Promise<ElectionAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em) => {
    const election = await lockElection(em, id);
    if (election === null || !may(lookerAt(viewer, election), election)) throw coded('NOT_FOUND');
    if (version !== null && election.version !== version) return { answer: 'STALE', electionId: election.id };
    const refusal = await change({ em, election, now: await databaseNow(em) });
    return refusal === null ? { answer: 'CHANGED', electionId: election.id } : { answer: 'REFUSED', electionId: election.id, refusal };
  });
}
