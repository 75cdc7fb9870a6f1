import type { Statements } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import type { Actor } from '../acting.ts';
import { mayImport } from './begin-import.ts';
import { type ImportRecord, findImport } from './import-record.ts';
import { importTopic } from './topics.ts';

/** @throws NOT_FOUND when there is none, or the actor imports no rosters there. */
export async function ownImport(house: House, actor: Actor, id: string): Promise<ImportRecord> {
  const record = await findImport(house.db, actor.schoolId, id);
  if (record === null || !await mayImport(house, actor, record.environmentId)) throw coded('NOT_FOUND');
  return record;
}

/** Tells pages that show the import, when the caller's transaction commits. */
export async function tell({ events }: House, em: Statements, { id, schoolId }: ImportRecord, kind: string): Promise<void> {
  await events.record(em, [{ schoolId, topic: importTopic(id), kind, subjectId: id }]);
}
