import type { Question } from './definition.ts';

/** Why a paper does not answer its question. */
export type ChoicesFault = 'UNKNOWN_OPTION' | 'REPEATED' | 'TOO_FEW' | 'TOO_MANY' | 'ABSTAIN_IS_ALONE';

/**
 * Null when the positions answer the question: exactly one for YES_NO and CHOOSE_ONE, one to
 * `maxChoices` for APPROVAL, and an abstention never beside another option.
 */
export function choicesFault(question: Question, choices: readonly number[]): ChoicesFault | null {
  if (choices.some((position) => question.options[position] === undefined)) return 'UNKNOWN_OPTION';
  if (new Set(choices).size !== choices.length) return 'REPEATED';
  if (choices.length === 0) return 'TOO_FEW';
  if (choices.length > 1 && choices.some((position) => question.options[position] === 'ABSTAIN')) return 'ABSTAIN_IS_ALONE';
  const most = question.method === 'APPROVAL' ? question.maxChoices : 1;
  return choices.length > most ? 'TOO_MANY' : null;
}
