import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useEffect, useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import { PeopleDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { announce } from '../../ui/announce.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { Table } from '../../ui/Table.tsx';
import css from './People.module.css';
import { type PeopleChoice, PeopleFilters, toFilter } from './PeopleFilters.tsx';

const PAGE = 50;

/** Everybody of an environment, narrowed as one types; more on request. */
export function PeopleList({ environmentId, choice, onChoice }: { environmentId: string; choice: PeopleChoice; onChoice: (choice: PeopleChoice) => void }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const asked = useSettled(choice);
  const result = useQuery(PeopleDocument, { variables: { id: environmentId, first: PAGE, filter: toFilter(asked) }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const [fault, setFault] = useState<unknown>(null);
  const known = result.data ?? result.previousData;
  const sizes = new Map(known?.environment?.constituencies.map(({ constituency, size }) => [constituency, size]));
  const found = result.data?.environment?.people.totalCount;
  useEffect(() => {
    if (found !== undefined) announce(staff('people.found', { count: found }));
  }, [found, staff]);

  const more = (after: string | null) => {
    setFault(null);
    result
      .fetchMore({
        variables: { after },
        updateQuery: (before, { fetchMoreResult: next }) =>
          next.environment && before.environment ? { environment: { ...before.environment, people: { ...next.environment.people, edges: [...before.environment.people.edges, ...next.environment.people.edges] } } } : before,
      })
      .catch(setFault);
  };

  return (
    <Stack gap={5}>
      <PeopleFilters value={choice} onChange={onChoice} sizes={sizes} />
      <Loaded part result={{ ...result, data: known }}>
        {({ environment }) => {
          const people = environment?.people;
          if (!people || people.edges.length === 0) return <EmptyState title={staff('people.none')}>{staff('people.noneHint')}</EmptyState>;
          return (
            <Stack gap={4}>
              <p className={css['count']} aria-busy={result.loading}>{staff('people.found', { count: people.totalCount })}</p>
              <Table
                caption={staff('people.title')} hideCaption rows={people.edges.map(edge => edge.node)} rowKey={person => person.id}
                columns={[
                  { key: 'name', head: staff('people.name'), cell: person => <Link href={`/people/${person.id}`}>{person.displayName}</Link> },
                  { key: 'in', head: staff('people.constituency'), cell: person => person.constituencies.map(each => say(`constituency.${each}`)).join(', ') || '—' },
                  { key: 'grade', head: staff('people.grade'), cell: person => person.grade ?? '—' },
                  { key: 'roles', head: staff('people.role'), cell: person => (person.roles.length === 0 && person.active ? '—' : <span className={css['tags']}>{person.roles.map(role => <Badge key={role} kind="done">{say(`role.${role}`)}</Badge>)}{!person.active && <Badge kind="warn">{staff('person.hasLeft')}</Badge>}</span>) },
                ]}
              />
              {fault != null && <Notice kind="danger" live="assertive">{say(`fault.${faultCode(fault)}`)}</Notice>}
              <ShowMore shown={people.pageInfo.hasNextPage} busy={result.loading} label={staff('people.more', { left: people.totalCount - people.edges.length })} onPress={() => more(people.pageInfo.endCursor)} />
            </Stack>
          );
        }}
      </Loaded>
    </Stack>
  );
}

/** What is typed, once the typing pauses: a request per word rather than per letter. */
function useSettled(choice: PeopleChoice): PeopleChoice {
  const deferred = useDeferredValue(choice);
  const [settled, settle] = useState(choice);
  useEffect(() => {
    if (deferred.search === settled.search) return settle(deferred);
    const timer = setTimeout(() => settle(deferred), 250);
    return () => clearTimeout(timer);
  }, [deferred, settled.search]);
  return settled;
}
