import { useQuery } from '@apollo/client/react';
import { RosterRowsDocument, type RowEffect } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { Table } from '../../ui/Table.tsx';

const PAGE = 100;
const FIELDS = ['active', 'givenName', 'familyName', 'email', 'phone', 'locale', 'grade', 'englishLearner', 'householdId', 'constituencies', 'guardians', 'students'] as const;

export function ImportRows({ id, effect }: { id: string; effect: RowEffect }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const result = useQuery(RosterRowsDocument, { variables: { id, first: PAGE, effect }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const field = (name: string) => {
    const known = FIELDS.find(each => each === name);
    return known ? staff(`import.field.${known}`) : name;
  };
  const more = (after: string | null) =>
    void result.fetchMore({
      variables: { after },
      updateQuery: (before, { fetchMoreResult: { rosterImport: next } }) =>
        next && before.rosterImport ? { rosterImport: { ...before.rosterImport, rows: { ...next.rows, edges: [...before.rosterImport.rows.edges, ...next.rows.edges] } } } : before,
    }).catch(() => {});
  return (
    <Loaded result={result}>
      {({ rosterImport }) => rosterImport && (
        <Stack gap={4}>
          <Table
            caption={staff(`import.effect.${effect}`)} hideCaption rows={rosterImport.rows.edges} rowKey={edge => edge.cursor}
            columns={[
              { key: 'name', head: staff('people.name'), cell: ({ node }) => node.name || node.sourcedId },
              { key: 'in', head: staff('people.constituency'), cell: ({ node }) => node.constituencies.map(each => say(`constituency.${each}`)).join(', ') || '—' },
              ...(effect === 'CHANGE' ? [{ key: 'changes', head: staff('import.changes'), cell: ({ node }: (typeof rosterImport.rows.edges)[number]) => node.changes.map(field).join(', ') || '—' }] : []),
              { key: 'id', head: staff('import.sourcedId'), cell: ({ node }) => node.sourcedId },
              { key: 'place', head: staff('import.where'), cell: ({ node }) => (node.line > 0 ? staff('import.place', { file: node.file, line: node.line }) : staff('import.notListed')) },
            ]}
          />
          <ShowMore shown={rosterImport.rows.pageInfo.hasNextPage} busy={result.loading} label={say('showMore')} onPress={() => more(rosterImport.rows.pageInfo.endCursor)} />
        </Stack>
      )}
    </Loaded>
  );
}
