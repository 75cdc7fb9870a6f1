import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { type ActionAnswerFragment, type ActionItemRevisionInput, DropActionDocument, FinishActionDocument, ReopenActionDocument, ReviseActionDocument } from '../../gql/graphql.ts';
import { type NamedStudent, namedIn } from '../../lib/student-names.ts';
import type { Action } from './words.ts';

/** Why nothing happened: it changed meanwhile (and is shown as it is now), the rules, the words, a student named in them, or a fault on the way. */
export type Trouble =
  | { readonly kind: 'STALE' | 'REFUSED' | 'MINUTES_APPROVED' | 'FAULTY' }
  | { readonly kind: 'NAMED'; readonly named: readonly NamedStudent[] }
  | { readonly kind: 'FAILED'; readonly fault: unknown };

export type Act =
  | { readonly act: 'FINISH' | 'DROP'; readonly note: string | null; readonly keepNames?: boolean }
  | { readonly act: 'REOPEN' }
  | { readonly act: 'REVISE'; readonly input: ActionItemRevisionInput };

/** Of the reasons for a no, the one that says what to do next. */
export const refusalOf = (reason: string | undefined): 'MINUTES_APPROVED' | 'REFUSED' => (reason === 'MINUTES_APPROVED' ? 'MINUTES_APPROVED' : 'REFUSED');

/** What is wrong with words that were sent. */
export function troubleOf(faults: Parameters<typeof namedIn>[0]): { readonly kind: 'FAULTY' } | { readonly kind: 'NAMED'; readonly named: readonly NamedStudent[] } {
  const named = namedIn(faults);
  return named.length > 0 && faults.every(({ code }) => code === 'STUDENT_NAMED') ? { kind: 'NAMED', named } : { kind: 'FAULTY' };
}

/** What was done last, and what takes it back; null where the old owner is not known to who would take it back. */
export interface Done {
  readonly act: Act['act'];
  readonly action: Action;
  readonly back: Act | null;
}

/** Acts on action items outside the room, one at a time, each with its way back. */
export function useAction(onTurned: () => void) {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<(Trouble & { readonly id: string }) | null>(null);
  const [done, setDone] = useState<Done | null>(null);

  const send = async <Data, Variables extends OperationVariables>(mutation: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<ActionAnswerFragment | undefined> => {
    const { data } = await client.mutate({ mutation: mutation as TypedDocumentNode<Data>, variables: variables as OperationVariables });
    return Object.values((data ?? {}) as Record<string, ActionAnswerFragment>)[0];
  };

  function answerOf({ id: actionId, version }: Action, act: Act) {
    switch (act.act) {
      case 'FINISH': return send(FinishActionDocument, { actionId, version, note: act.note, keepNames: act.keepNames ?? false });
      case 'DROP': return send(DropActionDocument, { actionId, version, note: act.note, keepNames: act.keepNames ?? false });
      case 'REOPEN': return send(ReopenActionDocument, { actionId, version });
      case 'REVISE': return send(ReviseActionDocument, { actionId, version, input: act.input });
    }
  }

  /** Whether it was done. */
  async function run(action: Action, act: Act, isUndo = false): Promise<boolean> {
    setBusy(true);
    setTrouble(null);
    setDone(null);
    try {
      const answer = await answerOf(action, act);
      if (answer?.__typename === 'ActionChanged') {
        setDone(isUndo ? null : { act: act.act, action: answer.action, back: backFrom(action, act) });
        onTurned();
        return true;
      }
      setTrouble({ id: action.id, ...(answer?.__typename === 'ActionFaulty' ? troubleOf(answer.faults) : { kind: answer?.__typename === 'ActionRefused' ? refusalOf(answer.reason) : 'STALE' }) });
    } catch (fault) {
      setTrouble({ id: action.id, kind: 'FAILED', fault });
    } finally {
      setBusy(false);
    }
    return false;
  }

  const undo = () => (done?.back ? run(done.action, done.back, true) : Promise.resolve(false));
  return { run, undo, busy, trouble, done, forget: () => setTrouble(null) };
}

export type ActionActs = ReturnType<typeof useAction>;

function backFrom({ state, note, title, ownerId, due }: Action, { act }: Act): Act | null {
  if (act === 'FINISH' || act === 'DROP') return { act: 'REOPEN' };
  if (act === 'REOPEN') return { act: state === 'DONE' ? 'FINISH' : 'DROP', note: note ?? null, keepNames: true };
  // What stands there already was told of when it was written.
  return ownerId ? { act: 'REVISE', input: { title, ownerId, due: due ?? null, keepNames: true } } : null;
}
