import { leastReaching } from '@plenary/count';
import { type Answer, LEAST_SUPPORT, type ProposalKind, type RoundQuorum, type StandingAnswer } from './proposal.ts';

/**
 * Whether this answer must be heard before its round may close: a value below 3 in fist-to-five (domain.md S80), an
 * objection in a consent round (S81). Standing aside need not be.
 */
export const mustBeHeard = ({ fist, consent }: Pick<Answer, 'fist' | 'consent'>): boolean =>
  (fist !== null && fist < LEAST_SUPPORT) || consent === 'OBJECT';

/** Answers a round of this many people needs; never none, for silence adopts nothing. */
export const answersNeeded = ({ numerator, denominator, atLeast }: RoundQuorum, participants: number): number =>
  Math.max(1, leastReaching({ numerator, denominator }, participants, atLeast));

/** One rule of a round: what it needs, what is reached, whether it is met. */
export interface RoundRule {
  readonly rule: 'QUORUM' | 'ALL_HEARD' | 'NO_OBJECTION' | 'ALL_THREE_OR_MORE';
  readonly needed: number;
  readonly reached: number;
  readonly met: boolean;
}

export interface RoundFacts {
  readonly kind: ProposalKind;
  readonly quorum: RoundQuorum;
  readonly participants: number;
  readonly answers: readonly StandingAnswer[];
}

/** Each rule of the round explained, in the order in which they are asked; adopted when all are met. */
export function explainRound({ kind, quorum, participants, answers }: RoundFacts): RoundRule[] {
  const concerns = answers.filter(mustBeHeard);
  const needed = answersNeeded(quorum, participants);
  const heard = concerns.filter((each) => each.heard).length;
  return [
    { rule: 'QUORUM', needed, reached: answers.length, met: answers.length >= needed },
    { rule: 'ALL_HEARD', needed: concerns.length, reached: heard, met: heard === concerns.length },
    kind === 'CONSENT'
      ? { rule: 'NO_OBJECTION', needed: 0, reached: concerns.length, met: concerns.length === 0 }
      : { rule: 'ALL_THREE_OR_MORE', needed: answers.length, reached: answers.length - concerns.length, met: concerns.length === 0 },
  ];
}
