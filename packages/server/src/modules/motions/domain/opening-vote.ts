import type { MeetingLaw, MeetingState, MotionFacts, QuorumNow } from './motion.ts';
import { type MotionAct, afterAct } from './motion-states.ts';
import { type MotionRefusal, motionRefusal } from './refusal.ts';

/** The meetings room's standing of an item, in its words. */
export type ItemStanding = { readonly may: 'ACTION' } | { readonly may: 'DISCUSSION_ONLY'; readonly reason: string };

/** What a motion is about, as far as the public had to know of it. */
export interface SubjectFacts {
  readonly standing: ItemStanding;
  /** The body found it urgent (rule 2). */
  readonly urgencyFound: boolean;
  readonly commentOffered: boolean;
}

export interface SecretVote {
  readonly officerElection: boolean;
  readonly bylawsUseBallots: boolean;
}

export interface OpeningFacts extends Pick<MotionFacts, 'state' | 'moverId' | 'seconderId'> {
  readonly law: MeetingLaw;
  readonly meetingState: MeetingState;
  readonly quorum: QuorumNow;
  /** Null for what only orders the meeting itself (a recess, taking up, adjourning) and for a finding of urgency. */
  readonly subject: SubjectFacts | null;
  readonly amendmentPending: boolean;
  /** Null: everybody's vote is on record with their name. */
  readonly secret: SecretVote | null;
  /** A private association's bylaws may do without; heeded for PRIVATE bodies alone. */
  readonly bylaws: { readonly votesOutsideMeetings: boolean; readonly noPublicComment: boolean };
}

export type OpeningDecision = { readonly ok: true } | { readonly ok: false; readonly refusals: readonly MotionRefusal[] };

/** Opens a vote, unless something keeps it; then all of it is told at once. */
export const decideOpenVote = (facts: OpeningFacts): OpeningDecision => decided(refusalsOf(facts, 'OPEN_VOTE'));

export const decided = (refusals: readonly MotionRefusal[]): OpeningDecision => (refusals.length === 0 ? { ok: true } : { ok: false, refusals });

/**
 * Everything that keeps a question from being decided by `act`: outside a meeting in session (Gov. Code 54952.2; rule
 * 8), without a mover and a different seconder (rule 12) or a quorum (rule 10), on what was not posted in time and not
 * found urgent (EC 35147, Gov. Code 54954.2; rules 1 to 3), before the public could speak to it (EC 35147, Gov. Code
 * 54954.3; rule 6), in secret (Gov. Code 54953; rule 9), or over an amendment that is still pending.
 */
export function refusalsOf(facts: OpeningFacts, act: MotionAct & ('OPEN_VOTE' | 'CONSENT')): MotionRefusal[] {
  const { state, law, meetingState, quorum, subject, secret, bylaws } = facts;
  const open = law !== 'PRIVATE';
  const refusals: MotionRefusal[] = [];
  const unless = (allowed: boolean, refusal: MotionRefusal) => { if (!allowed) refusals.push(refusal); };
  unless(afterAct(state, act) !== null, motionRefusal('WRONG_STATE', [state]));
  unless(meetingState === 'IN_SESSION' || (!open && bylaws.votesOutsideMeetings), motionRefusal('NOT_IN_SESSION', [meetingState]));
  unless(quorum.met, motionRefusal('NO_QUORUM', [quorum.present, quorum.needed]));
  unless(facts.seconderId !== null && facts.seconderId !== facts.moverId, motionRefusal('NO_SECONDER'));
  unless(!facts.amendmentPending, motionRefusal('AMENDMENT_PENDING'));
  unless(secret === null || maySecretly(law, secret), motionRefusal('SECRET_VOTE', [law]));
  if (subject !== null) {
    const { standing } = subject;
    unless(standing.may === 'ACTION' || subject.urgencyFound, motionRefusal('NOT_ELIGIBLE', standing.may === 'ACTION' ? [] : [standing.reason]));
    unless(subject.commentOffered || (!open && bylaws.noPublicComment), motionRefusal('COMMENT_NOT_OFFERED'));
  }
  return refusals;
}

/** Never under the Brown Act (Gov. Code 54953); under the Greene Act for officers alone, where bylaws use ballots (rule 9). */
export function maySecretly(law: MeetingLaw, { officerElection, bylawsUseBallots }: SecretVote): boolean {
  switch (law) {
    case 'BROWN': return false;
    case 'GREENE': return officerElection && bylawsUseBallots;
    case 'PRIVATE': return bylawsUseBallots;
  }
}
