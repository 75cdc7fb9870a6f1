import { type ReactNode, useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { MessageCard } from './MessageCard.tsx';
import css from './Messages.module.css';
import { useMailbox } from './use-mailbox.ts';

/** What the school told this person, the latest first. `language`: what is said of the language of it all, which is made when it is read. */
export function Mailbox({ language }: { language: (again: () => void) => ReactNode }) {
  const say = useMessages('mailbox');
  const core = useMessages();
  const [unread, setUnread] = useState(false);
  const { result, more, marked, marking, setRead, readAll, undo } = useMailbox(unread);
  return (
    <Loaded result={result} title={say('mailbox.title')}>
      {({ viewer }) => viewer ? (
        <Page title={say('mailbox.title')} lead={say('mailbox.lead', { count: viewer.unreadMessages })}>
          <Stack gap={4}>
            {viewer.messages.edges.length > 0 && language(() => void result.refetch().catch(() => {}))}
            <div className={css['tools']}>
              <Checkbox label={say('mailbox.onlyUnread')} checked={unread} onChange={setUnread} />
              {viewer.unreadMessages > 0 && <Button kind="secondary" busy={marking} onClick={() => void readAll()}>{say('mailbox.readAll')}</Button>}
            </div>
            {marked && marked.count > 0 && (
              <Notice kind="good" live="polite" title={say('mailbox.marked', { count: marked.count })}>
                <Row><Button kind="quiet" onClick={() => void undo(marked.readAt)}>{say('mailbox.undo')}</Button></Row>
              </Notice>
            )}
            {viewer.messages.edges.length === 0 && (unread
              ? <EmptyState title={say('mailbox.noneUnread')}>{say('mailbox.noneUnreadWhy')}</EmptyState>
              : <EmptyState title={say('mailbox.none')}>{say('mailbox.noneWhy')}</EmptyState>)}
            <Stack as="ul" gap={3}>
              {viewer.messages.edges.map(({ node }) => <MessageCard key={node.id} message={node} timeZone={viewer.environment.timeZone} onRead={(id, read) => void setRead(id, read)} />)}
            </Stack>
            <ShowMore label={core('showMore')} busy={result.loading} shown={viewer.messages.pageInfo.hasNextPage} onPress={more} />
          </Stack>
        </Page>
      ) : <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch().catch(() => {})} />}
    </Loaded>
  );
}
