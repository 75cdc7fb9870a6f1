import { useState } from 'react';
import type { ElectionAnswerFragment, ElectionRefusal } from '../../gql/graphql.ts';
import { toast } from '../../ui/announce.tsx';

/** Why an act did not happen: a refusal of the rules, a newer version, or a fault on the way. */
export type ElectionTrouble =
  | { readonly kind: 'REFUSED'; readonly reason: ElectionRefusal; readonly about: readonly string[] }
  | { readonly kind: 'STALE' }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

/** What each of the acts answers; a seat that is declared vacant, its body. */
type Answer = ElectionAnswerFragment | { readonly __typename?: 'ElectionFaulty' | 'BodyChanged' } | undefined;

/** One act on an election at a time: its answer in words, then the page asked for anew. */
export function useElectionAct(onChanged: () => void) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<ElectionTrouble | null>(null);

  const run = async (send: () => Promise<Answer>, done: string): Promise<boolean> => {
    setBusy(true);
    setTrouble(null);
    try {
      const answer = await send();
      if (answer?.__typename === 'ElectionRefused') return setTrouble({ kind: 'REFUSED', reason: answer.reason, about: answer.about }), false;
      if (answer?.__typename === 'ElectionStale' || answer === undefined) return setTrouble({ kind: 'STALE' }), false;
      if (answer.__typename === 'ElectionFaulty') return setTrouble({ kind: 'FAILED', fault: new Error('faulty') }), false;
      toast(done);
      return true;
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
      return false;
    } finally {
      setBusy(false);
      onChanged();
    }
  };
  return { run, busy, trouble, forget: () => setTrouble(null) };
}
