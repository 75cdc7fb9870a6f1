import { useState } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Room.module.css';
import { SpeakDialog } from './SpeakDialog.tsx';
import { waitingOn } from './overlay.ts';
import { useRoom } from './room-context.ts';
import { isOver, itemOf, type Speaker } from './sitting.ts';
import { clockText, leftOf, serverNow } from './timer.ts';
import { useTick } from './use-tick.ts';

/** How long a speaker has left, ticking by itself; nothing around it is drawn anew. */
export function SpeakerClock({ speaker, className }: { speaker: Speaker; className?: string | undefined }) {
  const say = useMessages('sitting');
  const left = leftOf(speaker, serverNow(useTick(speaker.running)));
  const over = left <= 0;
  return (
    <span role="timer" className={className ?? css['clock']} data-over={over || undefined} data-near={(left <= 30 && !over) || undefined}>
      {clockText(left)}{over && <span className={css['small']}> {say('room.speaker.over')}</span>}
    </span>
  );
}

export function useSpeakerWords(): (speaker: Speaker) => string {
  const say = useMessages('sitting');
  const { names } = useRoom();
  return ({ id, kind }) => names.speakers.get(id)?.name ?? say(`room.speaker.${kind}`);
}

/** Who speaks and who waits, in their order. */
export function Speakers() {
  const say = useMessages('sitting');
  const { meeting, sitting, act, names, acts, runs } = useRoom();
  const [asking, ask] = useState(false);
  const shown = sitting.speakers.filter(({ state }) => state === 'SPEAKING' || state === 'WAITING').toSorted((a, b) => Number(b.state === 'SPEAKING') - Number(a.state === 'SPEAKING'));
  const waiting = acts.filter((each) => each.name === 'askToSpeak' && each.state === 'WAITING').length;
  const can = sitting.viewerCan.speak || runs;
  return (
    <>
      {shown.length === 0 && <p className={css['note']}>{say('room.speakers.none')}</p>}
      <ol className={css['speakers']}>
        {shown.map((speaker, at) => <Line key={speaker.id} speaker={speaker} place={at} mine={names.speakers.get(speaker.id)?.mine ?? false} />)}
      </ol>
      {waiting > 0 && <p className={css['note']}>{say('room.speakers.waits', { count: waiting })}</p>}
      {!can && !isOver(sitting) && meeting.body.meetingLaw !== 'PRIVATE' && <p className={css['note']}>{say('room.speakers.how')}</p>}
      <Row>
        {can && <Button kind="secondary" onClick={() => ask(true)}>{say(runs ? 'room.speak.enter' : 'room.speak.ask')}</Button>}
        {runs && sitting.state === 'IN_SESSION' && <Button kind="quiet" onClick={() => act('offerComment', { id: sitting.id, itemId: null })}>{say('room.comment.any')}</Button>}
      </Row>
      {asking && <SpeakDialog onClose={() => ask(false)} />}
    </>
  );
}

function Line({ speaker, place, mine }: { speaker: Speaker; place: number; mine: boolean }) {
  const say = useMessages('sitting');
  const locale = useLocale();
  const { sitting, runs, acts, act } = useRoom();
  const words = useSpeakerWords();
  const name = words(speaker);
  const item = itemOf(sitting, speaker.itemId);
  const id = { id: sitting.id, speakerId: speaker.id };
  const speaks = speaker.state === 'SPEAKING';
  const of = (verb: string) => say('room.speaker.of', { verb, name });
  const press = (key: 'call' | 'pause' | 'resume' | 'extend' | 'finish' | 'earlier' | 'withdraw', run: () => void, kind: 'primary' | 'secondary' | 'quiet' = 'secondary') =>
    <Button kind={kind} aria-label={of(say(`room.speaker.${key}`))} onClick={run}>{say(`room.speaker.${key}`)}</Button>;
  return (
    <li data-speaks={speaks || undefined}>
      <p className={css['line']}>
        <strong>{name}</strong>
        {speaks ? <SpeakerClock speaker={speaker} /> : <span className={css['small']}>{clockText(speaker.seconds)}</span>}
        {waitingOn(acts, speaker.id).length > 0 && <Badge kind="warn">{say('room.waits')}</Badge>}
      </p>
      <p className={css['small']}>
        {[item ? say('room.speaker.item', { label: item.label }) : say('room.speaker.anything'), speaker.language && languageName(speaker.language, locale), speaker.translated && say('room.speaker.translated'), speaker.remote && say('room.presence.REMOTE')].filter(Boolean).join(' · ')}
      </p>
      {runs && (
        <Row>
          {!speaks && press('call', () => act('callSpeaker', id))}
          {speaks && speaker.running && press('pause', () => act('pauseSpeaker', id))}
          {speaks && !speaker.running && press('resume', () => act('resumeSpeaker', id))}
          {speaks && press('extend', () => act('extendSpeaker', { ...id, seconds: 60 }), 'quiet')}
          {speaks && press('finish', () => act('finishSpeaker', id))}
          {!speaks && place > 1 && press('earlier', () => act('moveSpeaker', { ...id, position: Math.max(1, waitingPlace(sitting.speakers, speaker) - 1) }), 'quiet')}
        </Row>
      )}
      {!speaks && (runs || mine) && <Row>{press('withdraw', () => act('withdrawSpeaker', id), 'quiet')}</Row>}
    </li>
  );
}

/** Among those who wait, from 1. */
const waitingPlace = (speakers: readonly Speaker[], { id }: Speaker): number => speakers.filter(({ state }) => state === 'WAITING').findIndex((each) => each.id === id) + 1;
