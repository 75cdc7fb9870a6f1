import { type MinutesState, afterAct } from './minutes-states.ts';
import { type MinutesDecision, refuseMinutes } from './refusal.ts';

/** One passage of circulated minutes as it should read. */
export interface Passage {
  readonly before: string;
  readonly after: string;
}

export type CorrectionState = 'PROPOSED' | 'ACCEPTED' | 'REFUSED' | 'WITHDRAWN';

export interface CorrectionFacts extends Passage { readonly state: CorrectionState }

/**
 * Takes a correction from a member present where the minutes are up for approval, whether or not they were at the
 * meeting the minutes are of. It names a passage that is there once, so that nobody wonders where it goes.
 */
export function decideCorrection(state: MinutesState, text: string, { before, after }: Passage, member: { readonly present: boolean }): MinutesDecision {
  if (afterAct(state, 'CORRECT') === null) return refuseMinutes('WRONG_STATE', [state]);
  if (!member.present) return refuseMinutes('NOT_A_MEMBER_PRESENT');
  return before === after ? refuseMinutes('NOTHING_CORRECTED') : fits(text, before);
}

/** How members took a correction: without objection, or by a majority of the votes cast (domain.md S46). */
export interface CorrectionVote {
  readonly objections: number;
  readonly ayes: number;
  readonly noes: number;
}

/** Settles a correction once; accepted only while its passage still reads as it did. */
export function decideSettle(state: MinutesState, text: string, correction: CorrectionFacts, { objections, ayes, noes }: CorrectionVote): MinutesDecision<{ to: CorrectionState }> {
  if (afterAct(state, 'CORRECT') === null) return refuseMinutes('WRONG_STATE', [state]);
  if (correction.state !== 'PROPOSED') return refuseMinutes('SETTLED', [correction.state]);
  if (objections > 0 && 2 * ayes <= ayes + noes) return { ok: true, to: 'REFUSED' };
  const fitting = fits(text, correction.before);
  return fitting.ok ? { ok: true, to: 'ACCEPTED' } : fitting;
}

/**
 * Takes a correction back before anybody settled it, and before the question is put on the motion to amend that it is a part
 * of: members vote on what they have heard. Whose it is to take back the policy says.
 */
export function decideWithdraw({ state, questionPut }: Pick<CorrectionFacts, 'state'> & { readonly questionPut: boolean }): MinutesDecision {
  if (state !== 'PROPOSED') return refuseMinutes('SETTLED', [state]);
  return questionPut ? refuseMinutes('QUESTION_PUT') : { ok: true };
}

/** The corrections made in the text itself, in the order in which they were accepted. */
export const correctedText = (text: string, corrections: readonly CorrectionFacts[]): string =>
  corrections.filter(({ state }) => state === 'ACCEPTED').reduce((so, { before, after }) => so.replace(before, () => after), text);

/** Approves minutes, "as corrected" when a correction was accepted; not while one is open. */
export function decideApprove(state: MinutesState, corrections: readonly Pick<CorrectionFacts, 'state'>[]): MinutesDecision<{ to: MinutesState }> {
  const corrected = corrections.some((correction) => correction.state === 'ACCEPTED');
  const to = afterAct(state, corrected ? 'APPROVE_AS_CORRECTED' : 'APPROVE');
  if (to === null) return refuseMinutes('WRONG_STATE', [state]);
  const open = corrections.filter((correction) => correction.state === 'PROPOSED').length;
  return open > 0 ? refuseMinutes('CORRECTIONS_OPEN', [open]) : { ok: true, to };
}

/** Whether a text has the passage, once. */
export function fits(text: string, passage: string): MinutesDecision {
  const first = passage === '' ? -1 : text.indexOf(passage);
  if (first < 0) return refuseMinutes('NO_SUCH_PASSAGE');
  return text.includes(passage, first + 1) ? refuseMinutes('PASSAGE_NOT_UNIQUE') : { ok: true };
}
