import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, mayDraftBallots } from '../../people/index.ts';
import type { BodyFault } from '../domain/body-wording.ts';
import { type BodyRefusal, refuseBody } from '../domain/refusal.ts';
import { type BodyRecord, lockBody } from './body-record.ts';
import { settleOffices } from './office-terms.ts';

/** Which body, and the version of it the person saw. */
export interface BodyAt {
  readonly id: string;
  readonly version: number;
}

export type BodyAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly bodyId: string }
  | { readonly answer: 'REFUSED'; readonly bodyId: string; readonly refusal: BodyRefusal }
  | { readonly answer: 'FAULTY'; readonly faults: readonly BodyFault[] };

export interface ChangingBody { readonly em: EntityManager; readonly body: BodyRecord }

/** What a change came to: a rule's refusal, or faults of the words; null when it is done. */
export type NotDone = { readonly refusal: BodyRefusal } | { readonly faults: readonly BodyFault[] } | null;

/**
 * The first three beats of every act on a body, and its answer: open, load under a lock, ask the policy. `change` asks its
 * rule and writes, or says why not, having written nothing.
 * @throws NOT_FOUND when there is no such body, or the viewer does not keep it.
 */
export function changeBody(
  house: House, viewer: ViewerFacts, { id, version }: BodyAt, change: (changing: ChangingBody) => Promise<NotDone>,
): Promise<BodyAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<BodyAnswer> => {
    const body = await lockBody(em, id);
    if (body === null || !mayDraftBallots(viewer, body.environmentId)) throw coded('NOT_FOUND');
    if (version !== body.version) return { answer: 'STALE', bodyId: body.id };
    await settleOffices(em, body);
    const not = body.closedAt !== null ? refuseBody('CLOSED') : await change({ em, body });
    if (not !== null) return 'faults' in not ? { answer: 'FAULTY', faults: not.faults } : { answer: 'REFUSED', bodyId: body.id, refusal: not.refusal };
    return { answer: 'CHANGED', bodyId: body.id };
  });
}

/** Another version; a roster that was certified is so no more once who sits in it, or should, has changed. */
export const grown = (em: EntityManager, bodyId: string, roster: boolean): Promise<unknown> => em.execute(
  `update governing_body set version = version + 1${roster ? ', roster_certified_at = null, roster_certified_by = null' : ''} where id = ?`, [bodyId]);
