import type { Statements } from '../../../platform/database/database.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import type { MotionRecord } from '../../motions/index.ts';
import { uuidArray } from '../../people/index.ts';
import type { PriorMinutesAction } from '../domain/completeness.ts';

export interface PriorMinutes { readonly action: PriorMinutesAction; readonly days: readonly string[] }

interface Row { readonly day: string; readonly action: PriorMinutesAction }

/** In the order in which they are told. */
const TOLD: readonly PriorMinutesAction[] = ['APPROVED', 'APPROVED_AS_CORRECTED', 'POSTPONED'];

/**
 * What became of the minutes of earlier meetings at this one: approved by a motion of it, or circulated before it ended
 * and not acted on. Never empty.
 */
export async function priorMinutesOf(em: Statements, sitting: SittingRecord, motions: readonly MotionRecord[], timeZone: string): Promise<PriorMinutes[]> {
  const approving = motions.filter(({ kind, state, aboutId }) => kind === 'APPROVE_MINUTES' && state === 'ADOPTED' && aboutId !== null);
  const rows = await em.execute<Row[]>(
    `select (s.called_to_order_at at time zone ?)::date::text as day, case when m.meeting_id <> all(?::uuid[]) then 'POSTPONED'
       when exists (select from minutes_version v where v.meeting_id = m.meeting_id and v.state = 'APPROVED_AS_CORRECTED' and v.motion_id = any(?::uuid[])) then 'APPROVED_AS_CORRECTED' else 'APPROVED' end as action
     from minutes m join sitting s on s.meeting_id = m.meeting_id
     where m.meeting_id = any(?::uuid[]) or (m.body_id = ? and m.meeting_id <> ? and m.circulated_at <= coalesce(?, clock_timestamp()) and s.called_to_order_at < ?
       and (m.state = 'CIRCULATED' or m.approved_at > ?)) order by s.called_to_order_at`,
    [timeZone, uuidArray(approving.map(({ aboutId }) => aboutId!)), uuidArray(approving.map(({ id }) => id)), uuidArray(approving.map(({ aboutId }) => aboutId!)), sitting.bodyId, sitting.id, sitting.endedAt, sitting.calledToOrderAt, sitting.endedAt]);
  const told = TOLD.map((action) => ({ action, days: rows.filter((row) => row.action === action).map(({ day }) => day) })).filter(({ days }) => days.length > 0);
  return told.length > 0 ? told : [{ action: 'NONE_PENDING', days: [] }];
}
