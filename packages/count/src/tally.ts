import { choicesFault } from './choices.ts';
import { type Pile, type Question, isGraded, isRanked } from './definition.ts';

/** What was in one pool, or in all of them together. */
export interface Tally {
  /** Papers cast, abstentions included. */
  readonly papers: number;
  /**
   * By option position, how many papers vote for it: name it, or (ranked) rank it first, or (SCORE, DOTS) give it more
   * than nothing.
   */
  readonly votes: readonly number[];
  /** By option position, the sum of scores or dots; null for every other method. */
  readonly scores: readonly number[] | null;
}

/**
 * Counts piles of papers. The order of piles, and how papers were piled, never matters.
 * @throws {RangeError} on a paper that does not answer the question: a box holding one is damaged, not countable.
 */
export function tally(question: Question, piles: readonly Pile[]): Tally {
  const votes = question.options.map(() => 0);
  const scores = isGraded(question.method) ? question.options.map(() => 0) : null;
  let papers = 0;
  for (const pile of piles) {
    const fault = choicesFault(question, pile.choices);
    if (fault !== null) throw new RangeError(`the box holds a paper that is no answer: ${fault}`);
    if (!Number.isSafeInteger(pile.papers) || pile.papers < 0) throw new RangeError('a pile holds a whole number of papers');
    papers += pile.papers;
    if (scores !== null) addGrades(votes, scores, pile);
    else if (isRanked(question.method)) votes[pile.choices[0]!]! += pile.papers;
    else for (const position of pile.choices) votes[position]! += pile.papers;
  }
  return { papers, votes, scores: scores === null ? null : withoutAbstention(question, scores) };
}

function addGrades(votes: number[], scores: number[], { choices, papers }: Pile): void {
  choices.forEach((grade, position) => {
    if (grade > 0) votes[position]! += papers;
    scores[position]! += grade * papers;
  });
}

/** The mark in an abstention's place says that the voter abstained; it is no score. */
const withoutAbstention = ({ options }: Question, scores: readonly number[]): number[] =>
  scores.map((score, position) => (options[position] === 'ABSTAIN' ? 0 : score));

/** The tallies as one; every list must be of the same question. */
export function together(question: Question, tallies: readonly Tally[]): Tally {
  const sum = (of: 'votes' | 'scores') => question.options.map((_, position) => tallies.reduce((all, each) => all + (each[of]?.[position] ?? 0), 0));
  return {
    papers: tallies.reduce((all, each) => all + each.papers, 0),
    votes: sum('votes'),
    scores: isGraded(question.method) ? sum('scores') : null,
  };
}

/** Votes for every option of `kind`; there is at most one YES, NO and ABSTAIN. */
export function votesOf(question: Question, counted: Tally, kind: Question['options'][number]): number {
  return question.options.reduce((sum, each, position) => (each === kind ? sum + counted.votes[position]! : sum), 0);
}
