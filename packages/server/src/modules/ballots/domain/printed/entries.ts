import type { Pile, Question } from '@plenary/count';
import { canonicalChoices } from '@plenary/count/secret';
import type { BallotState } from '../ballot-states.ts';
import { type Decision, refuse } from '../refusal.ts';

/** What one person read off the printed ballots of one constituency. */
export interface PaperEntry {
  readonly personId: string;
  /** From 1: a later entry of the same person corrects the earlier. */
  readonly ordinal: number;
  readonly piles: readonly Pile[];
}

/** Alike ballots as one pile, none of them empty, in one order: two people who read the same have the same. */
export function pilesInOrder(question: Question, piles: readonly Pile[]): Pile[] {
  const papers = new Map<string, Pile>();
  for (const pile of piles) {
    const choices = canonicalChoices(question, pile.choices);
    const name = choices.join();
    papers.set(name, { choices, papers: pile.papers + (papers.get(name)?.papers ?? 0) });
  }
  return [...papers].filter(([, pile]) => pile.papers > 0).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, pile]) => pile);
}

/**
 * What two different people agree on: the newest entry of all, if the newest of somebody else says the same. Counting by
 * two is what election offices do, and what makes a mistake of one show.
 */
export function agreedPiles(question: Question, entries: readonly PaperEntry[]): readonly Pile[] | null {
  const inOrder = entries.toSorted((a, b) => a.ordinal - b.ordinal);
  const newest = inOrder.at(-1);
  const other = inOrder.findLast(({ personId }) => personId !== newest?.personId);
  if (newest === undefined || other === undefined) return null;
  const [one, two] = [newest, other].map(({ piles }) => pilesInOrder(question, piles));
  return JSON.stringify(one) === JSON.stringify(two) ? one! : null;
}

export interface EntryFacts {
  readonly state: BallotState;
  readonly awaitsPaper: boolean;
  /** Printed ballots given out in this constituency. */
  readonly given: number;
}

/** Entered once voting is over, and never more than were given out; fewer is possible: not every ballot comes back. */
export function decideEntry({ state, awaitsPaper, given }: EntryFacts, piles: readonly Pile[]): Decision {
  if (state !== 'CLOSED' || !awaitsPaper) return refuse('WRONG_STATE', [state]);
  const papers = piles.reduce((sum, pile) => sum + pile.papers, 0);
  return papers > given ? refuse('TOO_MANY_PAPERS', [String(given)]) : { ok: true };
}
