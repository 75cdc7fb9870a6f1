import type { ApolloClient } from '@apollo/client';
import { dropSocket } from '../apollo/socket-link.ts';
import { SignOutDocument } from '../gql/graphql.ts';

/** Nothing that one person saw stays for the next: the cache is emptied, the socket closed, the page asked for anew. */
export async function changeViewer(client: ApolloClient): Promise<void> {
  await dropSocket();
  await client.clearStore();
  // Not waited for: what it brings arrives in the page by itself, and a fault there shows there.
  void client.refetchQueries({ include: 'active' }).catch(() => {});
}

export async function signOut(client: ApolloClient): Promise<void> {
  await client.mutate({ mutation: SignOutDocument });
  await changeViewer(client);
}
