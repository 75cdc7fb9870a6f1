import { Readable } from 'node:stream';
import { school } from '../../../platform/database/database.ts';
import { ALL_KINDS } from '../../../platform/files/file-kinds.ts';
import { recordFile } from '../../../platform/files/file-record.ts';
import { receiveFile } from '../../../platform/files/receive-file.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import { draftMeeting } from '../application/draft-meeting.ts';
import { meetingsById } from '../application/meeting-record.ts';
import { addAgendaItem } from '../application/plan-agenda.ts';
import { addPaper } from '../application/papers.ts';
import { postNotice } from '../application/post-notice.ts';
import { provePosting } from '../application/prove-posting.ts';
import { inOrder } from '../domain/agenda-tree.ts';
import type { MeetingWording } from '../domain/meeting-wording.ts';
import { AGENDA, LATER_AGENDA, NEXT, ONE_AFTER, PAPERS, SITE } from './demonstration-agenda.ts';
import { done } from './done.ts';

/** The committee's next meeting, noticed at the gate, and a draft of the one after. */
export async function seedMeetings(house: House, { schoolId, environmentId, people }: Demonstration): Promise<void> {
  const coordinator = await viewerFacts(house, { schoolId, personId: people['coordinator'] ?? '' });
  const em = house.db.under(school(schoolId));
  // Nine days ahead and five weeks after that, at half past five on the wall.
  const [committee] = await em.execute<{ id: string; next: string; later: string }[]>(
    `select g.id, w.next::text, (w.next + interval '35 days')::text as later
     from governing_body g join learning_environment e on e.id = g.environment_id
     cross join lateral (select ((now() at time zone e.time_zone)::date + 9 + time '17:30') at time zone e.time_zone as next) w
     where g.environment_id = ? and g.kind = 'ELAC' limit 1`, [environmentId]);
  if (coordinator === null || committee === undefined) return;
  const secretary = await viewerFacts(house, { schoolId, personId: people['clerk'] ?? '' }) ?? coordinator;
  const read = async (id: string) => (await meetingsById(em, [id]))[0]!;

  const make = async (who: ViewerFacts, wording: Omit<MeetingWording, 'startsAt' | 'endsAt'>, starts: string, items: typeof AGENDA): Promise<string> => {
    const startsAt = new Date(starts);
    const id = done(await draftMeeting(house, who, committee.id, { ...wording, startsAt, endsAt: new Date(startsAt.getTime() + 90 * 60_000) }));
    for (const item of items) done(await addAgendaItem(house, who, await read(id), item, { parentId: null, position: AGENDA.length }));
    return id;
  };

  const next = await make(secretary, NEXT, committee.next, AGENDA);
  for (const { item, title, name, lines } of PAPERS) {
    const received = await receiveFile(house.files, schoolId, name, Readable.from([Buffer.from(`${lines.join('\n')}\n`)]), { kinds: ALL_KINDS, most: house.config.files.most });
    const uploadId = 'rule' in received ? null : await recordFile(em, secretary, received);
    const meeting = await read(next);
    done(await addPaper(house, secretary, meeting, inOrder(meeting.items)[item]!.id, { uploadId: uploadId ?? '', title }));
  }
  done(await postNotice(house, secretary, await read(next)));
  const { notices: [notice] } = await read(next);
  done(await provePosting(house, secretary, await read(next), { noticeNumber: 1, where: 'SITE', place: SITE, postedAt: notice!.postedAt }));
  await make(coordinator, ONE_AFTER, committee.later, LATER_AGENDA);
}
