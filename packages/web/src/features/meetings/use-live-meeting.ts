import { useEffect, useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { MeetingTurnedDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import type { Meeting } from './meeting.ts';

/** Keeps a meeting current: what is shared is what the public reads, so whoever prepares it asks under their own eyes. Says what is new, once. */
export function useLiveMeeting({ id, state, notices, proofs }: Meeting, read: () => void): void {
  const say = useMessages('meetings');
  const heard = useRef(false);
  useLive(MeetingTurnedDocument, { id }, () => {
    // The first message says only that it is open.
    if (heard.current) read();
    heard.current = true;
  });
  const news = `${state} ${notices.length} ${proofs.length}`;
  const known = useRef(news);
  useEffect(() => {
    if (known.current === news) return;
    known.current = news;
    announce(state === 'CANCELLED' ? say('meetings.live.cancelled') : say('meetings.live.changed'));
  }, [news, say, state]);
}
