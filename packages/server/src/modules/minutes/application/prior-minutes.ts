import type { Statements } from '../../../platform/database/database.ts';
import type { SittingRecord } from '../../meetings/index.ts';
import type { MotionRecord } from '../../motions/index.ts';
import type { PriorMinutesAction } from '../domain/completeness.ts';

export interface PriorMinutes { readonly action: PriorMinutesAction; readonly days: readonly string[] }

interface Row { readonly meetingId: string; readonly day: string }

/**
 * What became of the minutes of earlier meetings at this one: approved by a motion of it, or circulated before it ended
 * and not acted on.
 */
export async function priorMinutesOf(em: Statements, sitting: SittingRecord, motions: readonly MotionRecord[], timeZone: string): Promise<PriorMinutes> {
  const approving = motions.filter(({ kind, state, aboutId }) => kind === 'APPROVE_MINUTES' && state === 'ADOPTED' && aboutId !== null);
  if (approving.length > 0) {
    const ids = approving.map(({ aboutId }) => aboutId!);
    const days = await em.execute<Row[]>(`${DAYS} where m.meeting_id = any(?::uuid[]) order by day`, [timeZone, `{${ids.join(',')}}`]);
    const [made] = await em.execute<{ corrected: boolean }[]>(
      `select exists (select from minutes_version v where v.state = 'APPROVED_AS_CORRECTED' and v.motion_id = any(?::uuid[])) as corrected`, [`{${approving.map(({ id }) => id).join(',')}}`]);
    return { action: made!.corrected ? 'APPROVED_AS_CORRECTED' : 'APPROVED', days: days.map(({ day }) => day) };
  }
  const pending = await em.execute<Row[]>(
    `${DAYS} where m.body_id = ? and m.meeting_id <> ? and m.circulated_at <= coalesce(?, clock_timestamp()) and s.called_to_order_at < ?
       and (m.state = 'CIRCULATED' or m.approved_at > ?) order by day`,
    [timeZone, sitting.bodyId, sitting.id, sitting.endedAt, sitting.calledToOrderAt, sitting.endedAt]);
  return pending.length > 0 ? { action: 'POSTPONED', days: pending.map(({ day }) => day) } : { action: 'NONE_PENDING', days: [] };
}

const DAYS = `select m.meeting_id as "meetingId", (s.called_to_order_at at time zone ?)::date::text as day from minutes m join sitting s on s.meeting_id = m.meeting_id`;
