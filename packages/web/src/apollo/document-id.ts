import type { ApolloLink } from '@apollo/client';

/** What the server knows a document by: the SHA-256 of its exact text in the manifest. The text itself is never sent. */
export function documentId(operation: ApolloLink.Operation): string {
  const hash = (operation.query as { __meta__?: { hash: string } }).__meta__?.hash;
  if (!hash) throw new Error(`${operation.operationName ?? 'A document'} has no hash; write it in a .graphql file.`);
  return `sha256:${hash}`;
}
