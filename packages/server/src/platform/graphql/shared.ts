import { Extensions } from 'type-graphql';
import type { RequestContext } from './context.ts';

/**
 * How a subscription field is executed once for everybody who may see the same thing.
 * `authorize` runs for each subscriber, and again when their session changes; it throws a coded error or
 * names the school whose rows are read. The field's resolver then runs with no viewer at all.
 */
export interface SharedSubscription<Args> {
  /** What to listen to; the same for equal arguments. */
  topics(args: Args): readonly string[];
  authorize(args: Args, context: RequestContext): Promise<{ readonly schoolId: string }>;
}

/** Root value of each delivery (`@Root()`): `resume` and `cursor` are copied to the field's type. */
export interface Delivery {
  readonly cursor: string;
  readonly resume: 'LIVE' | 'REPLAYED' | 'RELOAD';
  /**
   * Subject of the happening that caused this delivery. Null for the first one after joining, after a nudge,
   * and with RELOAD: then it is about everything the subscription watches.
   */
  readonly subjectId: string | null;
}

export const Shared = <Args>(shared: SharedSubscription<Args>) => Extensions({ shared });

/** Options for `@Subscription(() => Type, VIA_HUB)`: type-graphql wants a way to subscribe, and the hub is ours. */
export const VIA_HUB = {
  subscribe(): never { throw new Error('Subscriptions are executed by the hub.'); },
} as const;
