import { useApolloClient, useQuery } from '@apollo/client/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { NextVoteDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { isGuest, isShared, setGuest } from '../../shell/guest.ts';
import { signOut } from '../../shell/session.ts';
import { useViewer } from '../../shell/use-viewer.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';

interface ReceiptProps {
  question: string;
  title?: string;
  /** A way to vote again, while this person is signed in. */
  change?: ReactNode;
  children?: ReactNode;
}

/** The sentence after the vote, without the choice; on a phone that is not one's own the session ends here. */
export function Receipt({ question, title, change, children }: ReceiptProps) {
  const say = useMessages();
  const client = useApolloClient();
  const box = useRef<HTMLDivElement>(null);
  const viewer = useViewer();
  const [left, setLeft] = useState(false);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    if (isGuest() || isShared()) leave();
    // Once, when the vote is in.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const leave = () => void signOut(client).then(() => {
    setGuest(false);
    setLeft(true);
  }, () => {});
  return (
    <div ref={box} tabIndex={-1} style={{ outline: 'none' }}>
      <Stack gap={5}>
        <Notice kind="good" live="polite" title={title ?? say('receipt.title')}>
          <p>{say('receipt.text', { question: say('quoted', { name: question }) })}</p>
          {left && <p>{say('receipt.left')}</p>}
        </Notice>
        {children}
        <Row>
          {left && <Link href="/s" className={buttonClass()}>{say('receipt.next')}</Link>}
          {!left && viewer && <NextVote />}
          {!left && viewer && change}
          {!left && viewer && <Button kind="secondary" onClick={leave}>{say('receipt.leave')}</Button>}
          <Link href="/" className={buttonClass('quiet')}>{say('toHome')}</Link>
        </Row>
      </Stack>
    </div>
  );
}

function NextVote() {
  const say = useMessages();
  const { data } = useQuery(NextVoteDocument, { fetchPolicy: 'network-only' });
  const next = data?.viewer?.needs.find((need) => need.kind === 'CAST_BALLOT');
  return next ? <Link href={`/b/${next.targetId}`} className={buttonClass()}>{say('receipt.another')}</Link> : null;
}
