import { useEffect, useMemo, useRef, useState } from 'react';
import { useConnection } from '../../apollo/connection.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { dated } from '../../i18n/locales.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section } from '../../ui/Page.tsx';
import { Agenda, ItemFacts } from './Agenda.tsx';
import { Keys } from './Keys.tsx';
import { MotionCard, PastMotion } from './MotionCard.tsx';
import { MoveDialog } from './MotionDialogs.tsx';
import { MyPart } from './MyPart.tsx';
import { Decisions } from './Outcomes.tsx';
import { PickMember } from './PickMember.tsx';
import { Present } from './Present.tsx';
import { QuorumLine } from './QuorumLine.tsx';
import css from './Room.module.css';
import { Run } from './Run.tsx';
import { SpeakerClock, Speakers } from './Speakers.tsx';
import { Tray } from './Tray.tsx';
import { withWaiting } from './overlay.ts';
import { type Beside, type Room, RoomContext, useRoom } from './room-context.ts';
import { canMove, currentItem, isHere, isOver, lastResult, liveMotions, memberOf, meOf, type Names, pastMotions, type RoomMeeting, type Sitting } from './sitting.ts';
import { hearServer } from './timer.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useNews } from './use-news.ts';
import { useQueue } from './use-queue.ts';
import { resultSentence } from './words.ts';

const KINDS: Record<Sitting['state'], 'plain' | 'live' | 'done' | 'warn'> = { DRAFT: 'warn', NOTICED: 'plain', IN_SESSION: 'live', ADJOURNED: 'done', CANCELLED: 'warn', NO_QUORUM: 'plain' };

interface RoomViewProps {
  meeting: RoomMeeting & { sitting: Sitting };
  names: Names;
  /** Whose acts are kept here; null for who only looks on. */
  person: string | null;
  /** That person is signed in, as far as is known now. */
  known: boolean;
  /** When this was true, in milliseconds, where it is not the last that the server says. */
  asOf: number | null;
  onRead: () => void;
  beside?: Beside | null;
}

/** The room of a meeting: everybody sees the same, and finds what they may do beside what it is about. */
export function RoomView({ meeting, names, person, known, asOf, onRead, beside = null }: RoomViewProps) {
  const live = meeting.sitting;
  const { queue, acts } = useQueue(meeting.id, person, known, live.version, onRead);
  hearServer(live.now);
  useNews(live);
  const room = useMemo<Room>(() => {
    const sitting = withWaiting(live, acts);
    return {
      meeting, sitting, me: meOf(sitting), runs: live.viewerCan.run && queue !== null, names, acts,
      act: (name, variables) => void queue?.add(name, variables as Record<string, unknown>),
      remove: (key) => queue?.remove(key),
      beside,
    };
  }, [meeting, live, acts, names, queue, beside]);
  return <RoomContext value={room}><Whole asOf={asOf} /></RoomContext>;
}

function Whole({ asOf }: { asOf: number | null }) {
  const say = useMessages('sitting');
  const pick = usePickText();
  const room = useRoom();
  const { meeting, sitting, me, runs } = room;
  const session = sitting.state === 'IN_SESSION';
  const here = me !== null && isHere(me);
  const live = liveMotions(sitting);
  const past = pastMotions(sitting);
  const box = useRef<HTMLDivElement>(null);
  useFocusKept(box);
  return (
    <Page
      wide title={pick(meeting.title)} tab={say('room.tab', { title: pick(meeting.title) })}
      over={<><LocalText of={meeting.body.name} /><Link href={`/meetings/${meeting.id}`}>{say('room.toAgenda')}</Link><Badge kind={KINDS[sitting.state]}>{say(`room.state.${sitting.state}`)}</Badge></>}
    >
      <AsOf at={asOf} />
      <div className={css['room']} ref={box}>
        <div className={css['now']}>
          {sitting.state === 'NOTICED' && <Begins />}
          <QuorumLine />
          {isOver(sitting) && <Ended />}
          {!here && <MyPart />}
          <MyTurn />
          {session && <Now />}
          {live.map((motion) => <MotionCard key={motion.id} motion={motion} />)}
          {session && live.length === 0 && <LastResult />}
          {session && canMove(me) && !runs && <Move />}
          {runs && !isOver(sitting) && <Run />}
          {here && <MyPart />}
          <Keys />
          {session && runs && room.beside?.notes}
        </div>
        <aside className={css['side']} aria-label={say('room.people')}>
          {/* Who runs the meeting begins with the roll; everybody else comes to hear, and to speak. */}
          {!isOver(sitting) && !runs && <Section title={say('room.speakers')}><Speakers /></Section>}
          <Section title={say(isOver(sitting) ? 'room.wasPresent' : 'room.present')}><Present /></Section>
          {!isOver(sitting) && runs && <Section title={say('room.speakers')}><Speakers /></Section>}
        </aside>
        <div className={css['rest']}>
          <Section title={say('room.agenda')}><Agenda /></Section>
          <Section title={say('room.decisions')}><Decisions /></Section>
          {past.length > 0 && <Section title={say('room.motions')}><div className={css['list']}>{past.map((motion) => <PastMotion key={motion.id} motion={motion} />)}</div></Section>}
        </div>
      </div>
      <Tray />
    </Page>
  );
}

