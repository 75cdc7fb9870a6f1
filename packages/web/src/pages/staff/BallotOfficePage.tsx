import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { BallotOffice } from '../../features/ballot-office/BallotOffice.tsx';
import { ResultSheetHead, ResultSheetFoot } from '../../features/ballot-office/ResultSheet.tsx';
import ResultView from '../../features/ballots/ResultView.tsx';
import { Turnout } from '../../features/ballots/Turnout.tsx';
import { BallotOfficeDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { StaffGate } from './StaffGate.tsx';

const VOTED: readonly string[] = ['OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED'];

export default function BallotOfficePage({ params: { id = '' } }: { params: Params }) {
  return <StaffGate can="certifyBallots">{viewer => <Office id={id} viewerId={viewer.person.id} />}</StaffGate>;
}

function Office({ id, viewerId }: { id: string; viewerId: string }) {
  const say = useMessages();
  const result = useQuery(BallotOfficeDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const refetch = () => void result.refetch().catch(() => {});
  return (
    <Loaded result={result} title={say('ballot.office')}>
      {({ ballot }) => {
        if (!ballot) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={refetch} />;
        return (
          <BallotOffice
            key={ballot.id} ballot={ballot} viewerId={viewerId} onChanged={refetch} turnout={VOTED.includes(ballot.state) && <Turnout ballot={ballot} />}
            result={ballot.result && <><ResultSheetHead ballot={ballot} /><ResultView ballot={ballot} result={ballot.result} /><ResultSheetFoot ballot={ballot} /></>}
          />
        );
      }}
    </Loaded>
  );
}
