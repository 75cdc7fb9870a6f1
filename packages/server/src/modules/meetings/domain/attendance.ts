import { type MeetingState, afterAct } from './meeting-states.ts';
import { type MeetingDecision, refuseMeeting } from './refusal.ts';

/** One person comes or goes. */
export interface AttendanceEvent {
  readonly personId: string;
  readonly kind: 'ARRIVED' | 'LEFT';
  readonly at: Date;
}

/** Who is present at an instant; whoever arrives or leaves at that very instant has done so. */
export function presentAt(events: readonly AttendanceEvent[], at: Date): ReadonlySet<string> {
  const present = new Set<string>();
  for (const event of inOrder(events)) {
    if (event.at.getTime() > at.getTime()) break;
    if (event.kind === 'ARRIVED') present.add(event.personId);
    else present.delete(event.personId);
  }
  return present;
}

/** Takes an arrival or a departure, when it follows from where that person is, and not before their last one. */
export function decideAttendance(state: MeetingState, events: readonly AttendanceEvent[], event: AttendanceEvent): MeetingDecision {
  if (afterAct(state, 'ATTEND') === null) return refuseMeeting('WRONG_STATE', [state]);
  const last = inOrder(events).findLast(({ personId }) => personId === event.personId);
  if (last !== undefined && event.at.getTime() < last.at.getTime()) return refuseMeeting('OUT_OF_ORDER', [last.at.toISOString()]);
  const here = last?.kind === 'ARRIVED';
  if (event.kind === 'ARRIVED') return here ? refuseMeeting('ALREADY_PRESENT', [event.personId]) : { ok: true };
  return here ? { ok: true } : refuseMeeting('NOT_PRESENT', [event.personId]);
}

/** By the hour, and within it as they were taken down. */
export const inOrder = (events: readonly AttendanceEvent[]): AttendanceEvent[] => events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
