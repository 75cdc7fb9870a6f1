import type { MeetingFault, MeetingFaultCode } from './meeting-wording.ts';
import type { MeetingState } from './meeting-states.ts';
import { HOUR } from './notice-period.ts';
import { type MeetingDecision, refuseMeeting } from './refusal.ts';

export const PLAN_ANSWERS = ['COMING', 'NOT_COMING', 'REMOTE'] as const;
export type PlanAnswer = (typeof PLAN_ANSWERS)[number];

/** What somebody says of their coming, and what they need for it. Children are a number: nobody has to name them. */
export interface PlanWording {
  readonly answer: PlanAnswer;
  /** A language, as a BCP 47 tag. */
  readonly interpreter: string | null;
  readonly children: number;
  readonly note: string | null;
}

export const MOST_CHILDREN = 12;
export const LONGEST_NOTE = 500;
/** Hours before the meeting at which an interpreter or childcare can hardly be found any more. */
export const LATE_HOURS = 72;

const fault = (field: string, code: MeetingFaultCode): MeetingFault => ({ field, itemId: null, code, about: [] });

export const planFaults = ({ answer, interpreter, children, note }: PlanWording, online: boolean): MeetingFault[] => [
  ...(answer === 'REMOTE' && !online ? [fault('answer', 'OUT_OF_RANGE')] : []),
  ...(interpreter !== null && !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$/.test(interpreter) ? [fault('interpreter', 'BAD_LOCALE')] : []),
  ...(children < 0 || children > MOST_CHILDREN ? [fault('children', 'OUT_OF_RANGE')] : []),
  ...((note ?? '').length > LONGEST_NOTE ? [fault('note', 'TOO_LONG')] : []),
];

/** People say whether they come from the notice on, and may think again until the hour it gives. */
export function decidePlan(state: MeetingState, startsAt: Date | null, now: Date): MeetingDecision {
  return state === 'NOTICED' && startsAt !== null && now.getTime() < startsAt.getTime() ? { ok: true } : refuseMeeting('WRONG_STATE', [state]);
}

/** Who does not come needs nothing. */
export const needsOfPlan = ({ answer, interpreter, children }: PlanWording): Pick<PlanWording, 'interpreter' | 'children'> =>
  (answer === 'NOT_COMING' ? { interpreter: null, children: 0 } : { interpreter, children });

export const askedLate = (askedAt: Date, startsAt: Date): boolean => askedAt.getTime() > startsAt.getTime() - LATE_HOURS * HOUR;
