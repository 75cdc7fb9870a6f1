import { SMALLEST_PUBLISHED, withheld } from '../withhold.ts';
import { type Question, isRanked } from '../definition.ts';

/** More options than this, and a full ranking can be a signature that somebody asked for ("the Italian attack"). */
export const MOST_RANKED_IN_PUBLIC = 6;

/** How many voted in a pool, by the two ways into the box. */
export interface Channels {
  readonly digital: number;
  readonly paper: number;
}

/** Is a pool so small that its numbers are withheld from the public? */
export function isWithheld({ digital, paper }: Channels): boolean {
  return withheld([{ constituency: 'this', people: digital + paper }]).total;
}

/**
 * Do a pool's single votes stay closed in public, although its numbers are told? Long rankings do, and whatever
 * would show, by one subtraction, how the few who came on paper voted, or the few who did not.
 */
export function isClosed(question: Question, { digital, paper }: Channels): boolean {
  if (isRanked(question.method) && question.options.length > MOST_RANKED_IN_PUBLIC) return true;
  return digital > 0 && paper > 0 && Math.min(digital, paper) < SMALLEST_PUBLISHED;
}
