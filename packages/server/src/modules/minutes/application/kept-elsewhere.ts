import type { Statements } from '../../../platform/database/database.ts';
import { uuidArray } from '../../people/index.ts';

/** SQL of two columns, a meeting and its body: its minutes are kept where it was recorded, and there is nothing here to write, circulate or approve. */
export type KeptElsewhere = (meetingId: string, bodyId: string) => string;

const conditions: KeptElsewhere[] = [];

/** For a room that takes over meetings that were held and written down in another system. */
export function addKeptElsewhere(condition: KeptElsewhere): void { conditions.push(condition); }

export const keptElsewhere: KeptElsewhere = (meetingId, bodyId) => (conditions.length === 0 ? 'false' : `(${conditions.map((condition) => condition(meetingId, bodyId)).join(' or ')})`);

/** Those of these meetings; under the school's scope. */
export async function elsewhereAmong(em: Statements, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(`select m.id from meeting m where m.id = any(?::uuid[]) and ${keptElsewhere('m.id', 'm.body_id')}`, [uuidArray(ids)]);
  return new Set(rows.map(({ id }) => id));
}

export const isKeptElsewhere = async (em: Statements, meetingId: string): Promise<boolean> => (await elsewhereAmong(em, [meetingId])).has(meetingId);
