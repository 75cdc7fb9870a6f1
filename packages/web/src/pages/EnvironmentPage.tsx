import type { ApolloClient } from '@apollo/client';
import { lazy, Suspense } from 'react';
import { BallotList } from '../features/ballots/BallotList.tsx';
import { useLiveBallots } from '../features/ballots/use-live-ballots.ts';
import { PublicElections } from '../features/elections/PublicElections.tsx';
import { type Environment, PublicEnvironment } from '../features/directory/PublicEnvironment.tsx';
import { PublicEnvironmentDocument } from '../gql/graphql.ts';
import { useMessages } from '../i18n/use-messages.ts';
import type { Params } from '../page-module.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Page.tsx';

/** Not on a voter's way, so their words come last. */
const PublicMeetings = lazy(() => import('../features/meetings/PublicMeetings.tsx'));
const PublicDecisions = lazy(() => import('../features/decisions/PublicDecisions.tsx'));
const PublicBodies = lazy(() => import('../features/bodies/PublicBodies.tsx'));

export const preload = (client: ApolloClient, { slug = '' }: Params) => client.query({ query: PublicEnvironmentDocument, variables: { slug } });

export default function EnvironmentPage({ params: { slug = '' } }: { params: Params }) {
  return <PublicBallots key={slug} slug={slug} />;
}

/** The public page of one environment, live. */
export const PublicBallots = ({ slug }: { slug: string }) => <PublicEnvironment slug={slug}>{(environment) => <Ballots environment={environment} />}</PublicEnvironment>;

function Ballots({ environment: { id, timeZone, open, decided } }: { environment: Environment }) {
  const say = useMessages('home');
  useLiveBallots(id);
  return (
    <>
      <Section title={say('public.open')}>
        {open.edges.length ? <BallotList ballots={open.edges} timeZone={timeZone} /> : <EmptyState title={say('public.noOpen')}>{say('public.noOpenWhy')}</EmptyState>}
      </Section>
      <PublicElections environmentId={id} />
      <Suspense fallback={null}><PublicMeetings environmentId={id} timeZone={timeZone} /></Suspense>
      <Section title={say('public.decided')}>
        {decided.edges.length ? <BallotList ballots={decided.edges} timeZone={timeZone} /> : <EmptyState title={say('public.noDecided')}>{say('public.noDecidedWhy')}</EmptyState>}
      </Section>
      <Suspense fallback={null}><PublicDecisions environmentId={id} timeZone={timeZone} /></Suspense>
      <Suspense fallback={null}><PublicBodies environmentId={id} /></Suspense>
    </>
  );
}
