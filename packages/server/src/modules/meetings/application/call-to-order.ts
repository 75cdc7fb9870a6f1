import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideCallToOrder } from '../domain/posting-proof.ts';
import { hoursOfNotice } from '../domain/notice-period.ts';
import { refuseSitting } from '../domain/refusal.ts';
import { changeSitting } from './change-sitting.ts';
import { type MeetingRecord, type ProofRecord, lastNotice, proofFacts } from './meeting-record.ts';
import { recordMeeting } from './record-meeting.ts';
import { memberOf } from './sitting-looker.ts';
import type { SittingRecord } from './sitting-record.ts';

/** Members by their ids in the sitting; left out: the chair, else the vice-chair, and the secretary. */
export interface Tasks {
  readonly presidingId: string | null;
  readonly recorderId: string | null;
}

/**
 * The meeting sits, not before its hour and not without proof that its notice hung in time (EC 35147, Gov. Code 54954.2;
 * rules 1 and 5). From here on neither bylaws nor seats change anything of it.
 */
export const callToOrder = (house: House, viewer: ViewerFacts, key: string, meetingId: string, { presidingId, recorderId }: Tasks) =>
  changeSitting(house, viewer, { key, meetingId, act: 'sitting.called-to-order' }, ({ runs }) => runs, async ({ em, sitting, now }) => {
    const { meeting, state, body } = sitting;
    if (body.closedAt !== null) return refuseSitting('BODY_CLOSED');
    const notice = lastNotice(meeting)!;
    const decision = decideCallToOrder({ state, startsAt: notice.startsAt, ...sitting.rules.notice }, ofItsHour(meeting).map(proofFacts), now);
    if (!decision.ok) return { refusal: decision.refusal };
    for (const id of [presidingId, recorderId]) if (id !== null && memberOf(sitting, { memberId: id }) === null) return refuseSitting('NO_SUCH_MEMBER');
    const presiding = presidingId === null ? usuallyPresides(sitting) : memberOf(sitting, { memberId: presidingId })!.personId;
    if (presiding === null) return refuseSitting('NOBODY_PRESIDES');
    const recorder = recorderId === null ? inOffice(sitting, 'SECRETARY') : memberOf(sitting, { memberId: recorderId })!.personId;
    await freezeSitting(em, sitting);
    await em.execute('update sitting set called_to_order_at = ?, presiding_person = ?, recorder_person = ? where meeting_id = ?', [now, presiding, recorder, sitting.id]);
    await em.execute(`update meeting set state = 'IN_SESSION', version = version + 1 where id = ?`, [sitting.id]);
    await recordMeeting(house, em, { meeting, kind: 'meeting.called-to-order', actorId: viewer.personId });
    return null;
  });

/** Holds the rules as they are now; the members were kept already. */
export async function freezeSitting(em: EntityManager, { id, rules: { notice: rule, ...bylaws }, meeting, frozen }: SittingRecord): Promise<void> {
  if (frozen) return;
  const hung = ofItsHour(meeting).filter(({ where }) => where === 'SITE').map(({ postedAt }) => postedAt.getTime());
  await em.execute(
    'update sitting set frozen_at = clock_timestamp(), meeting_law = ?, notice_hours = ?, noticed_for = ?, hung_since = ?, rules = ?::jsonb where meeting_id = ?',
    [rule.law, hoursOfNotice(rule), lastNotice(meeting)!.startsAt, hung.length === 0 ? null : new Date(Math.min(...hung)), JSON.stringify(bylaws), id]);
}

/** What proves that a notice of this very hour hung: an earlier version may have given another day. */
function ofItsHour({ notices, proofs }: MeetingRecord): readonly ProofRecord[] {
  const startsAt = lastNotice({ notices })!.startsAt.getTime();
  const numbers = notices.filter((notice) => notice.startsAt.getTime() === startsAt).map(({ number }) => number);
  return proofs.filter(({ noticeNumber }) => numbers.includes(noticeNumber));
}

/** The chair; the vice-chair when the chair has not come and they have. */
function usuallyPresides(sitting: SittingRecord): string | null {
  const [chair, vice] = [inOffice(sitting, 'CHAIR'), inOffice(sitting, 'VICE_CHAIR')];
  const here = (personId: string | null) => personId !== null && memberOf(sitting, { personId })?.present === true;
  return !here(chair) && here(vice) ? vice : chair ?? vice;
}

const inOffice = ({ body: { officers } }: SittingRecord, office: string): string | null =>
  officers.find((each) => each.office === office)?.personId ?? null;
