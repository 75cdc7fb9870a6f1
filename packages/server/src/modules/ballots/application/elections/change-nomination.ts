import { school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../../people/index.ts';
import { maySeeElection, maySeeNomination } from '../../domain/elections/policy.ts';
import type { ElectionRefusal } from '../../domain/elections/refusal.ts';
import { lookerAt } from '../looker.ts';
import { type ChangingElection, type ElectionAnswer, changeElection } from './change-election.ts';
import type { NominationRecord } from './election-record.ts';
import { recordElection } from './record-election.ts';

/** What a rule made of a nomination: the refusal, or what is written and how the record calls it. */
export type NominationChange =
  | { readonly refusal: ElectionRefusal }
  | { readonly set: string; readonly values: readonly unknown[]; readonly kind: string; readonly detail?: Readonly<Record<string, unknown>> };

/** A change to one nomination of an election, under the election's lock. @throws NOT_FOUND when there is none this viewer may see. */
export async function changeNomination(
  house: House, viewer: ViewerFacts, nominationId: string,
  change: (nomination: NominationRecord, changing: ChangingElection) => NominationChange,
): Promise<ElectionAnswer> {
  const [row] = isUuid(nominationId)
    ? await house.db.under(school(viewer.schoolId)).execute<{ electionId: string }[]>('select election_id as "electionId" from nomination where id = ?', [nominationId])
    : [];
  if (row === undefined) throw coded('NOT_FOUND');
  return changeElection(house, viewer, { id: row.electionId, version: null }, maySeeElection, async (changing) => {
    const { em, election } = changing;
    const nomination = election.nominations.find(({ id }) => id === nominationId.toLowerCase());
    if (nomination === undefined || !maySeeNomination(lookerAt(viewer, election), viewer.personId, nomination)) throw coded('NOT_FOUND');
    const changed = change(nomination, changing);
    if ('refusal' in changed) return changed.refusal;
    await em.execute(`update nomination set ${changed.set} where id = ?`, [...changed.values, nomination.id]);
    await em.execute('update election set version = version + 1 where id = ?', [election.id]);
    await recordElection(house, em, { election, kind: changed.kind, actorId: viewer.personId, detail: { constituency: nomination.constituency, ...changed.detail } });
    return null;
  });
}
