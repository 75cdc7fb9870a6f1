import { databaseNow } from '../../../platform/database/database-now.ts';
import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, environmentIn } from '../../people/index.ts';
import { type InOrder, inOrder } from '../domain/agenda-tree.ts';
import type { NoticeRule } from '../domain/meeting.ts';
import { noticeFaultsOf } from '../domain/notice-faults.ts';
import { hoursOfNotice } from '../domain/notice-period.ts';
import { refuseMeeting } from '../domain/refusal.ts';
import { type MeetingAt, changeMeeting } from './change-meeting.ts';
import { type ItemRecord, type MeetingRecord, lastNotice } from './meeting-record.ts';
import { itemDigest, noticeDigest } from './notice-digest.ts';
import { recordMeeting } from './record-meeting.ts';
import { ruleOfBody } from './rule-of-body.ts';
import { tellOfNotice } from './tell-of-meeting.ts';

/**
 * Posts the notice as the meeting now stands, by the database's clock; nothing when anything is missing or it is too late
 * (EC 35147; Gov. Code 54954.2; EC 48985; rules 1, 3, 4 and 29). Posted again, it is a new version: earlier ones stay.
 */
export const postNotice = (house: House, viewer: ViewerFacts, at: MeetingAt) => changeMeeting(house, viewer, at, 'POST_NOTICE', async ({ em, meeting, body }) => {
  if (body.closedAt !== null) return refuseMeeting('BODY_CLOSED');
  const environment = await environmentIn(em, meeting.environmentId);
  const now = await databaseNow(em);
  const rule = ruleOfBody(body, meeting.kind);
  const items = inOrder(meeting.items);
  const last = lastNotice(meeting);
  const faults = noticeFaultsOf({ ...meeting, ...rule, items, posted: last }, environment?.requiredLocales ?? [], now);
  if (faults.length > 0) return { faults };
  const digest = noticeDigest(meeting, items);
  if (digest === last?.digest) return refuseMeeting('NOTHING_CHANGED', [last.number]);
  const number = (last?.number ?? 0) + 1;
  await writeNotice(em, meeting, { number, rule, items, digest, postedAt: now, personId: viewer.personId });
  await recordMeeting(house, em, { meeting, kind: 'meeting.noticed', actorId: viewer.personId, detail: { number, digest } });
  await tellOfNotice(em, body, meeting, items);
  return null;
});

export interface NoticeToWrite {
  readonly number: number;
  readonly rule: NoticeRule;
  readonly items: readonly InOrder<ItemRecord>[];
  readonly digest: string;
  readonly postedAt: Date;
  readonly personId: string;
}

/** Adds a version of the notice, as its meeting stands. */
export async function writeNotice(em: EntityManager, meeting: MeetingRecord, { number, rule, items, digest, postedAt, personId }: NoticeToWrite): Promise<void> {
  await em.execute(
    `insert into notice (meeting_id, number, school_id, posted_at, posted_by, title, starts_at, ends_at, place, online_url, interpretation, childcare, kind, meeting_law, notice_hours, digest)
     select m.id, ?, m.school_id, ?, ?, m.title, m.starts_at, m.ends_at, m.place, m.online_url, m.interpretation, m.childcare, m.kind, ?, ?, ? from meeting m where m.id = ?`,
    [number, postedAt, personId, rule.law, hoursOfNotice(rule), digest, meeting.id]);
  await postItems(em, meeting, number, items);
  await em.execute(`update meeting set state = 'NOTICED', version = version + 1 where id = ?`, [meeting.id]);
}

async function postItems(em: EntityManager, { id, schoolId }: MeetingRecord, number: number, items: readonly InOrder<ItemRecord>[]): Promise<void> {
  for (const [at, item] of items.entries()) {
    await em.execute(
      `insert into notice_item (meeting_id, notice_number, item_id, school_id, position, parent_id, title, description, rationale, intent, minutes_planned, presenter, digest)
       select meeting_id, ?, id, ?, ?, parent_id, title, description, rationale, intent, minutes_planned, presenter, ? from agenda_item where id = ?`,
      [number, schoolId, at + 1, itemDigest(item), item.id]);
  }
  await em.execute(
    `insert into notice_paper (meeting_id, notice_number, item_id, paper_id, school_id, position, title)
     select t.meeting_id, t.notice_number, p.item_id, p.id, p.school_id, p.position, p.title
     from notice_item t join agenda_paper p on p.item_id = t.item_id and p.withdrawn_at is null where t.meeting_id = ? and t.notice_number = ?`, [id, number]);
  await em.execute(`update agenda_item set state = 'POSTED' where meeting_id = ? and state = 'PROPOSED'`, [id]);
}
