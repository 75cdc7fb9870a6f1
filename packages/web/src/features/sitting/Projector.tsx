import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useConnection } from '../../apollo/connection.ts';
import { type Text, pickText } from '../../i18n/LocalText.tsx';
import { datesIn } from '../../i18n/use-dates.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { isLocale, type Locale, LOCALES } from '../../i18n/locales.ts';
import { type Say, useMessages, useMessagesIn } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { ServerFault } from '../../apollo/faults.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import { useRoomData, hasSitting } from './LiveRoom.tsx';
import css from './Projector.module.css';
import { VOTE_MARKS } from './RollCall.tsx';
import { SpeakerClock } from './Speakers.tsx';
import { type Asked, currentItem, isHere, isOver, lastResult, liveMotions, memberOf, type Names, openQuestion, pendingAmendment, type RoomMeeting, type Sitting, tallyOf } from './sitting.ts';
import { hearServer } from './timer.ts';
import { useNews } from './use-news.ts';
import { resultSentence, useMemberWords } from './words.ts';

const TURN_MS = 12_000;
const ALL = Object.keys(LOCALES) as Locale[];

/** What the wall speaks: one language, both side by side, or (`turns`) one after the other. */
function useShownLocales(asked: string | null): readonly Locale[] {
  const locale = useLocale();
  const [turn, setTurn] = useState(0);
  const turns = asked === 'turns';
  useEffect(() => {
    if (!turns) return;
    const timer = setInterval(() => setTurn((before) => before + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [turns]);
  if (isLocale(asked)) return [asked];
  if (turns) return [ALL[turn % ALL.length] ?? locale];
  return [locale, ...ALL.filter((each) => each !== locale)];
}

/** Keeps the screen on; asked for again whenever the page comes back into sight, since the browser lets it go then. */
function useWakeLock(): void {
  useEffect(() => {
    let lock: { release(): Promise<void> } | undefined;
    const take = () => {
      if (document.visibilityState === 'visible') void navigator.wakeLock?.request('screen').then((taken) => { lock = taken; }, () => {});
    };
    take();
    document.addEventListener('visibilitychange', take);
    return () => {
      document.removeEventListener('visibilitychange', take);
      void lock?.release();
    };
  }, []);
}

/** The room on the wall: public, without names of students whoever is signed in at this computer, read from the last row. */
export function Projector({ id, asked }: { id: string; asked: string | null }) {
  const { result, meeting, names, named } = useRoomData(id);
  useWakeLock();
  if (meeting && !named) return <PageSkeleton />;
  if (hasSitting(meeting)) return <Stage meeting={meeting} names={names} asked={asked} />;
  if (result.loading) return <PageSkeleton />;
  return <FaultPanel fault={result.error ?? new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />;
}

function Stage({ meeting, names, asked }: { meeting: RoomMeeting & { sitting: Sitting }; names: Names; asked: string | null }) {
  const { sitting } = meeting;
  const shown = useShownLocales(asked);
  const say = useMessages('sitting');
  const offline = useConnection() !== 'ONLINE';
  hearServer(sitting.now);
  useNews(sitting);
  const title = pickText(meeting.title, shown[0] ?? 'en')?.text ?? '';
  useEffect(() => {
    document.title = title;
  }, [title]);
  const known = useMemo<Names>(() => {
    const students = new Set(sitting.members.filter(({ constituency }) => constituency === 'STUDENT').map(({ id }) => id));
    return { ...names, members: new Map([...names.members].filter(([id]) => !students.has(id))) };
  }, [names, sitting.members]);
  const open = openQuestion(sitting);
  const speaking = sitting.speakers.find(({ state }) => state === 'SPEAKING');
  const live = liveMotions(sitting)[0];
  const amendment = live && pendingAmendment(live);
  const last = lastResult(sitting);
  // What was just decided of an amendment is said above the motion as it reads now.
  const amended = live && last?.amendment && last.motion.id === live.id ? (last.amendment.state === 'ADOPTED' ? 'ADOPTED' : 'FAILED') : null;
  const item = currentItem(sitting);
  const { met, present, needed, members } = sitting.quorum;
  return (
    <div className={css['stage']} data-offline={offline || undefined} lang={shown[0]}>
      <header className={css['top']}>
        <div className={css['who']}>
          <p className={css['body']}><Both of={meeting.body.name} shown={shown} /></p>
          <h1 className={css['title']}><Both of={meeting.title} shown={shown} /></h1>
        </div>
        <div className={css['quorum']} data-met={met}>
          <p className={css['count']}><span aria-hidden="true">{met ? '✓' : '✕'}</span> {say('room.wall.count', { present, members })}</p>
          <p><Words shown={shown} say={(words) => words(met ? 'room.wall.met' : 'room.wall.unmet', { needed })} /></p>
        </div>
      </header>
      <div className={css['main']}>
        {open ? <QuestionBoard asked={open} sitting={sitting} names={known} shown={shown} />
          : isOver(sitting) ? <Big shown={shown} over={null} say={(words) => words(`room.news.${sitting.state}`)} />
            : sitting.state !== 'IN_SESSION' ? <Big shown={shown} over={(words) => words('room.wall.soon')} say={(words, locale) => (meeting.startsAt ? words('room.wall.begins', { when: datesIn(locale, meeting.environment.timeZone).dayTime(meeting.startsAt) }) : words('room.wall.soon'))} />
              : amendment ? <Big shown={shown} over={(words) => words(`room.wall.amendment.${amendment.state === 'SECONDED' ? 'SECONDED' : 'MOVED'}`)} say={(_, locale) => pickText(amendment.text, locale)?.text ?? ''} />
              : live ? <Big shown={shown} over={(words) => words(amended ? `room.wall.amendment.${amended}` : `room.motion.${live.state}`)} say={(_, locale) => pickText(live.textNow, locale)?.text ?? ''} />
                : last && isNews(last, item?.takenUpAt) ? <ResultBoard last={last} shown={shown} />
                  : <Big shown={shown} over={(words) => (item ? words('room.wall.item', { label: item.label }) : '')} say={(words, locale) => (item ? pickText(item.title, locale)?.text ?? '' : words('room.item.none'))} />}
      </div>
      <footer className={css['foot']}>
        <p className={css['item']}>{item && (open || live || (last && isNews(last, item.takenUpAt))) && <><span>{item.label}</span> <Both of={item.title} shown={shown} /></>}</p>
        {speaking && <p className={css['speaker']}><span><Words shown={shown} say={(words) => words('room.wall.speaking')} /></span> <SpeakerClock speaker={speaking} className={css['timer']} /></p>}
        <div className={css['scan']}>
          <p><Words shown={shown} say={(words) => words('room.wall.scan')} /></p>
          <QrCode text={`${location.origin}/meetings/${meeting.id}/room`} label={say('room.wall.code')} />
        </div>
      </footer>
    </div>
  );
}

/** A result stays on the wall until the body goes on to something else. */
const isNews = ({ question }: Asked, takenUpAt: string | null | undefined): boolean => question.closedAt != null && (takenUpAt == null || Date.parse(question.closedAt) >= Date.parse(takenUpAt));

/** The page's words in each language that is shown, said once where they are the same. */
function Words({ shown, say }: { shown: readonly Locale[]; say: (words: Say<'sitting'>, locale: Locale) => string }) {
  const words = { en: useMessagesIn('sitting', 'en'), es: useMessagesIn('sitting', 'es') };
  const said = shown.map((locale) => ({ locale, text: say(words[locale], locale) }));
  return said.filter(({ text }, at) => said.findIndex((each) => each.text === text) === at)
    .map(({ locale, text }, at) => <span key={locale} lang={locale}>{at > 0 && <span aria-hidden="true" className={css['dot']}> · </span>}{text}</span>);
}

function Both({ of, shown }: { of: readonly Text[]; shown: readonly Locale[] }) {
  return <Words shown={shown} say={(_, locale) => pickText(of, locale)?.text ?? ''} />;
}

/** One thing, as large as it fits, in each language side by side. */
function Big({ shown, over, say }: { shown: readonly Locale[]; over: ((words: Say<'sitting'>) => string) | null; say: (words: Say<'sitting'>, locale: Locale) => string }) {
  const words = { en: useMessagesIn('sitting', 'en'), es: useMessagesIn('sitting', 'es') };
  const texts = shown.map((locale) => ({ locale, text: say(words[locale], locale), over: over?.(words[locale]) }));
  const distinct = texts.filter(({ text }, at) => texts.findIndex((each) => each.text === text) === at);
  // What was said in one language alone stands once, under the words of all.
  const above = (own: string | undefined): string | undefined => (distinct.length > 1 ? own : [...new Set(texts.map((each) => each.over))].filter(Boolean).join(' · '));
  return (
    <div className={css['columns']}>
      {distinct.map(({ locale, text, over: own }) => (
        <section key={locale} lang={locale} className={css['column']}>
          {above(own) && <p className={css['over']}>{above(own)}</p>}
          <Fit text={text} />
        </section>
      ))}
    </div>
  );
}

const LARGEST = 9;
const SMALLEST = 2.2;

/** As large as its place takes, in hundredths of the screen's height, so that nothing is cut and nobody scrolls. */
function Fit({ text }: { text: string }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = box.current;
    const words = place?.firstElementChild;
    if (!place || !(words instanceof HTMLElement)) return;
    const fit = () => {
      let [low, high] = [SMALLEST, LARGEST];
      for (let tries = 0; tries < 7; tries += 1) {
        const size = (low + high) / 2;
        words.style.fontSize = `${size}vh`;
        if (words.scrollHeight <= place.clientHeight && words.scrollWidth <= place.clientWidth) low = size;
        else high = size;
      }
      words.style.fontSize = `${low}vh`;
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(place);
    void document.fonts?.ready.then(fit);
    return () => watch.disconnect();
  }, [text]);
  return <div ref={box} className={css['fit']}><p className={css['fitted']}>{text}</p></div>;
}

function QuestionBoard({ asked: { amendment, motion, question }, sitting, names, shown }: { asked: Asked; sitting: Sitting; names: Names; shown: readonly Locale[] }) {
  const { name } = useMemberWords(sitting, names);
  const { ayes, noes, abstentions, recused } = tallyOf(question.lines);
  const consent = question.way === 'CONSENT';
  const number = (key: 'AYE' | 'NO' | 'ABSTAIN' | 'RECUSED', count: number) => <div data-vote={key}><dt><Words shown={shown} say={(words) => words(`room.wall.${key}`)} /></dt><dd>{count}</dd></div>;
  return (
    <div className={css['question']}>
      <Big shown={shown} over={(words) => words(consent ? 'room.question.CONSENT' : amendment ? 'room.question.amendment' : 'room.question.ROLL_CALL')} say={(_, locale) => pickText(amendment?.text ?? motion.textNow, locale)?.text ?? ''} />
      {!consent && (
        <>
          <dl className={css['numbers']}>{number('AYE', ayes)}{number('NO', noes)}{number('ABSTAIN', abstentions)}{recused > 0 && number('RECUSED', recused)}</dl>
          <ul className={css['roll']} data-many={question.lines.length > 16 || undefined}>
            {question.lines.map(({ memberId, vote }) => {
              const member = memberOf(sitting, memberId);
              const away = member !== null && !isHere(member);
              return (
                <li key={memberId} data-vote={vote ?? 'NONE'} data-away={away || undefined}>
                  <span aria-hidden="true" className={css['mark']}>{vote ? VOTE_MARKS[vote] : away ? '·' : '○'}</span>
                  <span className={css['name']}>{name(memberId)}</span>
                  {vote && <span className={css['said']}><Words shown={shown.slice(0, 1)} say={(words) => words(`room.said.${vote}`)} /></span>}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

function ResultBoard({ last, shown }: { last: Asked; shown: readonly Locale[] }) {
  const { amendment, motion, question } = last;
  const adopted = question.explained?.adopted ?? question.way === 'CONSENT';
  return (
    <div className={css['outcome']}>
      <p className={css['verdict']} data-adopted={adopted}><span aria-hidden="true">{adopted ? '✓' : '✕'}</span> <Words shown={shown} say={(words) => words(adopted ? 'room.wall.adopted' : 'room.wall.failed')} /></p>
      <Big shown={shown} over={null} say={(_, locale) => pickText(amendment?.text ?? motion.textNow, locale)?.text ?? ''} />
      <div className={css['sentences']}><Sentences last={last} shown={shown} /></div>
    </div>
  );
}

function Sentences({ last, shown }: { last: Asked; shown: readonly Locale[] }) {
  const words = { en: useMessagesIn('sitting', 'en'), es: useMessagesIn('sitting', 'es') };
  return shown.map((locale) => <p key={locale} lang={locale}>{resultSentence(last, words[locale])}</p>);
}
