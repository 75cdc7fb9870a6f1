import { useApolloClient, useQuery } from '@apollo/client/react';
import type { ApolloClient } from '@apollo/client';
import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { ServerFault } from '../apollo/faults.ts';
import { useLive } from '../apollo/use-live.ts';
import { joined } from '../i18n/joined.ts';
import { LanguageChoice } from '../features/me/LanguageChoice.tsx';
import { SchoolWrites } from '../features/me/SchoolWrites.tsx';
import { ThisDevice } from '../features/me/ThisDevice.tsx';
import { Sessions } from '../features/me/Sessions.tsx';
import { BallotsChangedDocument, MeDocument } from '../gql/graphql.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { FaultPanel } from '../shell/FaultPanel.tsx';
import { Loaded } from '../shell/Loaded.tsx';
import { signOut } from '../shell/session.ts';
import { Button } from '../ui/Button.tsx';
import { Page, Section } from '../ui/Page.tsx';

/** With words of its own, which a phone without network may not have. */
const ChannelChoices = lazy(() => import('../features/messages/ChannelChoices.tsx'));

/** With the words of meetings, which this page does not need to open. */
const OwnCalendar = lazy(() => import('../features/meetings/OwnCalendar.tsx'));

export const preload = (client: ApolloClient) => client.query({ query: MeDocument });

export default function MePage() {
  const say = useMessages();
  const home = useMessages('home');
  const vote = useMessages('vote');
  const client = useApolloClient();
  const [, go] = useLocation();
  const result = useQuery(MeDocument, { fetchPolicy: 'cache-and-network' });
  // Not for the ballots: the server ends it with the session, and so the page hears that it was signed out elsewhere.
  const environmentId = result.data?.viewer?.environment.id;
  useLive(BallotsChangedDocument, environmentId ? { environmentId } : null);
  return (
    <Loaded result={result} title={say('nav.me')}>
      {({ viewer }) => viewer ? (
        <Page title={viewer.person.displayName} tab={say('nav.me')} lead={joined([...viewer.constituencies.map((name) => say(`constituency.${name}`)), ...viewer.roles.map((role) => say(`role.${role}`))])}>
          <LanguageChoice />
          <SchoolWrites />
          <Suspense fallback={null}><ChannelChoices key={viewer.id} /></Suspense>
          <Section title={vote('device.title')}><ThisDevice key={viewer.id} person={viewer.id} /></Section>
          <Section title={home('me.sessions')}><Sessions sessions={viewer.sessions} timeZone={viewer.environment.timeZone} /></Section>
          <Suspense fallback={null}><OwnCalendar key={viewer.id} timeZone={viewer.environment.timeZone} /></Suspense>
          <div><Button kind="secondary" onClick={() => void signOut(client).then(() => go('/'), () => {})}>{say('signOut')}</Button></div>
        </Page>
      ) : <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch()} />}
    </Loaded>
  );
}
