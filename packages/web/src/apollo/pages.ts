import type { FieldPolicy } from '@apollo/client';

interface Pages {
  edges: readonly { node: unknown }[];
}

/** A Relay connection in the cache: a page after a cursor is added to what is there, a first page replaces it. */
export const pages = (...keyArgs: string[]): FieldPolicy<Pages> => ({
  keyArgs,
  merge: (known, next, { args }) => (known && (args as { after?: string } | null)?.after ? { ...next, edges: [...known.edges, ...next.edges] } : next),
});
