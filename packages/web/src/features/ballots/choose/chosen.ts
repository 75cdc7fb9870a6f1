import { isGraded, isRanked, type Question } from '@plenary/count';

/**
 * What a voter has put down so far. It lives in the form alone and is gone with it; nothing stores it.
 * `picked` are option positions: a set, or a ranking in its order; a form of numbers keeps only an abstention there.
 */
export interface Chosen {
  readonly picked: readonly number[];
  /** By option position; null where nothing was given yet. */
  readonly grades: Readonly<Record<number, number>>;
}

export const NOTHING: Chosen = { picked: [], grades: {} };

/** Where one answer takes the place of the other; with several seats to fill, "choose one" may name several. */
export const isSingle = ({ method, maxChoices }: Question): boolean => method === 'YES_NO' || (method === 'CHOOSE_ONE' && maxChoices === 1);

const isAbstention = ({ options }: Question, position: number): boolean => options[position] === 'ABSTAIN';

/** Puts an option on the paper or takes it off. An abstention stands alone; the next in a ranking comes last. */
export function pick(question: Question, { picked, grades }: Chosen, position: number, on: boolean): Chosen {
  const others = picked.filter((each) => each !== position);
  if (!on) return { picked: others, grades };
  if (isAbstention(question, position)) return { picked: [position], grades: {} };
  const kept = isSingle(question) ? [] : others.filter((each) => !isAbstention(question, each));
  return { picked: [...kept, position], grades };
}

/** Moves one place of a ranking up (-1) or down (1), as far as there is room. */
export function move(chosen: Chosen, position: number, by: -1 | 1): Chosen {
  const at = chosen.picked.indexOf(position);
  const to = at + by;
  const other = chosen.picked[to];
  if (at < 0 || other === undefined) return chosen;
  return { ...chosen, picked: chosen.picked.map((each, place) => (place === to ? position : place === at ? other : each)) };
}

/** A score or a number of dots; giving one ends an abstention. */
export function grade(chosen: Chosen, position: number, value: number): Chosen {
  return { picked: [], grades: { ...chosen.grades, [position]: value } };
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** How many dots are left to give. */
export const dotsLeft = ({ maxChoices }: Question, { grades }: Chosen): number => maxChoices - sum(Object.values(grades));
/** What the picked projects cost together. */
export const costOf = ({ budget }: Question, { picked }: Chosen): number => sum(picked.map((position) => budget?.costs[position] ?? 0));

/** Has nothing been put down at all? */
export const isEmpty = (question: Question, { picked, grades }: Chosen): boolean =>
  picked.length === 0 && (question.method === 'DOTS' ? sum(Object.values(grades)) === 0 : Object.keys(grades).length === 0);

/** The numbers that are sent: sets ascending, rankings in the voter's order, else one number for each option. */
export function choicesOf(question: Question, { picked, grades }: Chosen): number[] {
  if (isGraded(question.method)) return question.options.map((kind, position) => (kind === 'ABSTAIN' ? Number(picked.includes(position)) : (grades[position] ?? 0)));
  return isRanked(question.method) ? [...picked] : [...picked].sort((one, other) => one - other);
}

/** The reverse: a paper out of the published votes, to be read as the voter wrote it. */
export function chosenOf({ method, options }: Question, choices: readonly number[]): Chosen {
  const abstain = options.indexOf('ABSTAIN');
  if (!isGraded(method)) return { picked: choices, grades: {} };
  if (abstain >= 0 && choices[abstain] === 1) return { picked: [abstain], grades: {} };
  return { picked: [], grades: Object.fromEntries(choices.flatMap((value, position) => (position === abstain ? [] : [[position, value]]))) };
}
