import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { CertifyRosterMutation } from '../../gql/graphql.ts';
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

  /** Resolves with the body as it is then, or null when it did not happen. */
  async function run<Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Body | null> {
    setBusy(true);
    setTrouble(null);
    try {
      const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
      const [answer] = Object.values((data ?? {}) as Record<string, Answer>);
      if (answer?.__typename === 'BodyChanged') return answer.body;
      if (answer?.__typename === 'BodyRefused') setTrouble({ kind: 'REFUSED', reason: answer.reason, about: answer.about, body: answer.body });
      else if (answer?.__typename === 'BodyFaulty') setTrouble({ kind: 'FAULTY', faults: answer.faults });
      else setTrouble({ kind: 'STALE' });
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
    } finally {
      setBusy(false);
    }
    return null;
  }

  return { run, busy, trouble, forget: () => setTrouble(null) };
}

export type BodyAct = ReturnType<typeof useBodyAct>;
