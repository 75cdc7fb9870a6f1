import { databaseNow } from '../../../platform/database/database-now.ts';
import { isImage } from '../../../platform/files/file-kinds.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { LONGEST, clean, reachFaults, saidFaults } from '../domain/meeting-wording.ts';
import { type PostingWhere, decidePostingProof } from '../domain/posting-proof.ts';
import { refuseMeeting } from '../domain/refusal.ts';
import { type MeetingAt, changeMeeting, grown } from './change-meeting.ts';
import { claimUpload } from './papers.ts';
import { recordMeeting } from './record-meeting.ts';

/** Somebody's word that a version of the notice hung somewhere from a moment on (rule 5). */
export interface Attested {
  readonly noticeNumber: number;
  readonly where: PostingWhere;
  /** For example the board beside the front gate. */
  readonly place: string;
  readonly postedAt: Date;
  /** A file that this person sent: a picture of it hanging there. */
  readonly photoId?: string | null;
}

export const provePosting = (house: House, viewer: ViewerFacts, at: MeetingAt, { noticeNumber, where, place, postedAt, photoId = null }: Attested) =>
  changeMeeting(house, viewer, at, 'PROVE_POSTING', async ({ em, meeting }) => {
    if (!meeting.notices.some(({ number }) => number === noticeNumber)) return refuseMeeting('NO_SUCH_NOTICE', [meeting.notices.length]);
    const faults = [...saidFaults('place', place, LONGEST.postedAt), ...reachFaults({ postedAt })];
    if (faults.length > 0) return { faults };
    const decision = decidePostingProof(meeting, { postedAt }, await databaseNow(em));
    if (!decision.ok) return decision;
    const photo = photoId === null ? null : await claimUpload(em, photoId, viewer.personId);
    if (photoId !== null && (photo === null || !isImage(photo.mediaType))) return refuseMeeting('NO_SUCH_UPLOAD');
    await em.execute(
      'insert into posting_proof (school_id, meeting_id, notice_number, posted_where, place, attested_by, posted_at, photo_id) values (?, ?, ?, ?, ?, ?, ?, ?)',
      [meeting.schoolId, meeting.id, noticeNumber, where, clean(place), viewer.personId, postedAt, photo?.id ?? null]);
    await grown(em, meeting.id);
    await recordMeeting(house, em, { meeting, kind: 'meeting.posting-proved', actorId: viewer.personId, detail: { number: noticeNumber, where } });
    return null;
  });
