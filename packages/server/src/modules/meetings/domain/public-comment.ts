/** How somebody addresses the body. */
export interface SpeakerFacts {
  /** Speaks through an interpreter. */
  readonly translated: boolean;
  /** The interpreter speaks at the same time, so that nothing is said twice. */
  readonly simultaneous: boolean;
}

/**
 * Seconds a speaker has: twice as many where what they say must be said again (Gov. Code 54954.3, added by AB 1787; law
 * for Brown Act bodies, kept for every body; rule 7).
 */
export const allottedSeconds = (seconds: number, { translated, simultaneous }: SpeakerFacts): number =>
  (translated && !simultaneous ? seconds * 2 : seconds);

/** The chair asked who wants to speak: to one item, or (null) to anything within the body's jurisdiction. */
export interface CommentOffer {
  readonly itemId: string | null;
  readonly at: Date;
}

/** An item as the public could know of it: when it was added in session, or null when it was on the posted agenda. */
export interface CommentedItem {
  readonly itemId: string;
  readonly addedAt: Date | null;
}

/**
 * Whether anybody could speak to an item before the body votes on it (EC 35147; before or during its consideration, Gov.
 * Code 54954.3; rule 6). An offer to speak to anything counts, but not for what was added only afterwards.
 */
export const isCommentOffered = ({ itemId, addedAt }: CommentedItem, offers: readonly CommentOffer[], voteAt: Date): boolean =>
  offers.some((offer) => offer.at.getTime() <= voteAt.getTime()
    && (offer.itemId === itemId || (offer.itemId === null && (addedAt === null || offer.at.getTime() >= addedAt.getTime()))));
