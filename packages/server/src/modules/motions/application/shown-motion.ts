import type { ShownSitting } from '../../meetings/index.ts';
import type { MotionLooker } from '../domain/policy.ts';
import { type RollCallLine, rollCall } from '../domain/voting.ts';
import type { AmendmentRecord, MotionRecord, QuestionRecord, SittingMotions } from './motion-record.ts';
import { votingMembersOf } from './motion-rules.ts';

/** A motion with the sitting it is of, under somebody's eyes. */
export interface ShownMotion extends MotionRecord {
  readonly sitting: ShownSitting;
  readonly all: SittingMotions;
}
export interface ShownAmendment extends AmendmentRecord { readonly motion: ShownMotion }
export interface ShownQuestion extends QuestionRecord { readonly sitting: ShownSitting }

export const shownMotions = (sitting: ShownSitting, all: SittingMotions): ShownMotion[] => all.motions.map((motion) => ({ ...motion, sitting, all }));

export const shownQuestion = (sitting: ShownSitting, question: QuestionRecord | null): ShownQuestion | null => (question === null ? null : { ...question, sitting });

/** What the viewer is to its motions; nobody in a subscription. */
export const motionLooker = ({ looker: { runs, member }, state }: ShownSitting): MotionLooker =>
  ({ runs, memberId: member !== null && member.votes && member.present ? member.id : null, sits: state === 'IN_SESSION' });

/** The name of a member; null of a student, to who is not of the environment. */
export function nameOf({ members, looker }: ShownSitting, memberId: string | null): string | null {
  const member = members.find(({ id }) => id === memberId);
  return member === undefined || (member.student && !looker.ofEnvironment) ? null : member.name;
}

export interface ShownLine {
  readonly memberId: string;
  /** Null: has not voted yet. */
  readonly vote: RollCallLine['vote'] | null;
}

/** The roll call as it was announced, or as it stands; empty where nobody was asked for a vote. */
export function linesOf({ sitting, state, way, lines, votes }: ShownQuestion): ShownLine[] {
  if (state === 'ANNOUNCED' || way === 'CONSENT') return [...lines];
  const said = votes.map(({ memberId, choice }) => ({ personId: memberId, choice }));
  const voted = new Set(votes.map(({ memberId }) => memberId));
  return rollCall(votingMembersOf(sitting), said).map(({ personId, vote }) => ({ memberId: personId, vote: voted.has(personId) ? vote : null }));
}
