import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { type BallotChangeAnswerFragment, CertifyBallotDocument, CloseBallotDocument, OpenBallotDocument, ScheduleBallotDocument, WithdrawBallotDocument } from '../../gql/graphql.ts';
import { toast } from '../../ui/announce.tsx';

export type Refusal = Extract<BallotChangeAnswerFragment, { __typename: 'BallotRefused' }>;

/** Why an act did not happen: a refusal of the rules, a newer version, or a fault on the way. */
export type Trouble = { kind: 'REFUSED'; refusal: Refusal } | { kind: 'STALE' } | { kind: 'FAILED'; fault: unknown };

export type BallotAct = { act: 'SCHEDULE' | 'OPEN' | 'CERTIFY' | 'WITHDRAW' } | { act: 'CLOSE'; reason: string };

/** Does one thing to a ballot, or several in a row, each on the version the one before left. */
export function useChangeBallot(id: string, onChanged: (done: boolean) => void) {
  const client = useApolloClient();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  const send = async (what: BallotAct, version: number): Promise<BallotChangeAnswerFragment | undefined> => {
    const variables = { id, version };
    switch (what.act) {
      case 'SCHEDULE':
        return (await client.mutate({ mutation: ScheduleBallotDocument, variables })).data?.scheduleBallot;
      case 'OPEN':
        return (await client.mutate({ mutation: OpenBallotDocument, variables })).data?.openBallot;
      case 'CERTIFY':
        return (await client.mutate({ mutation: CertifyBallotDocument, variables })).data?.certifyBallot;
      case 'WITHDRAW':
        return (await client.mutate({ mutation: WithdrawBallotDocument, variables })).data?.withdrawBallot;
      case 'CLOSE':
        return (await client.mutate({ mutation: CloseBallotDocument, variables: { ...variables, reason: what.reason } })).data?.closeBallot;
    }
  };

  const run = async (acts: readonly BallotAct[], version: number, done: string): Promise<boolean> => {
    setBusy(true);
    setTrouble(null);
    let ended = false;
    try {
      for (const what of acts) {
        const answer = await send(what, version);
        if (answer?.__typename === 'BallotRefused') return setTrouble({ kind: 'REFUSED', refusal: answer }), false;
        if (answer?.__typename !== 'BallotChanged') return setTrouble({ kind: 'STALE' }), false;
        version = answer.ballot.version;
      }
      toast(done);
      return (ended = true);
    } catch (fault) {
      setTrouble({ kind: 'FAILED', fault });
      return false;
    } finally {
      setBusy(false);
      onChanged(ended);
    }
  };
  return { run, busy, trouble, forget: () => setTrouble(null) };
}
