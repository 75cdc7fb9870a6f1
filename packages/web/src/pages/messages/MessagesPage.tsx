import type { ApolloClient } from '@apollo/client';
import { SchoolWrites } from '../../features/me/SchoolWrites.tsx';
import { Mailbox } from '../../features/messages/Mailbox.tsx';
import { MailboxDocument } from '../../gql/graphql.ts';
import { useViewer } from '../../shell/use-viewer.ts';

export const preload = (client: ApolloClient) => client.query({ query: MailboxDocument, variables: { unread: false, after: null } });

/** The mailbox of who is signed in. */
export default function MessagesPage() {
  const viewer = useViewer();
  return <Mailbox key={viewer?.id} language={(again) => <SchoolWrites onDone={again} />} />;
}
