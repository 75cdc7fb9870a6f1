import { gate } from '../../../platform/database/database.ts';
import type { SentFile } from '../../../platform/files/send-file.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { isUuid } from '../../people/index.ts';
import { maySeePhotos } from '../domain/policy.ts';
import type { FiledRecord, MeetingRecord, NoticePaperRecord } from './meeting-record.ts';
import { visibleMeeting } from './meeting-reader.ts';
import type { ShownMeeting } from './shown-meeting.ts';

/** The file of a paper, if the viewer reads it somewhere on the meeting's page; missing and forbidden answer alike. */
export async function visiblePaper(ctx: RequestContext, paperId: string): Promise<SentFile | null> {
  const meeting = await meetingOf(ctx, 'agenda_paper', paperId);
  if (meeting === null) return null;
  const shown = [
    ...meeting.agenda.flatMap(({ papers }) => papers),
    ...meeting.notices.flatMap(({ items }) => items.flatMap(({ papers }) => papers)).filter((paper) => isOpenTo(meeting, paper)),
  ];
  return sent(meeting, shown.find(({ id }) => id === paperId.toLowerCase()) ?? null);
}

/** The photo that goes with a proof of posting, for those who may see it. */
export async function visiblePhoto(ctx: RequestContext, proofId: string): Promise<SentFile | null> {
  const meeting = await meetingOf(ctx, 'posting_proof', proofId);
  if (meeting === null || !maySeePhotos(meeting.looker)) return null;
  return sent(meeting, meeting.proofs.find(({ id }) => id === proofId.toLowerCase())?.photo ?? null);
}

/** Whether a paper that a notice lists is still read: once withdrawn it is kept for those who prepare the meeting. */
export const isOpenTo = ({ looker }: Pick<ShownMeeting, 'looker'>, { withdrawnAt }: Pick<NoticePaperRecord, 'withdrawnAt'>): boolean => withdrawnAt === null || looker.prepares;

async function meetingOf(ctx: RequestContext, table: 'agenda_paper' | 'posting_proof', id: string): Promise<ShownMeeting | null> {
  if (!isUuid(id)) return null;
  const [home] = await ctx.house.db.under(gate).execute<{ meetingId: string }[]>(`select meeting_id as "meetingId" from ${table} where id = ?`, [id]);
  return home === undefined ? null : visibleMeeting(ctx, home.meetingId);
}

const sent = ({ schoolId }: Pick<MeetingRecord, 'schoolId'>, file: FiledRecord | null): SentFile | null =>
  (file === null ? null : { key: { schoolId, digest: file.digest }, name: file.fileName, mediaType: file.mediaType, bytes: file.bytes });
