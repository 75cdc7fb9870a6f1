import { useQuery } from '@apollo/client/react';
import { DevelopmentMailbox } from '../../features/messages/DevelopmentMailbox.tsx';
import { DevelopmentMailboxDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Page } from '../../ui/Page.tsx';

/** For administrators of a demonstration, who want to see what people would get. */
export default function DevelopmentMailboxPage() {
  const say = useMessages('mailbox');
  const result = useQuery(DevelopmentMailboxDocument, { fetchPolicy: 'cache-and-network' });
  return (
    <Loaded result={result} title={say('dev.title')}>
      {({ viewer, developmentLetters }) => (
        <Page title={say('dev.title')} lead={say('dev.lead')}><DevelopmentMailbox letters={developmentLetters} timeZone={viewer?.environment.timeZone} /></Page>
      )}
    </Loaded>
  );
}
