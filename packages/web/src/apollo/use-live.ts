import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';

/**
 * Keeps a subscription open while the page is shown; what it brings goes into the cache, and so to whoever reads it.
 * When the server answers RELOAD (too much was missed), everything on the page is asked for again.
 */
export function useLive<Data, Variables extends OperationVariables>(document: TypedDocumentNode<Data, Variables>, variables: Variables | null, seen?: (data: Data) => void): void {
  const client = useApolloClient();
  const key = variables && JSON.stringify(variables);
  useEffect(() => {
    if (!key) return;
    const live = client.subscribe<Data>({ query: document, variables: JSON.parse(key) as OperationVariables, errorPolicy: 'all' }).subscribe({
      next({ data }) {
        if (!data) return;
        const [change] = Object.values(data) as { resume?: string }[];
        if (change?.resume === 'RELOAD') void client.refetchQueries({ include: 'active' });
        seen?.(data as Data);
      },
      // The page keeps what it has; the connection banner says when it may be old.
      error: () => {},
    });
    return () => live.unsubscribe();
    // `seen` may change at each render without meaning a new subscription.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, document, key]);
}
