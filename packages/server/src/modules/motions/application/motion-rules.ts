import { type SittingRecord, memberOf, quorumNow, subjectOf } from '../../meetings/index.ts';
import { isPending, textAfter } from '../domain/amendment.ts';
import { hasSubject, oneOfBeside } from '../domain/choosing-threshold.ts';
import type { MemberFacts, QuorumNow, Texts } from '../domain/motion.ts';
import { type ChairRule, chairMovesIn } from '../domain/moving.ts';
import { type OpeningFacts, refusalsOf } from '../domain/opening-vote.ts';
import { type HeldTo, type PuttingFacts, type QuestionWay, refusalsOfWay } from '../domain/question.ts';
import { type MotionRefusal, motionRefusal } from '../domain/refusal.ts';
import type { Threshold } from '../domain/threshold.ts';
import { leastOf, leastWithoutNotice } from './motion-effects.ts';
import type { AmendmentRecord, MotionRecord, SittingMotions } from './motion-record.ts';

/** A member of the sitting as the rules of motions see one: by the id in this sitting. */
export interface SittingMember extends MemberFacts { readonly memberId: string }

/** Who acts, or for whom; null when the sitting has no such member. */
export function memberFacts(sitting: SittingRecord, who: { readonly memberId: string } | { readonly personId: string }): SittingMember | null {
  const member = memberOf(sitting, who);
  if (member === null) return null;
  const { id, votes, present, chairs } = member;
  return { memberId: id, personId: id, votes, present, chairs };
}

/** The members whose votes are called, in the order of seats. */
export const votingMembersOf = (sitting: SittingRecord): SittingMember[] =>
  sitting.members.filter(({ votes }) => votes).map(({ id }) => memberFacts(sitting, { memberId: id })!);

export const chairRuleOf = (sitting: SittingRecord): ChairRule => ({ chairMoves: chairMovesIn(votingMembersOf(sitting).length) });

export const quorumOf = (sitting: SittingRecord): QuorumNow => quorumNow(sitting);

/** The motion's words as amended so far. */
export const textNow = ({ text, amendments }: Pick<MotionRecord, 'text' | 'amendments'>): Texts => textAfter(text, amendments);

/** What a question on the motion, or on its amendment, is held to. A change of words needs no more than the body usually asks. */
export function heldTo(sitting: SittingRecord, motion: MotionRecord, amendment: AmendmentRecord | null): HeldTo {
  if (amendment !== null) return { kind: 'THRESHOLD', threshold: sitting.rules.threshold, oneOf: [] };
  if (motion.findings !== null) return { kind: 'URGENCY', law: sitting.rules.notice.law, findings: motion.findings };
  return { kind: 'THRESHOLD', threshold: motion.threshold as Threshold, oneOf: oneOf(sitting, motion) };
}

/** What the motion must reach one of, beside its threshold. The previous notice of RONR is the notice that was posted (domain.md S46). */
export function oneOf(sitting: SittingRecord, { kind, itemId, threshold, findings }: MotionRecord): readonly Threshold[] {
  if (findings !== null) return [];
  const noticed = sitting.items.some(({ id, addedAt }) => id === itemId && addedAt === null);
  return oneOfBeside(threshold as Threshold, noticed ? leastOf(kind) : leastWithoutNotice(kind));
}

/** All that keeps a question from being decided now, as its facts stand. */
export function openingFacts(sitting: SittingRecord, motion: MotionRecord, amendment: AmendmentRecord | null, now: Date): OpeningFacts {
  return {
    state: motion.state,
    moverId: amendment?.moverId ?? motion.moverId,
    seconderId: amendment === null ? motion.seconderId : amendment.seconderId,
    law: sitting.rules.notice.law,
    meetingState: sitting.state,
    quorum: quorumOf(sitting),
    subject: hasSubject(motion.kind) && motion.itemId !== null ? subjectOf(sitting, motion.itemId, now) : null,
    amendmentPending: motion.amendments.some((each) => isPending(each) && each.id !== amendment?.id),
    secret: null,
    bylaws: { votesOutsideMeetings: false, noPublicComment: false },
  };
}

export const puttingFacts = (sitting: SittingRecord, all: SittingMotions, motion: MotionRecord, amendment: AmendmentRecord | null, way: QuestionWay): PuttingFacts => ({
  way, kind: motion.kind, onAmendment: amendment !== null, heldTo: heldTo(sitting, motion, amendment), quorum: quorumOf(sitting), members: votingMembersOf(sitting).length,
  consensusFirst: sitting.rules.consensusFirst,
  objectedBefore: motion.questions.some(({ amendmentId, objectorIds }) => amendmentId === null && objectorIds.length > 0),
  questionOpen: all.motions.some(({ questions }) => questions.some(({ state }) => state === 'OPEN')),
});

/** Everything that keeps a question from being put in this way now. */
export function puttingRefusals(sitting: SittingRecord, all: SittingMotions, motion: MotionRecord, amendment: AmendmentRecord | null, way: QuestionWay, now: Date): MotionRefusal[] {
  const notOpen = amendment !== null && amendment.state !== 'SECONDED' && amendment.seconderId !== null ? [motionRefusal('WRONG_STATE', [amendment.state])] : [];
  return [...notOpen, ...refusalsOf(openingFacts(sitting, motion, amendment, now), way === 'CONSENT' ? 'CONSENT' : 'OPEN_VOTE'), ...refusalsOfWay(puttingFacts(sitting, all, motion, amendment, way))];
}

/** What keeps a motion from its question, as the page lists it; of an open question what keeps its result from being announced. */
export function blockersOf(sitting: SittingRecord, all: SittingMotions, motion: MotionRecord, now: Date): MotionRefusal[] {
  switch (motion.state) {
    case 'MOVED': case 'SECONDED': case 'OPEN': {
      if (motion.questions.some(({ state }) => state === 'OPEN')) return quorumRefusals(sitting);
      return puttingRefusals(sitting, all, motion, null, 'ROLL_CALL', now);
    }
    case 'VOTING': return quorumRefusals(sitting);
    default: return [];
  }
}

export function quorumRefusals(sitting: SittingRecord): MotionRefusal[] {
  const quorum = quorumOf(sitting);
  return quorum.met ? [] : [motionRefusal('NO_QUORUM', [quorum.present, quorum.needed])];
}
