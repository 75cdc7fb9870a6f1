import type { FieldPolicy } from '@apollo/client';

interface Pages {
  edges: readonly { node: unknown }[];
}

/** A Relay connection in the cache: a page after a cursor is added to what is there, a first page replaces it. */
export const pages = (...keyArgs: string[]): FieldPolicy<Pages> => ({
  // By a function, because Apollo's own way of names brings code for paths, directives and variables that none of ours has.
  keyArgs: (args, { fieldName }) => (args ? `${fieldName}:${JSON.stringify(Object.fromEntries(keyArgs.filter((name) => name in args).map((name) => [name, args[name]])))}` : fieldName),
  merge: (known, next, { args }) => (known && (args as { after?: string } | null)?.after ? { ...next, edges: [...known.edges, ...next.edges] } : next),
});
