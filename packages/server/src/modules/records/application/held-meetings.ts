import type { Statements } from '../../../platform/database/database.ts';
import { type SittingRecord, sittingsById } from '../../meetings/index.ts';
import { type SittingMotions, motionsOfSittings, motionsSaid } from '../../motions/index.ts';
import { asDate, uuidArray } from '../../people/index.ts';
import type { Period } from '../domain/period.ts';
import type { Texts } from '../domain/popolo.ts';

/** A meeting that is over, and what was moved in it as everybody reads it. */
export interface HeldMeeting {
  readonly sitting: SittingRecord;
  readonly moved: SittingMotions;
  /** As approved last; null before. */
  readonly minutes: ApprovedMinutes | null;
}

export interface ApprovedMinutes {
  readonly state: string;
  /** The version that this is. */
  readonly number: number;
  readonly approvedAt: Date;
  /** SHA-256 of the copy for the public. */
  readonly hash: string;
  /** The copy for the public, with students by their seats; null where nobody asked for the words. */
  readonly blocks: readonly MinutesPassage[] | null;
}

/** What the minutes room keeps of a passage. */
export interface MinutesPassage {
  readonly id: string;
  readonly kind: string;
  readonly text: Texts;
  readonly lines: readonly { readonly text: Texts; readonly detail: Texts }[];
}

/** So many are in memory at once. */
const BATCH = 8;

/** What is over of a body's noticed meetings; `m` is the meeting, `e` its environment. */
export const IS_OVER = `m.state in ('ADJOURNED', 'NO_QUORUM', 'CANCELLED') and exists (select from notice n where n.meeting_id = m.id)
  and (?::date is null or (m.starts_at at time zone e.time_zone)::date >= ?::date) and (?::date is null or (m.starts_at at time zone e.time_zone)::date <= ?::date)`;
export const periodParams = ({ from, to }: Period): (string | null)[] => [from, from, to, to];

/**
 * Which of a body's meetings are over, the first one first; under the school's scope. Asked once for all that is written of
 * them, so that a meeting that ends meanwhile is in no part of it.
 */
export async function meetingsOver(em: Statements, bodyId: string, period: Period): Promise<string[]> {
  const found = await em.execute<{ id: string }[]>(
    `select m.id from meeting m join learning_environment e on e.id = m.environment_id where m.body_id = ? and ${IS_OVER} order by m.starts_at, m.id`, [bodyId, ...periodParams(period)]);
  return found.map(({ id }) => id);
}

interface Row extends Omit<ApprovedMinutes, 'approvedAt' | 'blocks'> {
  readonly id: string;
  readonly approvedAt: string;
  readonly blocks: string | null;
}

/** These meetings, in their order, a few at a time, with the words of their minutes where somebody asks for them; under the school's scope. */
export async function* heldMeetings(em: Statements, all: readonly string[], withWords = false): AsyncGenerator<HeldMeeting> {
  for (let from = 0; from < all.length; from += BATCH) {
    const ids = all.slice(from, from + BATCH);
    const moved = new Map((await motionsSaid(em, await motionsOfSittings(em, ids))).map((each) => [each.meetingId, each]));
    const minutes = new Map((await em.execute<Row[]>(
      `select x.meeting_id as id, x.state, x.number, x.approved_at as "approvedAt", v.public_hash as hash, case when ? then v.public_blocks::text end as blocks from minutes x join minutes_version v on v.meeting_id = x.meeting_id and v.number = x.number
       where x.meeting_id = any(?::uuid[]) and x.state not in ('DRAFT', 'CIRCULATED')`, [withWords, uuidArray(ids)])).map(({ id, approvedAt, blocks, ...rest }) =>
      [id, { ...rest, approvedAt: asDate(approvedAt), blocks: blocks === null ? null : JSON.parse(blocks) as MinutesPassage[] }] as const));
    for (const sitting of await sittingsById(em, ids)) yield { sitting, moved: moved.get(sitting.id)!, minutes: minutes.get(sitting.id) ?? null };
  }
}
