import type { ApolloClient } from '@apollo/client';
import { dropSocket } from '../apollo/socket-link.ts';
import { SignOutDocument, ViewerDocument } from '../gql/graphql.ts';

/** Nothing that one person saw stays for the next: the cache is emptied and the socket closed. */
export async function forgetViewer(client: ApolloClient): Promise<void> {
  await dropSocket();
  await client.clearStore();
}

export async function signOut(client: ApolloClient): Promise<void> {
  await client.mutate({ mutation: SignOutDocument });
  await forgetViewer(client);
  client.writeQuery({ query: ViewerDocument, data: { viewer: null } });
}
