import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { MinutesAnswerFragment } from '../../gql/graphql.ts';
import type { Refused } from './minutes.ts';

/** Why an act did not happen: the rules, the input, a newer version, or a fault on the way. */
export type Trouble =
  | { readonly kind: 'REFUSED'; readonly refusals: Refused['refusals'] }
  | { readonly kind: 'FAULTY' }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

/** One thing that somebody does to minutes: busy while it lasts, its trouble kept to be shown. The answer brings the minutes as they are then. */
export function useMinutesAct() {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  /** Whether it was done. */
  async function run<Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<boolean> {
    setBusy(true);
    setTrouble(null);
    try {
      const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
      const [answer] = Object.values((data ?? {}) as Record<string, MinutesAnswerFragment>);
      if (answer?.__typename === 'MinutesChanged') return true;
      setTrouble(answer?.__typename === 'MinutesRefused' ? { kind: 'REFUSED', refusals: answer.refusals } : { kind: answer?.__typename === 'MinutesFaulty' ? 'FAULTY' : 'STALE' });
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
    } finally {
      setBusy(false);
    }
    return false;
  }

  return { run, busy, trouble, forget: () => setTrouble(null) };
}
