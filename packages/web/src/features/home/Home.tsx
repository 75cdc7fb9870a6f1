import { useQuery } from '@apollo/client/react';
import { HomeDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import type { HomeQuery } from '../../gql/graphql.ts';
import type { ReactNode } from 'react';
import { Page, Section } from '../../ui/Page.tsx';
import { Needs } from './Needs.tsx';

type Seen = NonNullable<HomeQuery['viewer']>;

/** "What needs you". The list of results is composed in by the page, for it belongs to another room. */
export function Home({ results }: { results: (viewer: Seen) => ReactNode }) {
  const say = useMessages('home');
  const result = useQuery(HomeDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} title={say('home.title')}>
      {({ viewer }) => viewer && (
        <Page title={say('home.title')}>
          <Needs needs={viewer.needs} timeZone={viewer.environment.timeZone} />
          <Section title={say('home.results')}>{results(viewer)}</Section>
        </Page>
      )}
    </Loaded>
  );
}
