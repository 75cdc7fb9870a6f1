import type { Intent, NoticeRule } from './meeting.ts';
import { isTimely, latestPosting } from './notice-period.ts';

/** An item as one version of the notice shows it; `digest` is of all that the public reads of it. */
export interface PostedItem {
  readonly itemId: string;
  readonly digest: string;
  readonly intent: Intent;
}

export interface PostedVersion {
  /** From when this version counts; see {@link countedFrom}. */
  readonly postedAt: Date;
  readonly items: readonly PostedItem[];
}

export type DiscussionReason = 'NOT_LISTED' | 'LISTED_TOO_LATE' | 'CHANGED_TOO_LATE' | 'NOT_AN_ACTION_ITEM';

export type ItemStanding =
  | { readonly may: 'ACTION' }
  | {
    readonly may: 'DISCUSSION_ONLY';
    readonly reason: DiscussionReason;
    /** Until when it would have had to be posted, as it stands, to be acted on. */
    readonly neededBy: Date;
  };

/**
 * Whether an item may be acted on (EC 35147, Gov. Code 54954.2; rules 1 and 3): a version posted in time lists it for
 * action, and every later version says the same of it. Changing other items costs it nothing; changing it back repairs
 * nothing, for the public read something else in between. `versions` come in the order of their numbers: one may be hung
 * at the site only after the next was published.
 */
export function standingOfItem(itemId: string, versions: readonly PostedVersion[], startsAt: Date, rule: NoticeRule): ItemStanding {
  const only = (reason: DiscussionReason): ItemStanding => ({ may: 'DISCUSSION_ONLY', reason, neededBy: latestPosting(startsAt, rule) });
  const shown = versions.map(({ items }) => items.find((item) => item.itemId === itemId));
  const last = shown.at(-1);
  if (last === undefined) return only('NOT_LISTED');
  if (last.intent !== 'ACTION') return only('NOT_AN_ACTION_ITEM');
  const timely = versions.findLastIndex(({ postedAt }) => isTimely(postedAt, startsAt, rule));
  const first = shown[timely];
  if (first === undefined) return only('LISTED_TOO_LATE');
  const kept = shown.slice(timely).every((item) => item?.digest === last.digest && item.intent === 'ACTION');
  return kept ? { may: 'ACTION' } : only('CHANGED_TOO_LATE');
}
