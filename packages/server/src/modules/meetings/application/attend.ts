import { randomUUID } from 'node:crypto';
import type { House } from '../../../platform/room.ts';
import type { ViewerFacts } from '../../people/index.ts';
import { decideAttendance } from '../domain/attendance.ts';
import { refuseSitting } from '../domain/refusal.ts';
import { type Way, momentOf } from '../domain/sitting.ts';
import { type ChangingSitting, type SittingOutcome, changeSitting } from './change-sitting.ts';
import { isDoorCode } from './door-code.ts';
import { lastNotice } from './meeting-record.ts';
import { memberOf } from './sitting-looker.ts';
import { type SittingMemberRecord, presenceEvents } from './sitting-record.ts';

export interface Attended {
  readonly kind: 'ARRIVED' | 'LEFT';
  /** How somebody who arrives is there. */
  readonly way: Way | null;
  /** When, by the device's clock; null: now. */
  readonly at: Date | null;
}

/** Whoever runs the sitting takes down that a member came or went. */
export const recordAttendance = (house: House, viewer: ViewerFacts, key: string, meetingId: string, memberId: string, attended: Attended) =>
  changeSitting(house, viewer, { key, meetingId, act: 'sitting.attendance' }, ({ runs }) => runs, async (changing) => {
    const member = memberOf(changing.sitting, { memberId });
    return member === null ? refuseSitting('NO_SUCH_MEMBER') : takeDown(changing, member, attended);
  });

/**
 * A member marks that they came or went. Who is in the room shows it by the code at the door; who takes part from
 * elsewhere can only where the notice gives an address for that.
 */
export const attend = (house: House, viewer: ViewerFacts, key: string, meetingId: string, doorCode: string | null, attended: Attended) =>
  changeSitting(house, viewer, { key, meetingId, act: 'sitting.attendance' }, ({ member }) => member !== null, async (changing) => {
    const { em, sitting, looker, now } = changing;
    if (attended.kind === 'ARRIVED') {
      if (wayOf(attended) === 'REMOTE' && lastNotice(sitting.meeting)!.onlineUrl === null) return refuseSitting('NOT_ONLINE');
      const inRoom = wayOf(attended) === 'IN_ROOM' && !looker.runs;
      if (inRoom && !await isDoorCode(em, sitting.id, doorCode ?? '', attended.at ?? now, now)) return refuseSitting('DOOR_CODE');
    }
    return takeDown(changing, looker.member!, attended);
  });

async function takeDown({ em, sitting, viewer, now }: ChangingSitting, { id }: SittingMemberRecord, attended: Attended): Promise<SittingOutcome> {
  const moment = momentOf(attended.at, now, lastNotice(sitting.meeting)!.startsAt);
  if ('refusal' in moment) return moment;
  const decision = decideAttendance(sitting.state, presenceEvents(sitting.attendance), { personId: id, kind: attended.kind, at: moment.at });
  if (!decision.ok) return { refusal: decision.refusal };
  const entry = randomUUID();
  await em.execute(
    `insert into attendance (id, school_id, meeting_id, nth, member_id, kind, way, at, recorded_by)
     select ?, ?, ?, coalesce(max(nth), 0) + 1, ?, ?, ?, ?, ? from attendance where meeting_id = ?`,
    [entry, sitting.schoolId, sitting.id, id, attended.kind, wayOf(attended), moment.at, viewer.personId, sitting.id]);
  return { done: { entry, kind: attended.kind } };
}

const wayOf = ({ kind, way }: Attended): Way | null => (kind === 'LEFT' ? null : way ?? 'IN_ROOM');
