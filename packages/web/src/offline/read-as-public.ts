import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { asked } from '../apollo/document-id.ts';

/** What somebody who is not signed in reads of the same; null when the server does not answer, or with a fault. */
export async function readAsPublic<Data>(query: TypedDocumentNode<Data, never>, variables: OperationVariables): Promise<Data | null> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
      credentials: 'omit',
      body: JSON.stringify({ ...asked({ query }), variables }),
    });
    const { data, errors } = await response.json() as { data?: Data | null; errors?: unknown };
    return errors ? null : data ?? null;
  } catch {
    return null;
  }
}
