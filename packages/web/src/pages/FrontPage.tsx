import { lazy, Suspense } from 'react';
import { BallotList } from '../features/ballots/BallotList.tsx';
import { useLiveBallots } from '../features/ballots/use-live-ballots.ts';
import { Directory } from '../features/directory/Directory.tsx';
import { Home } from '../features/home/Home.tsx';
import { useLiveProposals } from '../features/rounds/use-live-proposals.ts';
import { catalog } from '../i18n/catalogs.ts';
import { firstLocale } from '../i18n/locale-store.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FaultPanel } from '../shell/FaultPanel.tsx';
import { PageSkeleton } from '../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault } from '../shell/use-viewer.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PublicBallots } from './EnvironmentPage.tsx';

const MailboxLink = lazy(() => import('../features/messages/MailboxLink.tsx'));

export const preload = () => catalog('home', firstLocale());

/** Signed in: what needs this person. Signed out: what everybody may read. */
export default function FrontPage() {
  const say = useMessages('home');
  const viewer = useViewer();
  const failed = useViewerFault();
  useLiveBallots(viewer?.environment.id);
  useLiveProposals(viewer?.environment.id);
  if (viewer === undefined && failed) return <FaultPanel fault={failed.fault} onRetry={failed.retry} />;
  if (viewer === undefined) return <PageSkeleton />;
  if (viewer === null) return <Directory only={(slug) => <PublicBallots slug={slug} />} />;
  return (
    <Home
      mailbox={<Suspense fallback={null}><MailboxLink key={viewer.id} /></Suspense>}
      results={({ environment }) => environment.ballots.edges.length
        ? <BallotList ballots={environment.ballots.edges} timeZone={environment.timeZone} />
        : <EmptyState title={say('home.noResults')}>{say('home.noResultsWhy')}</EmptyState>}
    />
  );
}
