import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { OpenProposalMutation } from '../../gql/graphql.ts';
import { toast } from '../../ui/announce.tsx';

/** Every act answers alike. */
type Answer = OpenProposalMutation['openProposal'];
type Acted = Extract<Answer, { __typename: 'ProposalChanged' }>['proposal'];

/** Why an act did not happen: a refusal of the rules, faults of the words, a newer version, or a fault on the way. */
export type Trouble =
  | { readonly kind: 'REFUSED'; readonly reason: Extract<Answer, { __typename: 'ProposalRefused' }>['reason']; readonly about: readonly string[] }
  | { readonly kind: 'FAULTY'; readonly faults: readonly { readonly field: string; readonly code: string }[] }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

/** One thing a person does to a proposal: busy while it lasts, its trouble kept to be shown, said when done. */
export function useProposalAct(onChanged?: () => void) {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  /** Resolves with the proposal as it is then, or null when it did not happen. `done` is said to everybody on the page. */
  async function run<Data, Variables extends OperationVariables>(
    mutation: TypedDocumentNode<Data, Variables>, variables: Variables, done: string,
  ): Promise<Acted | null> {
    setBusy(true);
    setTrouble(null);
    try {
      const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
      const [answer] = Object.values((data ?? {}) as Record<string, Answer>);
      if (answer?.__typename === 'ProposalChanged') {
        if (done) toast(done);
        return answer.proposal;
      }
      if (answer?.__typename === 'ProposalRefused') setTrouble({ kind: 'REFUSED', reason: answer.reason, about: answer.about });
      else if (answer?.__typename === 'ProposalFaulty') setTrouble({ kind: 'FAULTY', faults: answer.faults });
      else setTrouble({ kind: 'STALE' });
      return null;
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
      return null;
    } finally {
      setBusy(false);
      onChanged?.();
    }
  }
  return { run, busy, trouble, forget: () => setTrouble(null) };
}
