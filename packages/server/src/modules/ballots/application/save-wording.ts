import { randomUUID } from 'node:crypto';
import type { EntityManager } from '../../../platform/database/database.ts';
import { BallotConstituency, BallotOption } from '../data/ballot.entity.ts';
import type { Worded } from '../domain/wording.ts';

interface Owner { readonly id: string; readonly schoolId: string }

/** The columns of a ballot that its wording decides. */
export const columnsOf = ({ options: _options, constituencies: _constituencies, ...columns }: Worded) => columns;

/** Options and constituencies as worded, in place of what there was. */
export async function saveParts(em: EntityManager, { id, schoolId }: Owner, worded: Worded): Promise<void> {
  await em.nativeDelete(BallotOption, { ballotId: id });
  await em.nativeDelete(BallotConstituency, { ballotId: id });
  worded.options.forEach((option, position) =>
    em.persist(em.create(BallotOption, { id: randomUUID(), ballotId: id, schoolId, position, ...option })));
  worded.constituencies.forEach((each) =>
    em.persist(em.create(BallotConstituency, { ballotId: id, schoolId, ...each })));
  await em.flush();
}
