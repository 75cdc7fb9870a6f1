import type { Question } from './definition.ts';
import type { Tally } from './tally.ts';

/** Which options lead; more than one is a tie, none means that nobody chose anything. */
export interface PluralityExplained {
  readonly rule: 'PLURALITY';
  /** Positions of the leading options, ascending. */
  readonly leading: readonly number[];
  /** Votes of each leading option. */
  readonly votes: number;
  /** Votes of the best option that does not lead; 0 when there is none. */
  readonly runnerUpVotes: number;
  /** True when exactly one option leads. */
  readonly met: boolean;
}

/** The option with the most votes, however few: a plurality needs no majority. */
export function explainPlurality(question: Question, counted: Tally): PluralityExplained {
  const choices = question.options.flatMap((kind, position) => (kind === 'ABSTAIN' ? [] : [position]));
  const votes = choices.reduce((most, position) => Math.max(most, counted.votes[position]!), 0);
  const leading = votes === 0 ? [] : choices.filter((position) => counted.votes[position] === votes);
  const behind = choices.filter((position) => !leading.includes(position));
  return {
    rule: 'PLURALITY',
    leading,
    votes,
    runnerUpVotes: behind.reduce((most, position) => Math.max(most, counted.votes[position]!), 0),
    met: leading.length === 1,
  };
}
