import type { AttendanceEvent } from './attendance.ts';
import { inOrder } from './attendance.ts';
import type { MeetingLaw } from './meeting.ts';
import { type MeetingState, allowsAct } from './meeting-states.ts';
import { type SittingRefusal, type SittingRefusalReason, sittingRefusal } from './refusal.ts';

/** Where a member is. */
export const PRESENCES = ['NOT_COME', 'IN_ROOM', 'REMOTE', 'LEFT'] as const;
export type Presence = (typeof PRESENCES)[number];
/** How somebody is there. */
export type Way = Presence & ('IN_ROOM' | 'REMOTE');

export interface PresenceEvent extends AttendanceEvent { readonly way: Way | null }

/** Where somebody is after everything that was taken down of them, and since when. */
export function presenceOf(personId: string, events: readonly PresenceEvent[]): { readonly presence: Presence; readonly since: Date | null } {
  const last = inOrder(events).findLast((event) => event.personId === personId) as PresenceEvent | undefined;
  if (last === undefined) return { presence: 'NOT_COME', since: null };
  return { presence: last.kind === 'LEFT' ? 'LEFT' : last.way ?? 'IN_ROOM', since: last.at };
}

export const isPresent = (presence: Presence): presence is Way => presence === 'IN_ROOM' || presence === 'REMOTE';

/** How far a device's clock may run ahead of the database's, in milliseconds. */
export const SKEW = 2 * 60_000;
/** How early before the hour somebody can have come, in milliseconds. */
export const EARLIEST = 12 * 3_600_000;

/** When something happened, as a device says it: a clock that runs a little ahead is set right, and nothing is from the future. */
export function momentOf(at: Date | null, now: Date, startsAt: Date): { readonly at: Date } | { readonly refusal: SittingRefusal } {
  const earliest = startsAt.getTime() - EARLIEST;
  if (now.getTime() < earliest) return { refusal: sittingRefusal('TOO_EARLY', [startsAt.toISOString()]) };
  if (at === null) return { at: now };
  if (Number.isNaN(at.getTime()) || at.getTime() > now.getTime() + SKEW) return { refusal: sittingRefusal('IN_THE_FUTURE', [now.toISOString()]) };
  if (at.getTime() < earliest) return { refusal: sittingRefusal('TOO_EARLY', [startsAt.toISOString()]) };
  return { at: at.getTime() > now.getTime() ? now : at };
}

/** What the viewer is to a sitting. */
export interface SittingPart {
  /** Prepares the body's meetings, presides over this one or takes its record; once it is over, did so and is of the body still. */
  readonly runs: boolean;
  /** Of the environment's own people. */
  readonly ofEnvironment: boolean;
  /** Null: no member of the body. */
  readonly member: { readonly votes: boolean } | null;
}

export interface SittingPermissions {
  readonly run: boolean;
  readonly callToOrder: boolean;
  readonly attend: boolean;
  readonly vote: boolean;
  readonly move: boolean;
  readonly speak: boolean;
  readonly adjourn: boolean;
  readonly endWithoutQuorum: boolean;
}

/** What the viewer may do, as far as the state goes; whether it can happen now is asked of the rules. */
export function sittingPermissions({ runs, ofEnvironment, member }: SittingPart, state: MeetingState): SittingPermissions {
  const votes = member !== null && member.votes && allowsAct(state, 'RECORD');
  return {
    run: runs && (allowsAct(state, 'RECORD') || allowsAct(state, 'ATTEND')),
    callToOrder: runs && allowsAct(state, 'CALL_TO_ORDER'),
    attend: member !== null && allowsAct(state, 'ATTEND'),
    vote: votes,
    move: votes,
    speak: (ofEnvironment || runs) && allowsAct(state, 'ATTEND'),
    adjourn: runs && allowsAct(state, 'ADJOURN'),
    endWithoutQuorum: runs && allowsAct(state, 'END_WITHOUT_QUORUM'),
  };
}

const NOTICE: Readonly<Record<MeetingLaw, string | null>> = { GREENE: 'EC 35147', BROWN: 'Gov. Code 54954.2', PRIVATE: 'bylaws' };
const COMMENT: Readonly<Record<MeetingLaw, string | null>> = { GREENE: 'EC 35147', BROWN: 'Gov. Code 54954.3', PRIVATE: 'bylaws' };
const OPEN_VOTE: Readonly<Record<MeetingLaw, string | null>> = { GREENE: 'bylaws', BROWN: 'Gov. Code 54953', PRIVATE: 'bylaws' };

/** Where a refusal comes from: a section of law, the body's bylaws or Robert's Rules (`RONR`); null where it is only what a record can hold. */
export function sourceOf(reason: SittingRefusalReason, law: MeetingLaw): string | null {
  switch (reason) {
    case 'TOO_EARLY': case 'HOUR_PASSED': case 'NO_POSTING_PROOF': case 'POSTED_TOO_LATE': case 'NOT_ELIGIBLE': case 'ROLL_CALL_ONLY': return NOTICE[law];
    case 'COMMENT_NOT_OFFERED': return COMMENT[law];
    case 'SECRET_VOTE': return OPEN_VOTE[law];
    case 'NO_QUORUM': case 'QUORUM_WAS_MET': case 'THRESHOLD_TOO_LOW': case 'TOO_FEW_FOR_CONSENT': case 'CONSENSUS_FIRST': return 'bylaws';
    case 'NOT_IN_SESSION': return law === 'BROWN' ? 'Gov. Code 54952.2' : NOTICE[law];
    case 'MINUTES_NOT_CIRCULATED': case 'MINUTES_NOT_APPROVED': case 'CORRECTIONS_OPEN': case 'NOT_ADOPTED': case 'MOVER_SECONDS': case 'NO_SECONDER': case 'CHAIR_DOES_NOT_MOVE': case 'AMENDMENT_PENDING': case 'NOT_A_VOTING_MEMBER': case 'QUESTION_OPEN': return 'RONR';
    default: return null;
  }
}
