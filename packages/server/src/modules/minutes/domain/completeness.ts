import { type MinutesState, afterAct } from './minutes-states.ts';
import { type MinutesDecision, refuseMinutes } from './refusal.ts';

export type PriorMinutesAction = 'APPROVED' | 'APPROVED_AS_CORRECTED' | 'POSTPONED' | 'NONE_PENDING';
/** UNDECIDED: it was before the body when the meeting ended. */
export type Disposition = 'ADOPTED' | 'FAILED' | 'TABLED' | 'REFERRED' | 'WITHDRAWN' | 'UNDECIDED';

/** How a motion came to its end. Only a counted vote owes a count. */
export type DisposedBy = 'COUNTED_VOTE' | 'WITHOUT_OBJECTION' | 'NO_SECONDER' | 'MOVER' | 'END_OF_MEETING';

export interface RecordedMotion {
  readonly motionId: string;
  /** The exact words that were decided on. */
  readonly text: string;
  /** By name, or by seat for a student. */
  readonly mover: string;
  readonly disposition: Disposition | null;
  readonly by: DisposedBy | null;
  readonly count: { readonly ayes: number; readonly noes: number; readonly abstentions: number } | null;
}

/** What minutes say; null or empty: not yet. */
export interface MinutesFacts {
  readonly kind: string | null;
  readonly body: string;
  readonly startedAt: Date | null;
  readonly place: string;
  readonly chair: string;
  readonly secretary: string;
  readonly members: readonly string[];
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly quorum: { readonly present: number; readonly needed: number } | null;
  readonly priorMinutes: PriorMinutesAction | null;
  readonly motions: readonly RecordedMotion[];
  readonly adjournedAt: Date | null;
}

export type MinutesPart =
  | 'KIND' | 'BODY' | 'DATE' | 'PLACE' | 'CHAIR' | 'SECRETARY' | 'ATTENDANCE' | 'QUORUM' | 'PRIOR_MINUTES' | 'ADJOURNMENT'
  | 'MOTION_TEXT' | 'MOTION_MOVER' | 'MOTION_DISPOSITION' | 'MOTION_COUNT';

/** A part that is missing; the motion it is about, or the members whose attendance is not told. */
export interface MinutesGap { readonly part: MinutesPart; readonly about: readonly string[] }

/** Everything that is missing before minutes may be circulated, at once (Robert's Rules, domain.md S42 to S44; rule 24). */
export function gapsOf(minutes: MinutesFacts): MinutesGap[] {
  const told = new Set([...minutes.present, ...minutes.absent]);
  const untold = minutes.members.filter((member) => !told.has(member));
  return [
    ...gap('KIND', minutes.kind === null),
    ...gap('BODY', isBlank(minutes.body)),
    ...gap('DATE', minutes.startedAt === null),
    ...gap('PLACE', isBlank(minutes.place)),
    ...gap('CHAIR', isBlank(minutes.chair)),
    ...gap('SECRETARY', isBlank(minutes.secretary)),
    ...gap('ATTENDANCE', untold.length > 0 || told.size === 0, untold),
    ...gap('QUORUM', minutes.quorum === null),
    ...gap('PRIOR_MINUTES', minutes.priorMinutes === null),
    ...minutes.motions.flatMap(motionGaps),
    ...gap('ADJOURNMENT', minutes.adjournedAt === null),
  ];
}

const motionGaps = ({ motionId, text, mover, disposition, by, count }: RecordedMotion): MinutesGap[] => [
  ...gap('MOTION_TEXT', isBlank(text), [motionId]),
  ...gap('MOTION_MOVER', isBlank(mover), [motionId]),
  ...gap('MOTION_DISPOSITION', disposition === null || by === null, [motionId]),
  ...gap('MOTION_COUNT', by === 'COUNTED_VOTE' && count === null, [motionId]),
];

/** Sends minutes to the members, when nothing is missing (rule 24). */
export function decideCirculate(state: MinutesState, minutes: MinutesFacts): MinutesDecision {
  if (afterAct(state, 'CIRCULATE') === null) return refuseMinutes('WRONG_STATE', [state]);
  const gaps = gapsOf(minutes);
  return gaps.length === 0 ? { ok: true } : refuseMinutes('NOT_COMPLETE', gaps.map(({ part }) => part));
}

const gap = (part: MinutesPart, missing: boolean, about: readonly string[] = []): MinutesGap[] => (missing ? [{ part, about }] : []);

const isBlank = (text: string): boolean => text.trim() === '';
