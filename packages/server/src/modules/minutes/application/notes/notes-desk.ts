import { type Statements, school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type SittingRecord, sittingLooker, sittingsById } from '../../../meetings/index.ts';
import { type ViewerFacts, isUuid } from '../../../people/index.ts';
import { isKeptElsewhere } from '../kept-elsewhere.ts';

export const notesTopic = (meetingId: string): string => `notes:${meetingId}`;

/** The sitting whose notes this viewer writes, for they run it; null for everybody else, and where its minutes are kept elsewhere, as if there were none. */
export async function sittingWritten(em: Statements, viewer: ViewerFacts, meetingId: string): Promise<SittingRecord | null> {
  const [sitting] = isUuid(meetingId) ? await sittingsById(em, [meetingId.toLowerCase()]) : [];
  if (sitting === undefined || !sittingLooker(viewer, sitting).runs) return null;
  // What sits was not taken over from anywhere, and is typed into at every moment.
  return sitting.state !== 'IN_SESSION' && await isKeptElsewhere(em, sitting.id) ? null : sitting;
}

/** @throws NOT_FOUND for who does not run the sitting. */
export async function writtenSitting(em: Statements, viewer: ViewerFacts, meetingId: string): Promise<SittingRecord> {
  const sitting = await sittingWritten(em, viewer, meetingId);
  if (sitting === null) throw coded('NOT_FOUND');
  return sitting;
}

export const mayWriteNotes = async ({ db }: House, viewer: ViewerFacts, meetingId: string): Promise<boolean> =>
  await sittingWritten(db.under(school(viewer.schoolId)), viewer, meetingId) !== null;
