import { leastReaching } from '@plenary/count';
import { type AttendanceEvent, inOrder, presentAt } from './attendance.ts';
import type { MeetingFacts } from './meeting.ts';
import { afterAct } from './meeting-states.ts';
import { type MeetingDecision, refuseMeeting } from './refusal.ts';

/**
 * How many members must be present: more than half of the filled seats unless bylaws say otherwise, as an exact share
 * (at least it, or more than it) or as a fixed count (domain.md S40, S28; rule 10).
 */
export type QuorumRule =
  | { readonly kind: 'MAJORITY' }
  | { readonly kind: 'FRACTION'; readonly numerator: number; readonly denominator: number; readonly atLeast: boolean }
  | { readonly kind: 'COUNT'; readonly count: number };

export interface QuorumExplained {
  readonly needed: number;
  /** Members present; others in the room are not counted. */
  readonly present: number;
  /** Filled seats. */
  readonly members: number;
  readonly met: boolean;
}

export interface QuorumSnapshotFacts extends QuorumExplained { readonly at: Date }

/**
 * The quorum of a body whose filled seats are held by `members` (rule 10). It is never nobody.
 * @throws {RangeError} when a FRACTION is no share.
 */
export function quorumOf(rule: QuorumRule, members: ReadonlySet<string>, inRoom: ReadonlySet<string>): QuorumExplained {
  const needed = Math.max(1, membersNeeded(rule, members.size));
  const present = [...members].filter((id) => inRoom.has(id)).length;
  return { needed, present, members: members.size, met: present >= needed };
}

/** The quorum after each arrival and departure, in their order (rule 10). */
export const quorumSnapshots = (rule: QuorumRule, members: ReadonlySet<string>, events: readonly AttendanceEvent[]): QuorumSnapshotFacts[] => {
  const ordered = inOrder(events);
  return ordered.map(({ at }, n) => ({ at, ...quorumOf(rule, members, presentAt(ordered.slice(0, n + 1), at)) }));
};

/**
 * Ends a meeting that never had its quorum, once its hour has come. One that had and lost it is adjourned instead: what
 * was decided before stands.
 */
export function decideEndWithoutQuorum({ state, startsAt }: Pick<MeetingFacts, 'state' | 'startsAt'>, snapshots: readonly QuorumSnapshotFacts[], now: Date): MeetingDecision {
  if (afterAct(state, 'END_WITHOUT_QUORUM') === null || startsAt === null) return refuseMeeting('WRONG_STATE', [state]);
  if (now.getTime() < startsAt.getTime()) return refuseMeeting('TOO_EARLY', [startsAt.toISOString()]);
  // Before the meeting sits only who is there now matters: people may have met at the door and gone.
  const counted = state === 'IN_SESSION' ? snapshots : snapshots.slice(-1);
  const met = counted.find((snapshot) => snapshot.met);
  return met === undefined ? { ok: true } : refuseMeeting('QUORUM_WAS_MET', [met.at.toISOString()]);
}

function membersNeeded(rule: QuorumRule, members: number): number {
  switch (rule.kind) {
    case 'MAJORITY': return leastReaching({ numerator: 1, denominator: 2 }, members, false);
    case 'FRACTION': return leastReaching(rule, members, rule.atLeast);
    case 'COUNT': return rule.count;
  }
}
