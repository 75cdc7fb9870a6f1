import type { ApolloClient } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { DemandForm } from '../../features/remedies/DemandForm.tsx';
import { DemandSent } from '../../features/remedies/DemandSent.tsx';
import { DemandTerms } from '../../features/remedies/DemandTerms.tsx';
import { DemandPageDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import type { Params } from '../../page-module.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: DemandPageDocument, variables: { id } });

/** For anybody, without an account: demands that something done at a held meeting be looked at again. */
export default function DemandPage({ params: { id = '' } }: { params: Params }) {
  const say = useMessages('remedies');
  const [sent, send] = useState<string | null>(null);
  const result = useQuery(DemandPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} title={say('remedies.demand.title')}>
      {({ meeting }) => meeting ? (
        <Page title={say('remedies.demand.title')} lead={sent === null && say('remedies.demand.lead')} over={<><LocalText of={meeting.body.name} /><Link href={`/meetings/${meeting.id}`}><LocalText of={meeting.title} /></Link></>}>
          {sent !== null ? <DemandSent secret={sent} /> : (
            <Stack gap={5}>
              <DemandTerms terms={meeting.demandTerms} timeZone={meeting.environment.timeZone} />
              {meeting.demandTerms.open && <DemandForm meetingId={meeting.id} items={meeting.sitting?.items ?? []} onSent={send} />}
            </Stack>
          )}
        </Page>
      ) : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
