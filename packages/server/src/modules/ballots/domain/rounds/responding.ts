import { afterAct } from './proposal-states.ts';
import type { Answer, ProposalFacts } from './proposal.ts';
import { mustBeHeard } from './standing.ts';
import { type RoundDecision, refuseRound } from './refusal.ts';

/** How often one person may change an answer within a round, and comment in it. */
export const MOST_REVISIONS = 30;
export const MOST_COMMENTS = 20;

export interface Speaker {
  readonly takesPart: boolean;
  /** What this person said last in this round. */
  readonly before: (Answer & { readonly revision: number }) | null;
}

/** SAME: said already, so there is nothing to write; a press repeated by the network changes no record. */
export type RespondDecision = RoundDecision<{ readonly write: boolean }>;

/** Whether an answer may be put on record; the last one of a person counts until the round closes. */
export function decideRespond(proposal: Pick<ProposalFacts, 'state' | 'kind'>, { takesPart, before }: Speaker, answer: Answer): RespondDecision {
  if (afterAct(proposal.state, 'RESPOND') === null) return refuseRound('WRONG_STATE', [proposal.state]);
  if (!takesPart) return refuseRound('NOT_PARTICIPANT');
  if (!fits(proposal.kind, answer)) return refuseRound('WRONG_ANSWER');
  if (mustBeHeard(answer) && answer.reason === null) return refuseRound('REASON_NEEDED');
  if (before !== null && same(before, answer)) return { ok: true, write: false };
  if (before !== null && before.revision >= MOST_REVISIONS) return refuseRound('TOO_MANY_CHANGES', [MOST_REVISIONS]);
  return { ok: true, write: true };
}

function fits(kind: ProposalFacts['kind'], { fist, consent }: Answer): boolean {
  if (kind === 'CONSENT') return consent !== null && fist === null;
  return consent === null && fist !== null && Number.isInteger(fist) && fist >= 0 && fist <= 5;
}

const same = (a: Answer, b: Answer): boolean => a.fist === b.fist && a.consent === b.consent && a.reason === b.reason;

/** `said`: comments of this person in this round. */
export function decideComment({ state }: Pick<ProposalFacts, 'state'>, speaks: boolean, said: number): RoundDecision {
  if (afterAct(state, 'COMMENT') === null) return refuseRound('WRONG_STATE', [state]);
  if (!speaks) return refuseRound('NOT_PARTICIPANT');
  return said < MOST_COMMENTS ? { ok: true } : refuseRound('TOO_MANY_COMMENTS', [MOST_COMMENTS]);
}

/** Only the answer that counts can be heard, and only once; what was taken back needs no hearing. */
export function decideHear(
  { state }: Pick<ProposalFacts, 'state'>, answer: Answer & { readonly stands: boolean; readonly heard: boolean },
): RoundDecision {
  if (afterAct(state, 'HEAR') === null) return refuseRound('WRONG_STATE', [state]);
  return answer.stands && !answer.heard && mustBeHeard(answer) ? { ok: true } : refuseRound('NOTHING_TO_HEAR');
}
