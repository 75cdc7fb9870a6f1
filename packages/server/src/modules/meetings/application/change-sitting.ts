import { databaseNow } from '../../../platform/database/database-now.ts';
import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { allowsAct } from '../domain/meeting-states.ts';
import type { MeetingFault } from '../domain/meeting-wording.ts';
import type { SittingRefusal } from '../domain/refusal.ts';
import { recordSitting } from './record-sitting.ts';
import { type SittingLooker, sittingLooker } from './sitting-looker.ts';
import { type SittingRecord, lockSitting } from './sitting-record.ts';

/** An act of the room: its key, a UUID made by the device; the meeting; and what the record calls it, for example `sitting.item-taken-up`. */
export interface SittingAct {
  readonly key: string;
  readonly meetingId: string;
  readonly act: string;
}

export type SittingAnswer =
  | { readonly answer: 'DONE'; readonly meetingId: string; readonly repeated: boolean }
  | { readonly answer: 'REFUSED'; readonly sitting: SittingRecord; readonly refusals: readonly SittingRefusal[] }
  | { readonly answer: 'FAULTY'; readonly faults: readonly MeetingFault[] };

export interface ChangingSitting {
  readonly em: EntityManager;
  readonly sitting: SittingRecord;
  readonly looker: SittingLooker;
  readonly viewer: ViewerFacts;
  /** The database's clock, under the lock. */
  readonly now: Date;
}

/** What a change came to: reasons against it, or faults of the words, having written nothing; null when it is done, or what the record says of it in ids, codes and counts. */
export type SittingOutcome =
  | { readonly refusals: readonly SittingRefusal[] }
  | { readonly refusal: SittingRefusal }
  | { readonly faults: readonly MeetingFault[] }
  | { readonly done: Readonly<Record<string, unknown>> }
  | null;

/**
 * The beats of every act of the room, and its answer: open, load under a lock, ask whether this very act was done before,
 * ask the policy; `change` asks its rules and writes, or says why not. Acts name no version: who comes second meets the
 * state that the first one left.
 * @throws NOT_FOUND when no such meeting was ever noticed, or `permit` says no; BAD_INPUT for a key that is no UUID, or is another act's.
 */
export async function changeSitting(
  house: House, viewer: ViewerFacts, { key, meetingId, act }: SittingAct,
  permit: (looker: SittingLooker, sitting: SittingRecord) => boolean, change: (changing: ChangingSitting) => Promise<SittingOutcome>,
): Promise<SittingAnswer> {
  if (!isUuid(key)) throw coded('BAD_INPUT', { field: 'key', rule: 'UUID' });
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<SittingAnswer> => {
    const sitting = await lockSitting(em, meetingId);
    if (sitting === null) throw coded('NOT_FOUND');
    const { id } = sitting;
    const [before] = await em.execute<{ act: string }[]>('select act from sitting_act where meeting_id = ? and actor_id = ? and key = ?', [id, viewer.personId, key]);
    // Answered as a repetition, another act would be lost without anybody knowing.
    if (before !== undefined && before.act !== act) throw coded('BAD_INPUT', { field: 'key', rule: 'REPEATED' });
    if (before !== undefined) return { answer: 'DONE', meetingId: id, repeated: true };
    const looker = sittingLooker(viewer, sitting);
    if (!permit(looker, sitting)) throw coded('NOT_FOUND');
    if (allowsAct(sitting.state, 'ATTEND')) await keepSitting(em, sitting);
    const outcome = await change({ em, sitting, looker, viewer, now: await databaseNow(em) });
    if (outcome !== null && 'faults' in outcome) return { answer: 'FAULTY', faults: outcome.faults };
    if (outcome !== null && !('done' in outcome)) return { answer: 'REFUSED', sitting, refusals: 'refusals' in outcome ? outcome.refusals : [outcome.refusal] };
    await em.execute('update sitting set version = version + 1 where meeting_id = ?', [id]);
    await em.execute('insert into sitting_act (meeting_id, actor_id, key, school_id, act) values (?, ?, ?, ?, ?)', [id, viewer.personId, key, sitting.schoolId, act]);
    await recordSitting(house, em, { sitting, kind: act, actorId: viewer.personId, detail: outcome?.done ?? {} });
    return { answer: 'DONE', meetingId: id, repeated: false };
  });
}

/** Rows for what is taken down: until the rules are frozen, the members are whoever holds a seat today. */
async function keepSitting(em: EntityManager, { id, schoolId, frozen, members }: SittingRecord): Promise<void> {
  await em.execute('insert into sitting (meeting_id, school_id) values (?, ?) on conflict (meeting_id) do nothing', [id, schoolId]);
  if (frozen) return;
  await em.execute(
    `insert into sitting_member (id, school_id, meeting_id, person_id, seat_id, seat_name, constituency, number, votes, office, position)
     select x.id, ?, ?, x."personId", x."seatId", x.seat, x.constituency, x.number, x.votes, x.office, x.position
     from jsonb_to_recordset(?::jsonb) x (id uuid, "personId" uuid, "seatId" uuid, seat jsonb, constituency text, number smallint, votes boolean, office text, position smallint)
     on conflict (id) do update set seat_id = excluded.seat_id, seat_name = excluded.seat_name, constituency = excluded.constituency, number = excluded.number,
       votes = excluded.votes, office = excluded.office, position = excluded.position, sits = true`,
    [schoolId, id, JSON.stringify(members.map(({ id: memberId, personId, seatId, seat, constituency, number, votes, office }, nth) => ({ id: memberId, personId, seatId, seat, constituency, number, votes, office, position: nth + 1 })))]);
  await em.execute('update sitting_member set sits = false where meeting_id = ? and sits and not id = any(?::uuid[])', [id, `{${members.map((member) => member.id).join(',')}}`]);
}
