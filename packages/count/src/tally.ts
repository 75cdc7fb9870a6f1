import { choicesFault } from './choices.ts';
import type { Pile, Question } from './definition.ts';

/** What was in one pool, or in all of them together. */
export interface Tally {
  /** Papers cast, abstentions included. */
  readonly papers: number;
  /** Votes per option, by position. */
  readonly votes: readonly number[];
}

/**
 * Counts piles of papers. The order of piles, and how papers were piled, never matters.
 * @throws {RangeError} on a paper that does not answer the question: a box holding one is damaged, not countable.
 */
export function tally(question: Question, piles: readonly Pile[]): Tally {
  const votes = question.options.map(() => 0);
  let papers = 0;
  for (const pile of piles) {
    const fault = choicesFault(question, pile.choices);
    if (fault !== null) throw new RangeError(`the box holds a paper that is no answer: ${fault}`);
    if (!Number.isSafeInteger(pile.papers) || pile.papers < 0) throw new RangeError('a pile holds a whole number of papers');
    papers += pile.papers;
    for (const position of pile.choices) votes[position]! += pile.papers;
  }
  return { papers, votes };
}

/** The tallies as one; every list must be of the same question. */
export function together(question: Question, tallies: readonly Tally[]): Tally {
  return {
    papers: tallies.reduce((sum, each) => sum + each.papers, 0),
    votes: question.options.map((_, position) => tallies.reduce((sum, each) => sum + each.votes[position]!, 0)),
  };
}

/** Votes for every option of `kind`; there is at most one YES, NO and ABSTAIN. */
export function votesOf(question: Question, counted: Tally, kind: Question['options'][number]): number {
  return question.options.reduce((sum, each, position) => (each === kind ? sum + counted.votes[position]! : sum), 0);
}
