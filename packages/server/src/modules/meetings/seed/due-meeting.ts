import { databaseNow } from '../../../platform/database/database-now.ts';
import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { bodiesById } from '../../bodies/index.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { draftMeeting } from '../application/draft-meeting.ts';
import { meetingsById } from '../application/meeting-record.ts';
import { noticeDigest } from '../application/notice-digest.ts';
import { addAgendaItem } from '../application/plan-agenda.ts';
import { writeNotice } from '../application/post-notice.ts';
import { ruleOfBody } from '../application/rule-of-body.ts';
import { inOrder } from '../domain/agenda-tree.ts';
import type { AgendaItemWording, MeetingWording } from '../domain/meeting-wording.ts';
import { HOUR } from '../domain/notice-period.ts';
import { done } from './done.ts';

/** Four days, which is enough under every law. */
const HUNG = 96 * HOUR;

/**
 * A meeting of the demonstration whose hour has just come, so that it can be called to order at once: its notice is written
 * down as posted four days ago, which nobody but a demonstration can do.
 */
export async function dueMeeting(
  house: House, who: ViewerFacts, bodyId: string, words: Omit<MeetingWording, 'startsAt' | 'endsAt'>, agenda: readonly AgendaItemWording[], site: string,
): Promise<string> {
  const em = house.db.under(school(who.schoolId));
  const startsAt = await databaseNow(em);
  const id = done(await draftMeeting(house, who, bodyId, { ...words, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }));
  const read = async () => (await meetingsById(em, [id]))[0]!;
  for (const item of agenda) done(await addAgendaItem(house, who, await read(), item, { parentId: null, position: agenda.length }));
  const [meeting, [body]] = [await read(), await bodiesById(em, [bodyId])];
  const items = inOrder(meeting.items);
  const postedAt = new Date(startsAt.getTime() - HUNG);
  await house.db.transaction(school(who.schoolId), async (inside) => {
    await writeNotice(inside, meeting, { number: 1, rule: ruleOfBody(body!, meeting.kind), items, digest: noticeDigest(meeting, items), postedAt, personId: who.personId });
    await inside.execute(
      `insert into posting_proof (school_id, meeting_id, notice_number, posted_where, place, attested_by, posted_at) values (?, ?, 1, 'SITE', ?, ?, ?)`,
      [who.schoolId, id, site, who.personId, postedAt]);
  });
  return id;
}
