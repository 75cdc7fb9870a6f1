/** Fewest votes that enter the log together while voting is open: a crowd to hide one's time in. */
export const SMALLEST_BATCH = 10;

/** Whether so many new votes of one constituency go into its log now; at the close whatever is left does. */
export const entersLog = (waiting: number, closing: boolean): boolean => waiting >= SMALLEST_BATCH || (closing && waiting > 0);

/** Options of a ranking up to which the rankings themselves are published: a long one is nearly a signature. */
export const MOST_RANKED_IN_PUBLIC = 6;
