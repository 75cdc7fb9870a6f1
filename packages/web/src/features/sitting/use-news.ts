import { useEffect, useRef } from 'react';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { type Sitting, currentItem, lastResult, liveMotions, openQuestion, pendingAmendment } from './sitting.ts';
import { resultSentence } from './words.ts';

interface Heard {
  readonly state: Sitting['state'];
  readonly met: boolean;
  readonly item: string | null;
  readonly motion: string | null;
  readonly amendment: string | null;
  readonly question: string | null;
  readonly result: string | null;
}

/** Tells screen readers what is new in the room, each thing once and politely: quorum, item, motion, question, result. */
export function useNews(sitting: Sitting): void {
  const say = useMessages('sitting');
  const pick = usePickText();
  const open = openQuestion(sitting);
  const last = lastResult(sitting);
  const item = currentItem(sitting);
  const motion = liveMotions(sitting)[0] ?? null;
  const amendment = motion && pendingAmendment(motion);
  const { met, present, needed } = sitting.quorum;
  const now: Heard = { state: sitting.state, met, item: item?.id ?? null, motion: motion?.id ?? null, amendment: amendment?.id ?? null, question: open?.question.id ?? null, result: last?.question.id ?? null };
  const heard = useRef(now);
  const key = JSON.stringify(now);
  useEffect(() => {
    const before = heard.current;
    heard.current = now;
    const news = [
      before.state !== now.state && say(`room.news.${sitting.state}`),
      before.met !== now.met && say(met ? 'room.news.quorum' : 'room.news.noQuorum', { present, needed }),
      before.item !== now.item && item && say('room.news.item', { label: item.label, title: pick(item.title) }),
      before.motion !== now.motion && motion?.state === 'MOVED' && say('room.news.motion', { text: pick(motion.textNow) }),
      before.amendment !== now.amendment && amendment?.state === 'MOVED' && say('room.news.amendment', { text: pick(amendment.text) }),
      before.question !== now.question && open && say(open.question.way === 'CONSENT' ? 'room.news.consent' : 'room.news.question', { text: pick(open.amendment?.text ?? open.motion.textNow) }),
      before.result !== now.result && last && resultSentence(last, say),
    ].filter(Boolean);
    if (news.length > 0) announce(news.join(' '));
    // What is told depends on what is in `key` alone.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
}

