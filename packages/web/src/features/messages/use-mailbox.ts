import { useMutation, useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import { useLive } from '../../apollo/use-live.ts';
import {
  MailboxChangedDocument, MailboxDocument, type MailboxQuery, MarkAllMessagesDocument, type MarkAllMessagesMutation, MarkMessageDocument, UnmarkMessagesDocument,
} from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce, toast } from '../../ui/announce.tsx';

type Seen = NonNullable<MailboxQuery['viewer']>;
export type Message = Seen['messages']['edges'][number]['node'];
/** What was marked together and can still be taken back. */
export type Marked = MarkAllMessagesMutation['markAllMessages'];

/** Somebody's mailbox: live, in pages that stay where they are when something arrives above them. */
export function useMailbox(unread: boolean) {
  const say = useMessages('mailbox');
  const core = useMessages();
  const result = useQuery(MailboxDocument, { variables: { unread, after: null }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const [mark] = useMutation(MarkMessageDocument);
  const [markAll, { loading: marking }] = useMutation(MarkAllMessagesDocument);
  const [unmark] = useMutation(UnmarkMessagesDocument);
  const [marked, setMarked] = useState<Marked | null>(null);
  const viewer = result.data?.viewer;

  const read = (after: string | null, join: (before: Seen, next: Seen) => Seen['messages']) => result.fetchMore({
    variables: { after },
    updateQuery: (before, { fetchMoreResult: next }) => (before.viewer && next.viewer ? { ...next, viewer: { ...next.viewer, messages: join(before.viewer, next.viewer) } } : next),
  });
  /** Reads the newest again; what lies below stays. */
  const freshen = () => read(null, (before, { messages }) => {
    const news = new Set(messages.edges.map(({ node }) => node.id));
    const older = before.messages.edges.filter(({ node }) => !news.has(node.id));
    return older.length === 0 ? messages : { ...before.messages, edges: [...messages.edges, ...older] };
  }).catch(() => {});
  const more = () => void read(viewer?.messages.pageInfo.endCursor ?? null, (before, { messages }) =>
    ({ ...messages, edges: [...before.messages.edges, ...messages.edges] })).catch(() => {});

  const heard = useRef(false);
  useLive(MailboxChangedDocument, viewer ? { personId: viewer.id } : null, ({ messageArrived }) => {
    // The first message says only that it is open.
    if (heard.current) void freshen();
    if (heard.current && messageArrived.messageId) announce(say('mailbox.live'));
    heard.current = true;
  });

  const act = async (doing: () => Promise<unknown>) => {
    try {
      await doing();
      await freshen();
    } catch (fault) {
      toast(core(`fault.${faultCode(fault)}`));
    }
  };
  return {
    result, more, marked, marking,
    setRead: (id: string, isRead: boolean) => act(() => mark({ variables: { id, read: isRead } })),
    readAll: () => act(async () => {
      const { data } = await markAll();
      if (!data) return;
      setMarked(data.markAllMessages);
      await result.refetch();
    }),
    undo: (readAt: string) => act(async () => {
      await unmark({ variables: { readAt } });
      setMarked(null);
      await result.refetch();
    }),
  };
}
