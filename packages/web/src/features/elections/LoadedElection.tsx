import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { ElectionPageDocument } from '../../gql/graphql.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import type { ElectionShown } from './view.ts';

/** An election as this viewer may see it, or the page that says it is not here. */
export function LoadedElection({ id, children }: { id: string; children: (election: ElectionShown, refetch: () => void) => ReactNode }) {
  const result = useQuery(ElectionPageDocument, { variables: { id } });
  const refetch = () => void result.refetch().catch(() => {});
  return (
    <Loaded result={result}>
      {({ election }) => election ? children(election, refetch) : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={refetch} />}
    </Loaded>
  );
}
