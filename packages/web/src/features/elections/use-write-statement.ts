import { useMutation } from '@apollo/client/react';
import { WriteStatementDocument } from '../../gql/graphql.ts';
import { useElectionAct } from './use-election-act.ts';

/** Sends a statement, or the committee's translations of one. */
export function useWriteStatement(onChanged: () => void) {
  const act = useElectionAct(onChanged);
  const [write] = useMutation(WriteStatementDocument);
  const save = (nominationId: string, texts: Readonly<Record<string, string>>, done: string) => act.run(async () => {
    const statement = Object.entries(texts).filter(([, text]) => text.trim() !== '').map(([locale, text]) => ({ locale, text: text.trim() }));
    return (await write({ variables: { input: { nominationId, statement } } })).data?.writeStatement;
  }, done);
  return { ...act, save };
}
