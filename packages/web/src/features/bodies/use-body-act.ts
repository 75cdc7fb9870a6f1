import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { BodyPageDocument, type CertifyRosterMutation, DeclareVacancyDocument } from '../../gql/graphql.ts';
import type { Body } from './body.ts';

/** Every act answers alike. */
type Answer = CertifyRosterMutation['certifyRoster'];
export type Refused = Extract<Answer, { __typename: 'BodyRefused' }>;
export interface Fault { readonly field: string; readonly code: string }

/** Why an act did not happen: a refusal of the rules, faults of the words, a newer version, or a fault on the way. */
export type Trouble =
  | { readonly kind: 'REFUSED'; readonly reason: Refused['reason']; readonly about: readonly string[]; readonly body: Body }
  | { readonly kind: 'FAULTY'; readonly faults: readonly Fault[] }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

/**
 * One thing a keeper does to a body: busy while it lasts, its trouble kept to be shown. Each answer brings the body as it
 * is then, and so the page shows it too.
 */
export function useBodyAct() {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function doing<T>(act: () => Promise<T | null>): Promise<T | null> {
    setBusy(true);
    setTrouble(null);
    try {
      return await act();
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
      return null;
    } finally {
      setBusy(false);
    }
  }

  /** Resolves with the body as it is then, or null when it did not happen. */
  const run = <Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Body | null> => doing(async () => {
    const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
    const [answer] = Object.values((data ?? {}) as Record<string, Answer>);
    if (answer?.__typename === 'BodyChanged') return answer.body;
    if (answer?.__typename === 'BodyRefused') setTrouble({ kind: 'REFUSED', reason: answer.reason, about: answer.about, body: answer.body });
    else if (answer?.__typename === 'BodyFaulty') setTrouble({ kind: 'FAULTY', faults: answer.faults });
    else setTrouble({ kind: 'STALE' });
    return null;
  });

  /** Answers with the seat alone: its body is read anew. */
  const vacate = (bodyId: string, id: string, reason: string): Promise<Body | null> => doing(async () => {
    await client.mutate({ mutation: DeclareVacancyDocument, variables: { id, reason } });
    const { data } = await client.query({ query: BodyPageDocument, variables: { id: bodyId }, fetchPolicy: 'network-only' });
    return data?.body ?? null;
  });

  return { run, vacate, busy, trouble, forget: () => setTrouble(null) };
}

export type BodyAct = ReturnType<typeof useBodyAct>;
