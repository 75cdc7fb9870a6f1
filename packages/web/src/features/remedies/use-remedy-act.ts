import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { MeetingFaultCode, RemedyRefusalReason } from '../../gql/graphql.ts';

export interface Fault { readonly field: string; readonly code: MeetingFaultCode; readonly about: readonly string[] }

/** Why an act did not happen: a refusal of the rules, faults of the words, a newer version, or a fault on the way. */
export type Trouble =
  | { readonly kind: 'REFUSED'; readonly reason: RemedyRefusalReason; readonly source: string | null; readonly about: readonly string[] }
  | { readonly kind: 'FAULTY'; readonly faults: readonly Fault[] }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

const NONE: readonly string[] = [];

/** Languages in which something was found to be unsaid. */
export const missingIn = (trouble: Trouble | null): readonly string[] =>
  (trouble?.kind === 'FAULTY' ? trouble.faults.find(({ code }) => code === 'MISSING_LOCALES')?.about : undefined) ?? NONE;

/** Every act answers alike. */
interface Answer {
  readonly __typename: string;
  readonly reason?: RemedyRefusalReason;
  readonly source?: string | null;
  readonly about?: readonly string[];
  readonly faults?: readonly Fault[];
}

/** One act of this room: busy while it lasts, its trouble kept to be shown. The answer brings what was changed, and so the page shows it too. */
export function useRemedyAct() {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  /** Resolves with whether it was done. */
  async function run<Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<boolean> {
    setBusy(true);
    setTrouble(null);
    try {
      const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
      const [answer] = Object.values((data ?? {}) as Record<string, Answer>);
      if (answer?.__typename.endsWith('Changed')) return true;
      if (answer?.reason) setTrouble({ kind: 'REFUSED', reason: answer.reason, source: answer.source ?? null, about: answer.about ?? [] });
      else if (answer?.faults) setTrouble({ kind: 'FAULTY', faults: answer.faults });
      else setTrouble({ kind: 'STALE' });
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
    } finally {
      setBusy(false);
    }
    return false;
  }

  return { run, busy, trouble, forget: () => setTrouble(null) };
}
