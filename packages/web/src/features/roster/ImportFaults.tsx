import { useQuery } from '@apollo/client/react';
import { RosterFaultsDocument, type RosterFaultLevel } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { faultWords } from './fault-words.ts';
import css from './Roster.module.css';

const PAGE = 100;

export function ImportFaults({ id, level }: { id: string; level: RosterFaultLevel }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const result = useQuery(RosterFaultsDocument, { variables: { id, first: PAGE, level }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const more = (after: string | null) =>
    void result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { rosterImport: next } }) =>
        next && before.rosterImport ? { rosterImport: { ...before.rosterImport, faults: { ...next.faults, edges: [...before.rosterImport.faults.edges, ...next.faults.edges] } } } : before,
    }).catch(() => {});
  return (
    <Loaded result={result}>
      {({ rosterImport }) => rosterImport && (
        <Stack gap={4}>
          <ul>
            {rosterImport.faults.edges.map(({ cursor, node }) => {
              const words = faultWords(staff, node);
              return (
                <li key={cursor} className={css['fault']}>
                  <span className={css['place']}>{node.line === null ? node.file : staff('import.place', { file: node.file, line: node.line })}</span>
                  <span>{words.text}</span>
                  {words.about && <span className={css['note']}>{words.about}</span>}
                </li>
              );
            })}
          </ul>
          <ShowMore shown={rosterImport.faults.pageInfo.hasNextPage} busy={result.loading} label={say('showMore')} onPress={() => more(rosterImport.faults.pageInfo.endCursor)} />
        </Stack>
      )}
    </Loaded>
  );
}
