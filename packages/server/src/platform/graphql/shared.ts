import { Extensions } from 'type-graphql';
import type { RequestContext } from './context.ts';

/**
 * How a subscription field is executed once for everybody who may see the same thing.
 * `authorize` runs for each subscriber, and again when their session changes; it throws a coded error or
 * names the school whose rows are read. The field's resolver then runs with no viewer at all.
 */
export interface SharedSubscription<Args> {
  topics(args: Args): readonly string[];
  authorize(args: Args, context: RequestContext): Promise<{ readonly schoolId: string }>;
}

/** Root value of each delivery: `resume` and `cursor` are copied to the field's type. */
export interface Delivery {
  readonly cursor: string;
  readonly resume: 'LIVE' | 'REPLAYED' | 'RELOAD';
  /** Subject of the happening, where one happening caused this delivery. */
  readonly subjectId: string | null;
}

export const Shared = <Args>(shared: SharedSubscription<Args>) => Extensions({ shared });
