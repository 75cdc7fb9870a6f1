import type { Statements } from '../../../platform/database/database.ts';
import { uuidArray } from '../../people/index.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import type { MinutesState } from '../domain/minutes-states.ts';

/** Where the minutes of a meeting are in their life; they go by its id. */
export interface MinutesRecord {
  readonly meetingId: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly state: MinutesState;
  readonly version: number;
  /** The last frozen version; 0 before the first. */
  readonly number: number;
  /** In which language the notes are written; null before there are any. */
  readonly notesLocale: string | null;
  readonly circulatedAt: Date | null;
  readonly approvedAt: Date | null;
  readonly motionId: string | null;
  readonly updatedAt: Date | null;
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;

const COLUMNS = `json_build_object('meetingId', m.meeting_id, 'schoolId', m.school_id, 'environmentId', m.environment_id, 'bodyId', m.body_id, 'state', m.state,
  'version', m.version, 'number', m.number, 'notesLocale', m.notes_locale, 'circulatedAt', ${ms('m.circulated_at')}, 'approvedAt', ${ms('m.approved_at')},
  'motionId', m.motion_id, 'updatedAt', ${ms('m.updated_at')})`;

const TIMES = new Set(['circulatedAt', 'approvedAt', 'updatedAt']);
const revive = (key: string, value: unknown): unknown => (TIMES.has(key) && typeof value === 'number' ? new Date(value) : value);

/** Those that somebody has begun to work on; under the school's scope. */
export async function minutesById(em: Statements, ids: readonly string[]): Promise<Map<string, MinutesRecord>> {
  const rows = await em.execute<{ whole: string }[]>(`select ${COLUMNS}::text as whole from minutes m where m.meeting_id = any(?::uuid[])`, [uuidArray(ids)]);
  return new Map(rows.map(({ whole }) => JSON.parse(whole, revive) as MinutesRecord).map((minutes) => [minutes.meetingId, minutes]));
}

/** Minutes nobody has touched yet: a meeting has them from its call to order on. */
export const untouched = ({ id, schoolId, environmentId, bodyId }: Pick<SittingRecord, 'id' | 'schoolId' | 'environmentId' | 'bodyId'>): MinutesRecord => ({
  meetingId: id, schoolId, environmentId, bodyId, state: 'DRAFT', version: 1, number: 0, notesLocale: null, circulatedAt: null, approvedAt: null, motionId: null, updatedAt: null,
});

/** The minutes of a sitting, held against every other act on them until the transaction ends. */
export async function lockMinutes(em: Statements, sitting: Pick<SittingRecord, 'id' | 'schoolId' | 'environmentId' | 'bodyId'>): Promise<MinutesRecord> {
  const held = await heldRow(em, sitting.id);
  if (held !== null) return held;
  await em.execute('insert into minutes (meeting_id, school_id, environment_id, body_id) values (?, ?, ?, ?) on conflict (meeting_id) do nothing',
    [sitting.id, sitting.schoolId, sitting.environmentId, sitting.bodyId]);
  return (await heldRow(em, sitting.id))!;
}

async function heldRow(em: Statements, meetingId: string): Promise<MinutesRecord | null> {
  const [row] = await em.execute<{ whole: string }[]>(`select ${COLUMNS}::text as whole from minutes m where m.meeting_id = ? for update`, [meetingId]);
  return row === undefined ? null : JSON.parse(row.whole, revive) as MinutesRecord;
}
