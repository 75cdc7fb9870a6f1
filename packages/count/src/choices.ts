import { type Question, isGraded } from './definition.ts';

/** Why a paper does not answer its question. */
export type ChoicesFault = 'UNKNOWN_OPTION' | 'REPEATED' | 'TOO_FEW' | 'TOO_MANY' | 'OUT_OF_RANGE' | 'ABSTAIN_IS_ALONE';

/**
 * Null when the numbers answer the question; what they mean is said at `Method`. An abstention never stands beside
 * anything else.
 */
export function choicesFault(question: Question, choices: readonly number[]): ChoicesFault | null {
  return isGraded(question.method) ? gradesFault(question, choices) : positionsFault(question, choices);
}

/** From here on a set is quicker than looking at every pair. */
const FEW = 12;

function positionsFault(question: Question, choices: readonly number[]): ChoicesFault | null {
  if (choices.some((position) => question.options[position] === undefined)) return 'UNKNOWN_OPTION';
  if (repeats(choices)) return 'REPEATED';
  if (choices.length === 0) return 'TOO_FEW';
  if (choices.length > 1 && choices.some((position) => question.options[position] === 'ABSTAIN')) return 'ABSTAIN_IS_ALONE';
  const most = question.method === 'YES_NO' || question.method === 'CHOOSE_ONE' ? 1 : question.maxChoices;
  return choices.length > most ? 'TOO_MANY' : null;
}

const repeats = (choices: readonly number[]): boolean => (choices.length > FEW
  ? new Set(choices).size !== choices.length
  : choices.some((position, n) => choices.indexOf(position) !== n));

function gradesFault({ method, options, maxChoices }: Question, grades: readonly number[]): ChoicesFault | null {
  if (grades.length > options.length) return 'UNKNOWN_OPTION';
  if (grades.length < options.length) return 'TOO_FEW';
  if (grades.some((grade) => !Number.isSafeInteger(grade) || grade < 0)) return 'OUT_OF_RANGE';
  const abstain = options.indexOf('ABSTAIN');
  const abstained = abstain < 0 ? 0 : grades[abstain]!;
  if (abstained > 1) return 'OUT_OF_RANGE';
  const given = grades.filter((grade, position) => position !== abstain && grade > 0);
  if (abstained === 1) return given.length > 0 ? 'ABSTAIN_IS_ALONE' : null;
  // A score of 0 for every option is an opinion; no dot at all is an empty paper.
  if (method === 'SCORE') return given.some((grade) => grade > maxChoices) ? 'OUT_OF_RANGE' : null;
  const dots = given.reduce((sum, grade) => sum + grade, 0);
  if (dots === 0) return 'TOO_FEW';
  return dots > maxChoices ? 'TOO_MANY' : null;
}