/** When it begins, for whoever came early. */
function Begins() {
  const say = useMessages('sitting');
  const { meeting: { startsAt, environment } } = useRoom();
  const dates = useDates(environment.timeZone);
  return startsAt != null && <p className={css['begins']}>{say('room.wall.begins', { when: dates.dayTime(startsAt) })}</p>;
}

/** How old what is shown may be, while nothing new comes. */
function AsOf({ at }: { at: number | null }) {
  const say = useMessages('sitting');
  const locale = useLocale();
  const { meeting, me, runs } = useRoom();
  const offline = useConnection() !== 'ONLINE';
  const heard = useRef(Date.now());
  const [since, setSince] = useState<number | null>(null);
  useEffect(() => {
    if (!offline) heard.current = Date.now();
  }, [offline, meeting]);
  useEffect(() => setSince(offline ? heard.current : null), [offline]);
  const moment = at ?? since;
  if (moment === null) return null;
  const time = new Intl.DateTimeFormat(dated(locale), { hour: 'numeric', minute: '2-digit', timeZone: meeting.environment.timeZone }).format(moment);
  return <Notice kind="warn" title={say('room.asOf', { time })}><p>{say(me || runs ? 'room.asOf.how' : 'room.asOf.look')}</p></Notice>;
}

/** Whoever asked to speak waits for this, and may be looking elsewhere. */
function MyTurn() {
  const say = useMessages('sitting');
  const { sitting, names } = useRoom();
  const mine = sitting.speakers.find(({ id, state }) => state === 'SPEAKING' && names.speakers.get(id)?.mine);
  const turn = mine ? say('room.speak.turn') : null;
  useEffect(() => {
    if (turn) announce(turn);
  }, [turn]);
  return mine && turn && <Notice kind="good" title={turn}><SpeakerClock speaker={mine} /></Notice>;
}

interface Moved { readonly aboutId: string; readonly text: { locale: string; text: string }[] }

/** The item now before the body. */
function Now() {
  const say = useMessages('sitting');
  const { sitting, me, runs, act, beside } = useRoom();
  const [aloud, hear] = useState<Moved | null>(null);
  const item = currentItem(sitting);
  const moves = item && (runs || canMove(me)) && !liveMotions(sitting).some(({ kind }) => kind === 'APPROVE_MINUTES');
  const move = (moved: Moved, memberId: string | null) => act('moveMotion', { id: sitting.id, input: { itemId: item?.id ?? null, kind: 'APPROVE_MINUTES', ...moved, memberId } });
  // Who runs the meeting without a vote of their own enters which member moved it.
  const approve = (aboutId: string, text: Moved['text']) => (canMove(me) ? move({ aboutId, text }, null) : hear({ aboutId, text }));
  return (
    <section className={css['item']} aria-label={say('room.item.now')}>
      <p className={css['small']}>{say('room.item.now')}</p>
      {item ? <><h2 className={css['itemTitle']}><span className={css['label']}>{item.label}</span> <LocalText of={item.title} /></h2><ItemFacts item={item} /></> : <h2 className={css['itemTitle']}>{say('room.item.none')}</h2>}
      {item && (me || runs) && beside?.atItem(item.id, moves ? approve : null)}
      {aloud && <PickMember title={say('room.move.who')} among={canMove} onPick={({ id }) => move(aloud, id)} onClose={() => hear(null)} />}
    </section>
  );
}

function LastResult() {
  const say = useMessages('sitting');
  const last = lastResult(useRoom().sitting);
  return last && <Notice kind="info" title={resultSentence(last, say)}><p><LocalText of={last.amendment?.text ?? last.motion.textNow} /></p></Notice>;
}

function Ended() {
  const say = useMessages('sitting');
  const { sitting, names } = useRoom();
  return (
    <Notice kind="info" title={say(`room.news.${sitting.state}`)}>
      <p>{say(`room.ended.${sitting.state === 'NO_QUORUM' ? 'NO_QUORUM' : 'ADJOURNED'}`)}</p>
      {names.readsMinutes && <p><Link href={`/meetings/${sitting.id}/minutes`}>{say('room.ended.minutes')}</Link></p>}
    </Notice>
  );
}

/** A member's way to move something. */
function Move() {
  const say = useMessages('sitting');
  const { sitting } = useRoom();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row><Button kind="secondary" onClick={() => setOpen(true)}>{say('room.move.open')}</Button></Row>
      {open && memberOf(sitting, sitting.me?.id) && <MoveDialog onClose={() => setOpen(false)} />}
    </>
  );
}
