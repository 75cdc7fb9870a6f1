import { useQuery } from '@apollo/client/react';
import { HomeDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import type { HomeQuery } from '../../gql/graphql.ts';
import type { ReactNode } from 'react';
import { Link } from '../../ui/Link.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Needs } from './Needs.tsx';
import css from './Needs.module.css';

type Seen = NonNullable<HomeQuery['viewer']>;

/** "What needs you". The way to the mailbox and the list of results are composed in by the page, for they belong to other rooms. */
export function Home({ mailbox, results }: { mailbox: ReactNode; results: (viewer: Seen) => ReactNode }) {
  const say = useMessages('home');
  const result = useQuery(HomeDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} title={say('home.title')}>
      {({ viewer }) => viewer && (
        <Page title={say('home.title')}>
          <Needs needs={viewer.needs} timeZone={viewer.environment.timeZone} />
          <div className={css['mailbox']}>{mailbox}</div>
          <p className={css['ways']}><Link href="/bodies">{say('home.bodies')}</Link><Link href="/actions">{say('home.actions')}</Link><Link href="/recommendations">{say('home.recommendations')}</Link></p>
          <Section title={say('home.results')}>{results(viewer)}</Section>
        </Page>
      )}
    </Loaded>
  );
}
