import type { Statements } from '../../../platform/database/database.ts';
import type { CorrectionState } from '../domain/correcting.ts';

export interface CorrectionRecord {
  readonly id: string;
  /** Of which frozen version. */
  readonly number: number;
  readonly blockId: string;
  readonly language: string;
  readonly before: string;
  readonly after: string;
  readonly state: CorrectionState;
  /** Where the minutes were up, and the member there who proposed it. */
  readonly sittingId: string;
  readonly memberId: string;
  readonly personId: string;
  readonly proposedAt: Date;
  readonly objections: number | null;
  readonly ayes: number | null;
  readonly noes: number | null;
  readonly settledAt: Date | null;
  /** The motion to amend that it is a part of; null: a correction before approval. */
  readonly motionId: string | null;
  /** The body votes on that motion, or has. */
  readonly questionPut: boolean;
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;
/** What was proposed within a motion that came to nothing is refused with it. */
const STATE = `case when c.state = 'PROPOSED' and m.state in ('FAILED', 'REFERRED', 'WITHDRAWN') then 'REFUSED' else c.state end`;
const TIMES = new Set(['proposedAt', 'settledAt']);

/** All there ever were, in the order in which they were proposed; under the school's scope. */
export async function correctionsOf(em: Statements, meetingId: string): Promise<CorrectionRecord[]> {
  const rows = await em.execute<{ whole: string }[]>(
    `select json_build_object('id', c.id, 'number', c.number, 'blockId', c.block_id, 'language', c.locale, 'before', c.before, 'after', c.after, 'state', ${STATE},
       'sittingId', c.sitting_id, 'memberId', c.member_id, 'personId', b.person_id, 'proposedAt', ${ms('c.proposed_at')}, 'objections', c.objections, 'ayes', c.ayes, 'noes', c.noes,
       'settledAt', ${ms('c.settled_at')}, 'motionId', c.motion_id, 'questionPut', coalesce(m.state not in ('MOVED', 'SECONDED', 'OPEN'), false))::text as whole
     from minutes_correction c join sitting_member b on b.meeting_id = c.sitting_id and b.id = c.member_id
     left join motion m on m.id = c.motion_id where c.meeting_id = ? order by c.proposed_at, c.id`, [meetingId]);
  return rows.map(({ whole }) => JSON.parse(whole, (key, value: unknown) => (TIMES.has(key) && typeof value === 'number' ? new Date(value) : value)) as CorrectionRecord);
}

/** Those of the version that is before the body now. */
export const correctionsOn = (corrections: readonly CorrectionRecord[], number: number): CorrectionRecord[] => corrections.filter((correction) => correction.number === number);

/** What members accepted before approval, in the order in which they did: each was held against the text with those before it. */
export const acceptedOf = (corrections: readonly CorrectionRecord[]): CorrectionRecord[] =>
  corrections.filter(({ state, motionId }) => state === 'ACCEPTED' && motionId === null).toSorted((a, b) => a.settledAt!.getTime() - b.settledAt!.getTime());
