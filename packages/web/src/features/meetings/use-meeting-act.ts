import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import type { PostNoticeMutation } from '../../gql/graphql.ts';
import type { Fault, Meeting } from './meeting.ts';

/** Every act answers alike. */
type Answer = PostNoticeMutation['postNotice'];
export type Refused = Extract<Answer, { __typename: 'MeetingRefused' }>;

/** Why an act did not happen: a refusal of the rules, faults of the words, a newer version, or a fault on the way. */
export type Trouble =
  | { readonly kind: 'REFUSED'; readonly reason: Refused['reason']; readonly about: readonly string[] }
  | { readonly kind: 'FAULTY'; readonly faults: readonly Fault[] }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

/**
 * One thing that somebody who prepares a meeting does to it: busy while it lasts, its trouble kept to be shown. Each
 * answer brings the meeting as it is then, and so the page shows it too.
 */
export function useMeetingAct() {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  /** Resolves with the meeting as it is then, or null when it did not happen. */
  async function run<Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Meeting | null> {
    setBusy(true);
    setTrouble(null);
    try {
      const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
      const [answer] = Object.values((data ?? {}) as Record<string, Answer>);
      if (answer?.__typename === 'MeetingChanged') return answer.meeting;
      if (answer?.__typename === 'MeetingRefused') setTrouble({ kind: 'REFUSED', reason: answer.reason, about: answer.about });
      else if (answer?.__typename === 'MeetingFaulty') setTrouble({ kind: 'FAULTY', faults: answer.faults.map((fault) => ({ ...fault, itemId: fault.itemId ?? null })) });
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

export type MeetingAct = ReturnType<typeof useMeetingAct>;
