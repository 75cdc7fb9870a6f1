import { useApolloClient, useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { MailboxChangedDocument, UnreadMessagesDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';

/** The way to the mailbox, with how much waits there; kept current. */
export default function MailboxLink() {
  const say = useMessages('mailbox');
  const client = useApolloClient();
  const { data } = useQuery(UnreadMessagesDocument, { fetchPolicy: 'cache-and-network' });
  const heard = useRef(false);
  useLive(MailboxChangedDocument, data?.viewer ? { personId: data.viewer.id } : null, () => {
    // What a message tells of can be among what needs this person, on the same page.
    if (heard.current) void client.refetchQueries({ include: 'active' });
    heard.current = true;
  });
  if (!data?.viewer) return null;
  return <p><Link href="/messages" className={buttonClass('secondary')}>{say('mailbox.link', { count: data.viewer.unreadMessages })}</Link></p>;
}
