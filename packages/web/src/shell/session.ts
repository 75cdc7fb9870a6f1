import type { ApolloClient } from '@apollo/client';
import { onUnauthenticated } from '../apollo/ended-session.ts';
import { dropSocket } from '../apollo/socket-link.ts';
import { SignOutDocument, ViewerDocument } from '../gql/graphql.ts';
import { forgetReader } from '../i18n/locale-store.ts';

/** Heard by whatever holds something of one person in memory. */
export const LEFT = 'plenary:left';

const tabs = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('plenary.session');

/** Nothing that one person saw stays for the next: the cache is emptied, the socket closed, the page asked for anew. */
async function forget(client: ApolloClient): Promise<void> {
  dispatchEvent(new Event(LEFT));
  await dropSocket();
  await client.clearStore();
  // Not waited for: what it brings arrives in the page by itself, and a fault there shows there.
  void client.refetchQueries({ include: 'active' }).catch(() => {});
}

/** Somebody else is signed in now, in every tab of this browser: they share one cookie. */
export async function changeViewer(client: ApolloClient): Promise<void> {
  tabs?.postMessage('changed');
  await forget(client);
}

/** Ends the session, and takes this person's voting key and unsent acts and words off the device; those of others stay. */
export async function signOut(client: ApolloClient): Promise<void> {
  const who = client.readQuery({ query: ViewerDocument })?.viewer?.id;
  await client.mutate({ mutation: SignOutDocument });
  forgetReader();
  if (who) await import('../lib/forget-person.ts').then(({ forgetPerson }) => forgetPerson(who), () => {});
  await changeViewer(client);
}

/**
 * Makes this tab follow who is signed in: told by another tab, by the server when the session ended elsewhere, or found
 * out when it is looked at again. Otherwise the next person on a shared phone could press a button on a page that still
 * shows the one before.
 */
export function followViewer(client: ApolloClient): () => void {
  const told = () => void forget(client);
  const looked = () => {
    if (document.visibilityState === 'visible') void check(client);
  };
  const unfollow = onUnauthenticated(() => void check(client));
  tabs?.addEventListener('message', told);
  document.addEventListener('visibilitychange', looked);
  return () => {
    unfollow();
    tabs?.removeEventListener('message', told);
    document.removeEventListener('visibilitychange', looked);
  };
}

let checking: Promise<void> | undefined;

/** Asks who is signed in; several subscriptions that end together ask once. */
const check = (client: ApolloClient): Promise<void> => (checking ??= ask(client).finally(() => (checking = undefined)));

async function ask(client: ApolloClient): Promise<void> {
  const before = client.readQuery({ query: ViewerDocument })?.viewer?.id;
  const { data } = await client.query({ query: ViewerDocument, fetchPolicy: 'no-cache' }).catch(() => ({ data: undefined }));
  if (!data || data.viewer?.id === before) return;
  if (!data.viewer) forgetReader();
  await forget(client);
}
