import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { DraftBallotDocument, type EditedBallotFragment, ReviseBallotDocument } from '../../gql/graphql.ts';
import { type Draft, toInput } from './draft.ts';
import type { Fault } from './faults.ts';

export type Saved =
  | { kind: 'SAVED'; ballot: EditedBallotFragment }
  | { kind: 'FAULTY'; faults: readonly Fault[] }
  | { kind: 'STALE'; ballot: EditedBallotFragment }
  | { kind: 'FAILED'; fault: unknown };

/** Saves what is in the form as a draft: a new one, or the version that was read. */
export function useSaveBallot(environmentId: string, timeZone: string) {
  const [draft] = useMutation(DraftBallotDocument);
  const [revise] = useMutation(ReviseBallotDocument);
  const [busy, setBusy] = useState(false);
  const save = async (form: Draft, known: { id: string; version: number } | null): Promise<Saved> => {
    setBusy(true);
    try {
      const input = toInput(form, environmentId, timeZone);
      const answer = known
        ? (await revise({ variables: { id: known.id, version: known.version, input } })).data?.reviseBallot
        : (await draft({ variables: { input } })).data?.draftBallot;
      switch (answer?.__typename) {
        case 'BallotSaved':
          return { kind: 'SAVED', ballot: answer.ballot };
        case 'BallotFaulty':
          return { kind: 'FAULTY', faults: answer.faults };
        case 'BallotStale':
          return { kind: 'STALE', ballot: answer.ballot };
        default:
          return { kind: 'FAILED', fault: new Error('no answer') };
      }
    } catch (fault) {
      return { kind: 'FAILED', fault };
    } finally {
      setBusy(false);
    }
  };
  return { save, busy };
}
