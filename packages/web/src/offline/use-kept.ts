import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useEffect, useState } from 'react';
import { hashOf } from '../apollo/document-id.ts';
import { faultCode } from '../apollo/faults.ts';
import { readAsPublic } from './read-as-public.ts';
import { type Copy, copyOf, dropCopy, keepCopy } from '../lib/copy-store.ts';
import { keepCode } from './keep-code.ts';

/** Long enough for the page itself to have the line first. */
const LATER_MS = 2000;

interface Result<Data> { data?: Data | undefined; error?: unknown; loading: boolean; refetch: () => unknown }

/**
 * Keeps what a public page shows, as anybody reads it, and gives it back when the server cannot be reached: `copiedAt` says
 * of when it is then, and is null otherwise. Every fragment of the query is spread with `@unmask`: a copy is in no cache.
 */
export function useKept<Data, Variables extends OperationVariables>(
  query: TypedDocumentNode<Data, Variables>, variables: Variables, result: Result<Data>,
): { readonly result: Result<Data>; readonly copiedAt: number | null } {
  // Another build may ask for other fields: its documents have other hashes, and find no copy.
  const key = `${hashOf(query)} ${JSON.stringify(variables)}`;
  const [found, find] = useState<{ readonly key: string; readonly copy: Copy | null } | null>(null);
  const { data, error, loading } = result;
  const isAway = data == null && !loading && error !== undefined && faultCode(error) === 'UNREACHABLE';
  useEffect(() => {
    if (isAway) void copyOf(key, Date.now()).then((copy) => find({ key, copy }));
  }, [isAway, key]);
  useEffect(() => {
    if (data == null || loading || error !== undefined) return;
    const timer = setTimeout(() => void keep(key, query as TypedDocumentNode<unknown, never>, variables).catch(() => {}), LATER_MS);
    return () => clearTimeout(timer);
    // The key says both.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [data, loading, error, key]);
  if (!isAway) return { result, copiedAt: null };
  if (found?.key !== key) return { result: { ...result, loading: true }, copiedAt: null };
  return found.copy ? { result: { ...result, data: found.copy.data as Data }, copiedAt: found.copy.at } : { result, copiedAt: null };
}

async function keep(key: string, query: TypedDocumentNode<unknown, never>, variables: OperationVariables): Promise<void> {
  const data = await readAsPublic(query, variables);
  if (data === null) return;
  // What the public does not see, or no more, is not kept either.
  if (Object.values(data as Record<string, unknown>).some((each) => each === null)) return dropCopy(key);
  await keepCopy({ key, at: Date.now(), data });
  await keepCode();
}
