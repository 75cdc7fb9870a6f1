import { useQuery } from '@apollo/client/react';
import { RosterImportsDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { countOf } from './ImportCounts.tsx';
import css from './Roster.module.css';

const KINDS = { READING: 'live', PREVIEWED: 'warn', COMMITTING: 'live', COMMITTED: 'done', FAILED: 'warn', DISCARDED: 'plain' } as const;

/** Imports so far, the newest first. */
export function ImportHistory({ environmentId, timeZone }: { environmentId: string; timeZone: string }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const result = useQuery(RosterImportsDocument, { variables: { id: environmentId, first: 10 }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const more = (after: string | null) =>
    void result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { environment: next } }) =>
        next && before.environment ? { environment: { ...before.environment, rosterImports: { ...next.rosterImports, edges: [...before.environment.rosterImports.edges, ...next.rosterImports.edges] } } } : before,
    }).catch(() => {});
  return (
    <Section title={staff('import.history')}>
      <Loaded part result={result}>
        {({ environment }) => {
          const imports = environment?.rosterImports;
          if (!imports || imports.edges.length === 0) return <EmptyState title={staff('import.noHistory')} />;
          return (
            <Stack gap={3}>
              <ul>
                {imports.edges.map(({ node }) => (
                  <li key={node.id} className={css['line']}>
                    <span className={css['grow']}>
                      <Link href={`/import/${node.id}`}>{node.fileName}</Link>
                      <span className={css['note']}>{dates.dayTime(node.startedAt)}</span>
                    </span>
                    <span className={css['note']}>{node.faultCount > 0 ? staff('import.tab.faults', { count: node.faultCount }) : staff('import.sum.ADD', { count: countOf(node, 'PERSON', 'ADD') })}</span>
                    <Badge kind={KINDS[node.state]}>{staff(`import.state.${node.state}`)}</Badge>
                  </li>
                ))}
              </ul>
              <ShowMore shown={imports.pageInfo.hasNextPage} busy={result.loading} label={say('showMore')} onPress={() => more(imports.pageInfo.endCursor)} />
            </Stack>
          );
        }}
      </Loaded>
    </Section>
  );
}
