import type { ApolloLink } from '@apollo/client';
import { print } from 'graphql';

interface Asked {
  documentId?: string;
  query?: string;
}

/**
 * What the server knows a document by: the SHA-256 of its exact text in the manifest. The text itself is never sent,
 * except by the development server, whose documents change while the other side runs.
 */
export function asked(operation: Pick<ApolloLink.Operation, 'query'>): Asked {
  if (import.meta.env.DEV && import.meta.env.MODE === 'development') return { query: print(operation.query) };
  return { documentId: `sha256:${hashOf(operation.query)}` };
}

export function hashOf(document: object): string {
  const hash = (document as { __meta__?: { hash: string } }).__meta__?.hash;
  if (!hash) throw new Error('A document without a hash: it must be written in a .graphql file.');
  return hash;
}
