import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { DirectoryDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import css from './Directory.module.css';

/** Every environment of this server; with only one, its own page stands here instead. */
export function Directory({ only }: { only: (slug: string) => ReactNode }) {
  const say = useMessages();
  const home = useMessages('home');
  const result = useQuery(DirectoryDocument);
  return (
    <Loaded result={result}>
      {({ environments: { edges, pageInfo } }) => {
        const [first] = edges;
        if (first && edges.length === 1) return only(first.node.slug);
        return (
          <Page title={home('directory.title')} lead={home('directory.lead')}>
            {!first && <EmptyState title={home('directory.none')}>{home('directory.noneWhy')}</EmptyState>}
            <Stack as="ul" gap={3}>
                {edges.map(({ node }) => (
                  <Card as="li" key={node.id} className={css['row']}>
                    <h2 className={css['name']}><Link href={`/e/${node.slug}`}>{node.name}</Link></h2>
                    <p className={css['about']}>{node.school.name} · {home('directory.students', { count: node.studentCount })}</p>
                  </Card>
                ))}
              </Stack>
            <ShowMore label={say('showMore')} busy={result.loading} shown={pageInfo.hasNextPage} onPress={() => void result.fetchMore({ variables: { after: pageInfo.endCursor } })} />
          </Page>
        );
      }}
    </Loaded>
  );
}
