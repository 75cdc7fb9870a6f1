import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { BallotOffice } from '../../features/ballot-office/BallotOffice.tsx';
import { ResultSheetHead, ResultSheetFoot } from '../../features/ballot-office/ResultSheet.tsx';
import { EnterPrinted } from '../../features/printed-ballots/EnterPrinted.tsx';
import { GivePrinted } from '../../features/printed-ballots/GivePrinted.tsx';
import { PrintedRecord } from '../../features/printed-ballots/PrintedRecord.tsx';
import ResultView from '../../features/ballots/ResultView.tsx';
import { Turnout } from '../../features/ballots/Turnout.tsx';
import { BallotOfficeDocument, PrintedBallotsDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { StaffGate } from './StaffGate.tsx';

const VOTED: readonly string[] = ['OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED'];

export default function BallotOfficePage({ params: { id = '' } }: { params: Params }) {
  return <StaffGate can="certifyBallots">{viewer => <Office id={id} viewerId={viewer.person.id} />}</StaffGate>;
}

/** What is kept of printed ballots is the committee's alone, and asked for apart from what everybody sees live. */
function Printed({ id, onChanged }: { id: string; onChanged: () => void }) {
  const { data, refetch } = useQuery(PrintedBallotsDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const changed = () => {
    void refetch().catch(() => {});
    onChanged();
  };
  const ballot = data?.ballot;
  if (!ballot?.printed) return null;
  if (ballot.state === 'OPEN') return <GivePrinted ballot={ballot} onChanged={changed} />;
  if (ballot.printed.constituencies.length === 0) return null;
  return ballot.state === 'CLOSED' ? <EnterPrinted ballot={ballot} onChanged={changed} /> : <PrintedRecord ballot={ballot} />;
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
            printed={ballot.secrecy === 'SECRET' && <Printed id={ballot.id} onChanged={refetch} />} awaited={ballot.printed?.awaited ?? false}
            result={ballot.result && <><ResultSheetHead ballot={ballot} /><ResultView ballot={ballot} result={ballot.result} /><ResultSheetFoot ballot={ballot} /></>}
          />
        );
      }}
    </Loaded>
  );
}
