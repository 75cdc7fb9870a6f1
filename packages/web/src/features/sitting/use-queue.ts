import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { onReturn } from '../../apollo/connection.ts';
import type { SittingAnswerFragment } from '../../gql/graphql.ts';
import * as roomStore from '../../lib/room-store.ts';
import { isGuest } from '../../shell/guest.ts';
import { documentOf, isActName } from './acts.ts';
import { ActQueue, type Answer, type QueuedAct, memoryStore } from './queue.ts';

/** How long the live message has to bring what was just done, before it is asked for. */
const LATE_MS = 900;
const NONE: readonly QueuedAct[] = [];
const still = () => () => {};

/**
 * The queue of whoever is signed in, in one meeting; null for who only looks on. Nobody's acts are sent while somebody
 * else, or nobody known, is signed in.
 */
export function useQueue(meeting: string, person: string | null, known: boolean, version: number, read: () => void): { queue: ActQueue | null; acts: readonly QueuedAct[] } {
  const client = useApolloClient();
  const queue = useMemo(() => (person === null ? null : new ActQueue({
    person, meeting, store: isGuest() ? memoryStore() : roomStore,
    send: async ({ name, key, variables }): Promise<Answer> => {
      if (!isActName(name)) return { kind: 'FAILED', code: 'UNKNOWN_DOCUMENT' };
      // What it changed comes with the live message, in the order of the server.
      const { data } = await client.mutate({ mutation: documentOf(name), variables: { ...variables, key }, fetchPolicy: 'no-cache' });
      const [answer] = Object.values(data ?? {}) as SittingAnswerFragment[];
      if (answer?.__typename === 'SittingDone') return { kind: 'DONE', version: answer.sitting.version };
      if (answer?.__typename === 'SittingRefused') return { kind: 'REFUSED', refusals: answer.refusals };
      return { kind: 'FAULTY', faults: answer?.__typename === 'SittingFaulty' ? answer.faults : [] };
    },
  })), [client, meeting, person]);
  // What waits is shown before it is known who is signed in, and sent only then.
  useEffect(() => void queue?.restore(), [queue]);
  useEffect(() => {
    if (!queue || !known) return;
    queue.open();
    const forget = onReturn(() => queue.flush());
    return () => {
      forget();
      queue.close();
    };
  }, [queue, known]);
  const acts = useSyncExternalStore(queue?.subscribe ?? still, () => queue?.acts ?? NONE);
  useEffect(() => queue?.saw(version), [queue, version, acts]);
  const late = acts.some((act) => act.state === 'DONE' && act.version > version);
  useEffect(() => {
    if (!late) return;
    const timer = setTimeout(read, LATE_MS);
    return () => clearTimeout(timer);
    // `read` may change at each render without meaning another wait.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [late]);
  return { queue, acts };
}
