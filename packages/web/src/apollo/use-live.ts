import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { faultCode } from './faults.ts';
import { onSocketDrop, socketDrops } from './socket-link.ts';

/** What passes by itself; anything else stays as it is until the page or its reader changes. */
const PASSING = ['UNREACHABLE', 'BUSY', 'THROTTLED', 'INTERNAL'];

/**
 * Keeps a subscription open while the page is shown; what it brings goes into the cache, and so to whoever reads it.
 * When the server answers RELOAD (too much was missed), everything on the page is asked for again. It is opened anew
 * when somebody else is signed in, and a while after a fault that passes.
 */
export function useLive<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables | null, seen?: (data: Data) => void): void {
  const client = useApolloClient();
  const key = variables && JSON.stringify(variables);
  const drops = useSyncExternalStore(onSocketDrop, socketDrops);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (!key) return;
    let again: ReturnType<typeof setTimeout> | undefined;
    const live = client.subscribe<Data>({ query: document, variables: JSON.parse(key) as OperationVariables, errorPolicy: 'all' }).subscribe({
      next({ data, error }) {
        // The page keeps what it has; the connection banner says when it may be old.
        if (error && PASSING.includes(faultCode(error))) again = setTimeout(() => setTries(tries + 1), 5000 + Math.random() * 10_000);
        if (!data) return;
        const [change] = Object.values(data) as { resume?: string }[];
        if (change?.resume === 'RELOAD') void client.refetchQueries({ include: 'active' });
        seen?.(data as Data);
      },
    });
    return () => {
      clearTimeout(again);
      live.unsubscribe();
    };
    // `seen` may change at each render without meaning a new subscription.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, document, key, drops, tries]);
}
