import type { EntityManager, Statements } from '../../../platform/database/database.ts';
import { type FileRecord, claimFile } from '../../../platform/files/file-record.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import { LONGEST, clean, saidFaults } from '../domain/meeting-wording.ts';
import { decidePaper } from '../domain/papers.ts';
import { refuseMeeting } from '../domain/refusal.ts';
import { type ChangingMeeting, type MeetingAt, type NotDone, changeMeeting, grown } from './change-meeting.ts';
import type { PaperRecord } from './meeting-record.ts';
import { recordMeeting } from './record-meeting.ts';

/** A paper as somebody puts it to an item. */
export interface PaperWording {
  /** A file that this person sent. */
  readonly uploadId: string;
  readonly title: string;
}

/**
 * Acts on the papers of a meeting's items. Of a posted item they take effect at once, not with the next notice: whoever may
 * read the item has every paper that its members have (Gov. Code 54957.5).
 */
const changePapers = (house: House, viewer: ViewerFacts, at: MeetingAt, change: (changing: ChangingMeeting) => Promise<NotDone | { readonly paperId: string }>, kind: string) =>
  changeMeeting(house, viewer, at, 'FILE_PAPER', async (changing) => {
    const done = await change(changing);
    if (done === null || !('paperId' in done)) return done;
    await grown(changing.em, changing.meeting.id);
    await recordMeeting(house, changing.em, { meeting: changing.meeting, kind, actorId: viewer.personId, detail: done });
    return null;
  });

export const addPaper = (house: House, viewer: ViewerFacts, at: MeetingAt, itemId: string, { uploadId, title }: PaperWording) =>
  changePapers(house, viewer, at, async ({ em, meeting }) => {
    if (!meeting.items.some(({ id }) => id === itemId)) return refuseMeeting('NO_SUCH_ITEM');
    const faults = saidFaults('title', title, LONGEST.paper);
    if (faults.length > 0) return { faults };
    const decision = decidePaper(meeting.papers, itemId);
    if (!decision.ok) return decision;
    const file = await claimUpload(em, uploadId, viewer.personId);
    if (file === null) return refuseMeeting('NO_SUCH_UPLOAD');
    const [made] = await em.execute<{ id: string }[]>(
      `insert into agenda_paper (school_id, meeting_id, item_id, file_id, position, title, added_by)
       select ?, ?, ?, ?, coalesce(max(position), 0) + 1, ?, ? from agenda_paper where item_id = ? returning id`,
      [meeting.schoolId, meeting.id, itemId, file.id, clean(title), viewer.personId, itemId]);
    return { paperId: made!.id };
  }, 'meeting.paper-added');

export const renamePaper = (house: House, viewer: ViewerFacts, at: MeetingAt, paperId: string, title: string) =>
  changePaper(house, viewer, at, paperId, async ({ em }) => {
    const faults = saidFaults('title', title, LONGEST.paper);
    if (faults.length > 0) return { faults };
    await em.execute('update agenda_paper set title = ? where id = ?', [clean(title), paperId]);
    return { paperId };
  }, 'meeting.paper-renamed');

/** `position` among those of its item, counted from 1; beyond the end is the end. */
export const movePaper = (house: House, viewer: ViewerFacts, at: MeetingAt, paperId: string, position: number) =>
  changePaper(house, viewer, at, paperId, async ({ em, meeting }, { itemId }) => {
    const others = meeting.papers.filter((each) => each.itemId === itemId && each.withdrawnAt === null && each.id !== paperId).map(({ id }) => id);
    await arrange(em, others.toSpliced(Math.max(0, position - 1), 0, paperId));
    return { paperId };
  }, 'meeting.paper-moved');

/**
 * Takes a paper back. From whoever does not prepare the meeting it is gone at once, for it may name a child; that it was
 * there, and its digest, stay on record from the first notice that lists its item on.
 */
export const withdrawPaper = (house: House, viewer: ViewerFacts, at: MeetingAt, paperId: string) =>
  changePaper(house, viewer, at, paperId, async ({ em, meeting }, { itemId }) => {
    const wasRead = meeting.notices.some(({ items }) => items.some(({ id }) => id === itemId));
    await (wasRead
      ? em.execute('update agenda_paper set withdrawn_at = clock_timestamp(), withdrawn_by = ? where id = ?', [viewer.personId, paperId])
      : em.execute('delete from agenda_paper where id = ?', [paperId]));
    return { paperId };
  }, 'meeting.paper-withdrawn');

const changePaper = (
  house: House, viewer: ViewerFacts, at: MeetingAt, paperId: string,
  change: (changing: ChangingMeeting, paper: PaperRecord) => Promise<NotDone | { readonly paperId: string }>, kind: string,
) => changePapers(house, viewer, at, async (changing) => {
  const paper = changing.meeting.papers.find(({ id, withdrawnAt }) => id === paperId && withdrawnAt === null);
  return paper === undefined ? refuseMeeting('NO_SUCH_PAPER') : change(changing, paper);
}, kind);

const arrange = (em: EntityManager, ids: readonly string[]): Promise<unknown> => em.execute(
  'update agenda_paper p set position = x.nth from unnest(?::uuid[]) with ordinality x (id, nth) where p.id = x.id', [`{${ids.join(',')}}`]);

/** A file that this person sent; null when they sent none of this id. */
export const claimUpload = async (em: Statements, uploadId: string, personId: string): Promise<FileRecord | null> =>
  (isUuid(uploadId) ? claimFile(em, uploadId, personId) : null);
