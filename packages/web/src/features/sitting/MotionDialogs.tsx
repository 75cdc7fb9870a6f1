import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { CirculatedMinutesDocument, MinutesOfBodyDocument, type MotionKind, type Threshold } from '../../gql/graphql.ts';
import { catalog } from '../../i18n/catalogs.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { chooseLocale } from '../../i18n/locales.ts';
import { datesIn, useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Page.tsx';
import { type SubjectKind, useRoom } from './room-context.ts';
import { canMove, currentItem, type Item, liveMotions, type Motion } from './sitting.ts';
import { type Texts, TextsField, textsIn, useWritten } from './TextsField.tsx';
import { useNames } from './words.ts';

const ON_ITEM: readonly MotionKind[] = ['MAIN', 'RECOMMEND', 'RECONSIDER', 'AMEND_MINUTES'];
const ON_MEETING: readonly MotionKind[] = ['PROCEDURAL', 'ADJOURN'];
const THRESHOLDS: readonly Threshold[] = ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT'];

/** Kinds about something that another feature knows. */
const hasSubject = (kind: MotionKind): kind is SubjectKind => kind === 'RECOMMEND' || kind === 'RECONSIDER';

/** Who says it: a member for themselves, or one whose words are entered by whoever runs the sitting. */
function Sayer({ label, value, except, error, onChange }: { label: string; value: string; except?: string; error: string | undefined; onChange: (id: string) => void }) {
  const say = useMessages('sitting');
  const { sitting, runs } = useRoom();
  const { name } = useNames();
  if (!runs) return null;
  return (
    <Select label={label} error={error} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{say('room.pick.choose')}</option>
      {sitting.members.filter((member) => canMove(member) && member.id !== except).map(({ id }) => <option key={id} value={id}>{name(id)}</option>)}
    </Select>
  );
}

const useSayer = () => {
  const { me, runs } = useRoom();
  const [memberId, setMemberId] = useState(runs ? (me && canMove(me) ? me.id : '') : '');
  return { memberId: runs && memberId !== me?.id ? memberId || null : null, missing: runs && memberId === '', value: memberId, setMemberId };
};

/** Moves a motion, in the words that will be voted on; about minutes it has words of its own to begin with. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const pick = usePickText();
  const { meeting, sitting, runs, names, act, beside } = useRoom();
  const now = currentItem(sitting);
  // Whoever writes about an item goes on writing about it while the body goes on to another.
  const [begunAt, beginAt] = useState(now);
  const item = sitting.items.find(({ id }) => id === begunAt?.id) ?? now;
  const circulated = item && names.minutes.get(item.id)?.state === 'CIRCULATED' ? names.minutes.get(item.id)! : null;
  const approving = liveMotions(sitting).some((motion) => motion.kind === 'APPROVE_MINUTES');
  const approves = circulated !== null && !approving;
  // An item that somebody wrote by hand knows of no minutes; those that wait can be approved there all the same.
  const waiting = useCirculatedMinutes(item !== null && circulated === null && !approving && item.standing?.may === 'ACTION');
  const kinds = item ? [...(approves ? ['APPROVE_MINUTES' as const] : []), ...ON_ITEM, ...(waiting.length > 0 ? ['APPROVE_MINUTES' as const] : []), ...ON_MEETING] : ON_MEETING;
  const sayer = useSayer();
  const [kind, setKind] = useState<MotionKind>(kinds[0]!);
  const [threshold, setThreshold] = useState<Threshold | ''>('');
  const [typed, setTexts] = useState<Texts | null>(null);
  const [chosen, choose] = useState('');
  const [subject, setSubject] = useState('');
  const [tried, setTried] = useState(false);
  const approved = useApprovedMinutes(kind === 'AMEND_MINUTES');
  const about = kind === 'APPROVE_MINUTES' ? (circulated ? { id: circulated.id, day: circulated.meeting.startsAt ?? null } : waiting.find(({ id }) => id === chosen) ?? waiting[0] ?? null)
    : kind === 'AMEND_MINUTES' ? approved.found.find(({ id }) => id === chosen) ?? approved.found[0] ?? null : null;
  const usual = useUsualWords(about ? kind : null, about?.day ?? null);
  const texts = typed ?? usual;
  const onItem = !ON_MEETING.includes(kind);
  const ofMinutes = kind === 'APPROVE_MINUTES' || kind === 'AMEND_MINUTES';
  const said = textsIn(texts);
  const move = () => {
    setTried(true);
    if (said.length === 0 || sayer.missing || (ofMinutes && !about)) return;
    act('moveMotion', { id: sitting.id, input: { itemId: onItem ? item?.id ?? null : null, aboutId: about?.id ?? (hasSubject(kind) && subject || null), kind, text: said, threshold: threshold || null, memberId: sayer.memberId } });
    onClose();
  };
  return (
    <Dialog open title={say('room.move.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={move}>{say('room.move.verb')}</Button>}>
      <p>{onItem && item ? say('room.move.about', { label: item.label, title: pick(item.title) }) : say('room.move.meeting')}</p>
      {onItem && item && now && now.id !== item.id && (
        <Notice kind="warn" live="polite" title={say('room.move.wentOn', { label: now.label, title: pick(now.title), item: item.label })}>
          <Row><Button kind="secondary" onClick={() => beginAt(now)}>{say('room.move.follow', { label: now.label })}</Button></Row>
        </Notice>
      )}
      <Select label={say('room.move.kind')} value={kind} onChange={(event) => { setKind(kinds.find((each) => each === event.target.value) ?? kind); setThreshold(''); setSubject(''); }}>
        {kinds.map((each) => <option key={each} value={each}>{say(`room.kind.${each}`)}</option>)}
      </Select>
      {hasSubject(kind) && beside?.subject(meeting.body.id, kind, subject, setSubject)}
      {kind === 'APPROVE_MINUTES' && waiting.length > 1 && <ByDay minutes={waiting} value={about?.id ?? ''} onChange={choose} />}
      {kind === 'AMEND_MINUTES' && <WhichMinutes approved={approved} value={about?.id ?? ''} onChange={choose} />}
      <TextsField id="motion" label={say('room.move.text')} hint={ofMinutes ? undefined : say('room.move.textHint')} error={tried && said.length === 0 ? say('room.fault.REQUIRED') : undefined} long texts={texts} onChange={setTexts} />
      <Sayer label={say('room.move.mover')} value={sayer.value} error={tried && sayer.missing ? say('room.fault.REQUIRED') : undefined} onChange={sayer.setMemberId} />
      {runs && onItem && (
        <Select label={say('room.move.threshold')} hint={say('room.move.thresholdHint')} value={threshold} onChange={(event) => setThreshold(THRESHOLDS.find((each) => each === event.target.value) ?? '')}>
          <option value="">{say('room.move.usual')}</option>
          {THRESHOLDS.map((each) => <option key={each} value={each}>{say(`room.threshold.${each}`)}</option>)}
        </Select>
      )}
    </Dialog>
  );
}

interface Approved {
  readonly found: readonly { readonly id: string; readonly day: string }[];
  readonly state: 'WAITING' | 'FAILED' | 'READ';
}

/** The body's approved minutes, the latest meeting first. */
function useApprovedMinutes(wanted: boolean): Approved {
  const { meeting } = useRoom();
  const { data, error } = useQuery(MinutesOfBodyDocument, { variables: { environmentId: meeting.environment.id, bodyId: meeting.body.id }, skip: !wanted });
  const found = (data?.minutesArchive.edges ?? []).map(({ node }) => ({ id: node.minutes.id, day: `${node.heldOn}T12:00:00Z` }));
  return { found, state: data ? 'READ' : error ? 'FAILED' : 'WAITING' };
}

/** Minutes that were sent to the members and wait to be approved, the latest meeting first; none without network. */
function useCirculatedMinutes(wanted: boolean): readonly { readonly id: string; readonly day: string }[] {
  const { meeting } = useRoom();
  const { data } = useQuery(CirculatedMinutesDocument, { variables: { bodyId: meeting.body.id }, skip: !wanted, fetchPolicy: 'cache-and-network' });
  if (!wanted) return [];
  return (data?.body?.meetings.edges ?? []).flatMap(({ node: { minutes, startsAt } }) => (minutes?.state === 'CIRCULATED' && startsAt ? [{ id: minutes.id, day: startsAt }] : []));
}

function ByDay({ minutes, value, onChange }: { minutes: readonly { readonly id: string; readonly day: string }[]; value: string; onChange: (id: string) => void }) {
  const say = useMessages('sitting');
  const { meeting } = useRoom();
  const dates = useDates(meeting.environment.timeZone);
  return (
    <Select label={say('room.amendMinutes.which')} value={value} onChange={(event) => onChange(event.target.value)}>
      {minutes.map(({ id, day }) => <option key={id} value={id}>{dates.day(day)}</option>)}
    </Select>
  );
}

/** Which approved minutes a motion is to change, and what that takes. */
function WhichMinutes({ approved: { found, state }, value, onChange }: { approved: Approved; value: string; onChange: (id: string) => void }) {
  const say = useMessages('sitting');
  if (state === 'WAITING') return <p role="status">{say('room.amendMinutes.reading')}</p>;
  if (found.length === 0) return <p role="alert">{say(state === 'FAILED' ? 'room.amendMinutes.unread' : 'room.amendMinutes.none')}</p>;
  return (
    <>
      <ByDay minutes={found} value={value} onChange={onChange} />
      <p>{say('room.amendMinutes.ways')}</p>
      <p>{say('room.amendMinutes.then')}</p>
    </>
  );
}

/** What a motion about minutes usually says, in the languages that the record is kept in; empty until its words are here. */
function useUsualWords(kind: MotionKind | null, day: string | null): Texts {
  const tags = useWritten();
  const { meeting: { environment: { timeZone } } } = useRoom();
  const [words, setWords] = useState<Texts>({});
  const locales = tags.join(' ');
  useEffect(() => {
    setWords({});
    if (kind === null || day === null) return;
    let gone = false;
    const key = kind === 'AMEND_MINUTES' ? 'room.amendMinutes.text' : 'room.approveMinutes.text';
    const spoken = locales.split(' ').flatMap((tag) => { const locale = chooseLocale([tag]); return locale === tag ? [locale] : []; });
    Promise.all(spoken.map(async (locale) => [locale, (await catalog('sitting', locale))[key]!({ when: datesIn(locale, timeZone).day(day) })] as const))
      .then((said) => { if (!gone) setWords(Object.fromEntries(said)); }, () => {});
    return () => { gone = true; };
  }, [kind, day, locales, timeZone]);
  return words;
}

/** Moves other words for a motion under debate. */
export function AmendDialog({ motion, onClose }: { motion: Motion; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const { act } = useRoom();
  const sayer = useSayer();
  const [texts, setTexts] = useState<Texts>(() => Object.fromEntries(motion.textNow.map(({ locale, text }) => [locale, text])));
  const [tried, setTried] = useState(false);
  const said = textsIn(texts);
  // Those who read one language would be asked to vote on words that change nothing. It may be meant, so it is asked once.
  const same = said.filter(({ locale, text }) => motion.textNow.some((now) => now.locale === locale && now.text.trim() === text));
  const [asked, ask] = useState(false);
  const move = () => {
    setTried(true);
    if (said.length === 0 || sayer.missing) return;
    if (same.length > 0 && !asked) return ask(true);
    act('moveAmendment', { motionId: motion.id, text: said, memberId: sayer.memberId });
    onClose();
  };
  return (
    <Dialog open title={say('room.amend.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={move}>{say('room.amend.verb')}</Button>}>
      <TextsField id="amendment" label={say('room.amend.text')} hint={say('room.amend.hint')} error={tried && said.length === 0 ? say('room.fault.REQUIRED') : undefined} long texts={texts} onChange={setTexts}
        errors={asked ? Object.fromEntries(same.map(({ locale }) => [locale, say('room.amend.same')])) : {}} />
      <Sayer label={say('room.move.mover')} value={sayer.value} error={tried && sayer.missing ? say('room.fault.REQUIRED') : undefined} onChange={sayer.setMemberId} />
    </Dialog>
  );
}

/** Moves that an item must be acted on now; the law wants both findings in words. */
export function UrgencyDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const pick = usePickText();
  const locale = useLocale();
  const { sitting, meeting, act } = useRoom();
  const sayer = useSayer();
  const [immediate, setImmediate] = useState('');
  const [afterPosting, setAfterPosting] = useState('');
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && text.trim() === '' ? say('room.fault.REQUIRED') : undefined);
  const move = () => {
    setTried(true);
    if (sayer.missing || !immediate.trim() || !afterPosting.trim()) return;
    const text = [{ locale, text: say('room.urgency.text', { title: pick(item.title) }) }];
    act('moveMotion', { id: sitting.id, input: { itemId: item.id, kind: 'URGENCY', text, threshold: null, immediate: immediate.trim(), afterPosting: afterPosting.trim(), memberId: sayer.memberId } });
    onClose();
  };
  return (
    <Dialog open title={say('room.urgency.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={move}>{say('room.urgency.verb')}</Button>}>
      <p>{say('room.urgency.about', { label: item.label, title: pick(item.title) })}</p>
      <p>{say(`room.urgency.law.${meeting.body.meetingLaw}`)}</p>
      <TextArea id="immediate" rows={2} label={say('room.urgency.immediate')} hint={say('room.urgency.immediateHint')} error={missing(immediate)} maxLength={1000} value={immediate} onChange={(event) => setImmediate(event.target.value)} />
      <TextArea id="afterPosting" rows={2} label={say('room.urgency.afterPosting')} hint={say('room.urgency.afterPostingHint')} error={missing(afterPosting)} maxLength={1000} value={afterPosting} onChange={(event) => setAfterPosting(event.target.value)} />
      <Sayer label={say('room.move.mover')} value={sayer.value} error={tried && sayer.missing ? say('room.fault.REQUIRED') : undefined} onChange={sayer.setMemberId} />
    </Dialog>
  );
}
