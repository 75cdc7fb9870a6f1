import type { Question } from './definition.ts';
import { type Lot, drawLot } from './lot.ts';
import type { Tally } from './tally.ts';

/** Which options lead; more of them than seats is a tie, none means that nobody chose anything. */
export interface PluralityExplained {
  readonly rule: 'PLURALITY';
  readonly seats: number;
  /** Positions with as many votes as the last seat takes, or more; ascending. */
  readonly leading: readonly number[];
  /** Votes (SCORE: points, DOTS: dots) of the weakest of them. */
  readonly votes: number;
  /** Votes of the best option that does not lead; 0 when there is none. */
  readonly runnerUpVotes: number;
  /** True when somebody leads, and no more than there are seats. A lot may still fill seats when it is false. */
  readonly met: boolean;
}

/** The options with the most votes, however few: a plurality needs no majority, but what nobody chose never wins. */
export function explainPlurality(question: Question, counted: Tally): PluralityExplained {
  const sums = counted.scores ?? counted.votes;
  const chosen = question.options.flatMap((kind, position) => (kind === 'ABSTAIN' || sums[position] === 0 ? [] : [position]));
  const ranking = chosen.toSorted((a, b) => sums[b]! - sums[a]!);
  const last = ranking[Math.min(question.seats, ranking.length) - 1];
  const votes = last === undefined ? 0 : sums[last]!;
  const leading = chosen.filter((position) => sums[position]! >= votes);
  return {
    rule: 'PLURALITY',
    seats: question.seats,
    leading,
    votes,
    runnerUpVotes: chosen.reduce((most, position) => (sums[position]! < votes ? Math.max(most, sums[position]!) : most), 0),
    met: leading.length > 0 && leading.length <= question.seats,
  };
}

/** Who takes the seats: everybody who leads, and by lot (if there is a seed) among those tied for the last. */
export function seatLeaders({ leading, votes, seats, met }: PluralityExplained, { scores, votes: papers }: Tally, seed: string | null):
{ seated: readonly number[]; lot: Lot | null } {
  if (met || leading.length === 0) return { seated: leading, lot: null };
  const sums = scores ?? papers;
  const clear = leading.filter((position) => sums[position]! > votes);
  const tied = leading.filter((position) => sums[position] === votes);
  const lot = drawLot(seed, 'SEAT', null, tied, seats - clear.length);
  return { seated: [...clear, ...lot.drawn].sort((a, b) => a - b), lot };
}
