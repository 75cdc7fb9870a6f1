import { randomUUID } from 'node:crypto';
import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, environmentIn, isUuid, mayDraftBallots } from '../../people/index.ts';
import { Ballot } from '../data/ballot.entity.ts';
import { type Fault, type Wording, faultsOf, word } from '../domain/wording.ts';
import { recordChange } from './record-change.ts';
import { columnsOf, saveParts } from './save-wording.ts';

export type DraftAnswer =
  | { readonly answer: 'SAVED'; readonly ballotId: string }
  | { readonly answer: 'FAULTY'; readonly faults: readonly Fault[] };

/** A new draft, seen only by those who prepare ballots. @throws NOT_FOUND when the viewer may not draft there. */
export const draftBallot = (house: House, viewer: ViewerFacts, environmentId: string, wording: Wording): Promise<DraftAnswer> =>
  house.db.transaction(school(viewer.schoolId), (em) => draftBallotIn(house, em, viewer, environmentId, wording));

/** The same as part of another act, in its transaction. */
export async function draftBallotIn(
  house: House, em: EntityManager, viewer: ViewerFacts, environmentId: string, wording: Wording,
): Promise<DraftAnswer> {
  const environment = isUuid(environmentId) ? await environmentIn(em, environmentId) : null;
  if (environment === null || !mayDraftBallots(viewer, environment.id)) throw coded('NOT_FOUND');
  const faults = faultsOf(wording);
  if (faults.length > 0) return { answer: 'FAULTY', faults };
  const ballot = { id: randomUUID(), schoolId: viewer.schoolId, environmentId: environment.id };
  const worded = word(wording);
  em.persist(em.create(Ballot, { ...columnsOf(worded), ...ballot, state: 'DRAFT', version: 1, createdBy: viewer.personId }));
  await em.flush();
  await saveParts(em, ballot, worded);
  await recordChange(house, em, { ballot, kind: 'ballot.drafted', actorId: viewer.personId, unannounced: true });
  return { answer: 'SAVED', ballotId: ballot.id };
}
