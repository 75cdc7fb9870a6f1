import type { Constituency, Texts } from '../ballot.ts';
import { afterAct } from './proposal-states.ts';
import type { ProposalFacts } from './proposal.ts';
import { type RoundDecision, refuseRound } from './refusal.ts';

/** One person alone agrees with themselves; more than a few hundred are no working team. */
export const LEAST_PARTICIPANTS = 2;
export const MOST_PARTICIPANTS = 500;

const STAFF: readonly Constituency[] = ['TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR'];

/** Starts the first round: said in every language that those who take part are owed, to a team of a workable size. */
export function decideOpenRounds(
  proposal: Pick<ProposalFacts, 'state' | 'title' | 'body'>, participants: readonly { readonly constituency: Constituency }[], requiredLocales: readonly string[],
): RoundDecision {
  if (afterAct(proposal.state, 'OPEN') === null) return refuseRound('WRONG_STATE', [proposal.state]);
  if (participants.length < LEAST_PARTICIPANTS) return refuseRound('TOO_FEW_PARTICIPANTS', [participants.length]);
  if (participants.length > MOST_PARTICIPANTS) return refuseRound('TOO_MANY_PARTICIPANTS', [participants.length]);
  const missing = unsaidIn(proposal, owedLocales(participants, requiredLocales));
  return missing.length > 0 ? refuseRound('MISSING_LOCALES', missing) : { ok: true };
}

/**
 * Languages a proposal must be complete in. Families and students are owed each that 15% of the homes speak (EC 48985;
 * rule 29); staff among themselves may work in the one they share.
 */
export const owedLocales = (participants: readonly { readonly constituency: Constituency }[], required: readonly string[]): readonly string[] =>
  (participants.every(({ constituency }) => STAFF.includes(constituency)) ? [] : required);

/** Of those languages, the ones in which title or text is still unsaid. */
export const unsaidIn = ({ title, body }: { readonly title: Texts; readonly body: Texts }, locales: readonly string[]): string[] =>
  locales.filter((locale) => [title, body].some((texts) => (texts[locale] ?? '').trim() === ''));
