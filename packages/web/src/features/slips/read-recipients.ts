import type { ApolloClient } from '@apollo/client';
import { ServerFault } from '../../apollo/faults.ts';
import { type PeopleFilter, SlipRecipientsDocument, type SlipRecipientsQuery } from '../../gql/graphql.ts';
import type { Recipient } from './envelopes.ts';

export interface Recipients {
  readonly school: string;
  readonly people: readonly Recipient[];
  /** Who holds a role, when the clerk may not make slips for them. */
  readonly leftOut: readonly string[];
}

interface Row {
  readonly id: string;
  readonly displayName: string;
  readonly familyName: string;
  readonly locale: string;
  readonly householdId: string | null;
  readonly roles: readonly string[];
}

export const toRecipient = ({ id, displayName, familyName, locale, householdId }: Row): Recipient => ({ id, name: displayName, familyName, locale, householdId });

type Part = NonNullable<SlipRecipientsQuery['environment']>;
const PAGE = 100;

async function readPart(client: ApolloClient, id: string, filter: PeopleFilter, after: string | null): Promise<Part> {
  const { data } = await client.query({ query: SlipRecipientsDocument, variables: { id, first: PAGE, after, filter }, fetchPolicy: 'no-cache' });
  if (!data?.environment) throw new ServerFault('NOT_FOUND');
  return data.environment;
}

/** Everybody who is to get a letter, page by page. Not kept in the cache: the register may change before the next time. */
export async function readRecipients(
  client: ApolloClient, environmentId: string, filter: PeopleFilter, administers: boolean, onProgress: (done: number, total: number) => void, signal: AbortSignal,
): Promise<Recipients> {
  // By id: somebody whose name changes meanwhile may stand on two pages.
  const found = new Map<string, Row>();
  let school = '';
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const environment: Part = await readPart(client, environmentId, filter, after);
    school = environment.school.name;
    for (const { node } of environment.people.edges) found.set(node.id, node);
    onProgress(found.size, environment.people.totalCount);
    after = environment.people.pageInfo.hasNextPage ? environment.people.pageInfo.endCursor : null;
  } while (after);
  signal.throwIfAborted();
  const may = (row: Row) => administers || row.roles.length === 0;
  return { school, people: [...found.values()].filter(may).map(toRecipient), leftOut: [...found.values()].filter(row => !may(row)).map(row => row.displayName) };
}
