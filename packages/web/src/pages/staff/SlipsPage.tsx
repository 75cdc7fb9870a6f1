import { useQuery } from '@apollo/client/react';
import { useSearch } from 'wouter';
import { ServerFault } from '../../apollo/faults.ts';
import type { Place } from '../../features/slips/place.ts';
import { SlipMaker } from '../../features/slips/SlipMaker.tsx';
import { toRecipient } from '../../features/slips/read-recipients.ts';
import { SlipRecipientDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { StaffGate } from './StaffGate.tsx';

export default function SlipsPage() {
  const staff = useMessages('staff');
  const personId = new URLSearchParams(useSearch()).get('person');
  return (
    <StaffGate can="makeSlips">
      {({ environment }) => {
        const place: Place = { id: environment.id, name: environment.name, timeZone: environment.timeZone, administers: environment.viewerCan.administer };
        if (personId) return <OneSlip key={personId} personId={personId} place={place} />;
        return <Page title={staff('slips.title')} over={environment.name} lead={staff('slips.lead')}><SlipMaker place={place} only={null} /></Page>;
      }}
    </StaffGate>
  );
}

/** A new letter for one person: the lost one stops working. */
function OneSlip({ personId, place }: { personId: string; place: Place }) {
  const staff = useMessages('staff');
  const result = useQuery(SlipRecipientDocument, { variables: { id: personId, environmentId: place.id }, fetchPolicy: 'network-only' });
  return (
    <Loaded result={result}>
      {({ person, environment }) => {
        if (!person?.active || !environment) return <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch()} />;
        return (
          <Page title={staff('slips.oneTitle', { name: person.displayName })} over={<Link href={`/people/${person.id}`}>{person.displayName}</Link>} lead={staff('slips.oneLead')}>
            <SlipMaker place={place} only={{ school: environment.school.name, person: toRecipient(person), working: person.slips.filter(slip => slip.usable).length }} />
          </Page>
        );
      }}
    </Loaded>
  );
}
