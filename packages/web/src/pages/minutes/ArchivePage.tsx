import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { ServerFault } from '../../apollo/faults.ts';
import { Archive, type ArchiveChoice } from '../../features/minutes/Archive.tsx';
import { ArchivePlaceDocument, ArchivePlacesDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault } from '../../shell/use-viewer.ts';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';

/** The archive of one environment: that of the address, of the body in it, or the reader's own. */
export default function ArchivePage() {
  const asked = new URLSearchParams(useSearch());
  const viewer = useViewer();
  const failed = useViewerFault();
  const [environment, body] = [asked.get('e'), asked.get('body')];
  if (environment) return <Kept environmentId={environment} />;
  if (body) return <OfBody bodyId={body} />;
  if (viewer) return <Kept environmentId={viewer.environment.id} />;
  if (viewer === undefined) return failed ? <FaultPanel fault={failed.fault} onRetry={failed.retry} /> : <PageSkeleton />;
  return <Places />;
}

function OfBody({ bodyId }: { bodyId: string }) {
  const result = useQuery(ArchivePlaceDocument, { variables: { bodyId } });
  return (
    <Loaded result={result}>
      {({ body }) => body ? <Kept environmentId={body.environment.id} /> : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}

/** The search lives in the address: it can be sent to others, and going back finds it as it was. */
function Kept({ environmentId }: { environmentId: string }) {
  const [choice, set] = useState<ArchiveChoice>(() => {
    const asked = new URLSearchParams(location.search);
    return { text: asked.get('q') ?? '', bodyId: asked.get('body') ?? '', year: /^\d{4}$/.exec(asked.get('year') ?? '')?.[0] ?? '' };
  });
  const choose = (next: ArchiveChoice) => {
    const asked = new URLSearchParams({ e: environmentId, ...(next.text && { q: next.text }), ...(next.bodyId && { body: next.bodyId }), ...(next.year && { year: next.year }) });
    history.replaceState(history.state, '', `/minutes?${asked.toString()}`);
    set(next);
  };
  return <Archive environmentId={environmentId} choice={choice} onChoice={choose} />;
}

/** Signed out, and nothing says whose: everybody chooses. With one environment there is nothing to choose. */
function Places() {
  const say = useMessages('minutes');
  const result = useQuery(ArchivePlacesDocument);
  return (
    <Loaded result={result} title={say('archive.title')}>
      {({ environments: { edges } }) => {
        const [only, ...others] = edges;
        if (only && others.length === 0) return <Kept environmentId={only.node.id} />;
        return (
          <Page title={say('archive.title')} lead={say('archive.places')}>
            {edges.length === 0 && <EmptyState title={say('archive.empty')} />}
            <Stack as="ul" gap={3}>
              {edges.map(({ node: { id, name, school } }) => <Card as="li" key={id}><p>{school.name}</p><h2><Link href={`/minutes?e=${id}`}>{name}</Link></h2></Card>)}
            </Stack>
          </Page>
        );
      }}
    </Loaded>
  );
}
