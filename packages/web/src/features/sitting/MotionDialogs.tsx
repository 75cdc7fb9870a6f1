import { useState } from 'react';
import type { MotionKind, Threshold } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { useRoom } from './room-context.ts';
import { canMove, currentItem, type Item, type Motion } from './sitting.ts';
import { type Texts, TextsField, textsIn } from './TextsField.tsx';
import { useNames } from './words.ts';

const KINDS: readonly MotionKind[] = ['MAIN', 'RECOMMEND', 'PROCEDURAL', 'ADJOURN'];
const THRESHOLDS: readonly Threshold[] = ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_PRESENT', 'MAJORITY_OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'UNANIMOUS_OF_PRESENT'];

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

/** Moves a motion, in the words that will be voted on. */
export function MoveDialog({ onClose }: { onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const pick = usePickText();
  const { sitting, runs, act } = useRoom();
  const item = currentItem(sitting);
  const sayer = useSayer();
  const [kind, setKind] = useState<MotionKind>(item ? 'MAIN' : 'PROCEDURAL');
  const [threshold, setThreshold] = useState<Threshold | ''>('');
  const [texts, setTexts] = useState<Texts>({});
  const [tried, setTried] = useState(false);
  const needsItem = kind === 'MAIN' || kind === 'RECOMMEND';
  const said = textsIn(texts);
  const move = () => {
    setTried(true);
    if (said.length === 0 || sayer.missing) return;
    act('moveMotion', { id: sitting.id, input: { itemId: needsItem ? item?.id ?? null : null, kind, text: said, threshold: threshold || null, memberId: sayer.memberId } });
    onClose();
  };
  return (
    <Dialog open title={say('room.move.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={move}>{say('room.move.verb')}</Button>}>
      <p>{needsItem && item ? say('room.move.about', { label: item.label, title: pick(item.title) }) : say('room.move.meeting')}</p>
      <Select label={say('room.move.kind')} value={kind} onChange={(event) => setKind(KINDS.find((each) => each === event.target.value) ?? kind)}>
        {KINDS.filter((each) => item || (each !== 'MAIN' && each !== 'RECOMMEND')).map((each) => <option key={each} value={each}>{say(`room.kind.${each}`)}</option>)}
      </Select>
      <TextsField id="motion" label={say('room.move.text')} hint={say('room.move.textHint')} error={tried && said.length === 0 ? say('room.fault.REQUIRED') : undefined} long texts={texts} onChange={setTexts} />
      <Sayer label={say('room.move.mover')} value={sayer.value} error={tried && sayer.missing ? say('room.fault.REQUIRED') : undefined} onChange={sayer.setMemberId} />
      {runs && needsItem && (
        <Select label={say('room.move.threshold')} hint={say('room.move.thresholdHint')} value={threshold} onChange={(event) => setThreshold(THRESHOLDS.find((each) => each === event.target.value) ?? '')}>
          <option value="">{say('room.move.usual')}</option>
          {THRESHOLDS.map((each) => <option key={each} value={each}>{say(`room.threshold.${each}`)}</option>)}
        </Select>
      )}
    </Dialog>
  );
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
  const move = () => {
    setTried(true);
    if (said.length === 0 || sayer.missing) return;
    act('moveAmendment', { motionId: motion.id, text: said, memberId: sayer.memberId });
    onClose();
  };
  return (
    <Dialog open title={say('room.amend.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={move}>{say('room.amend.verb')}</Button>}>
      <TextsField id="amendment" label={say('room.amend.text')} hint={say('room.amend.hint')} error={tried && said.length === 0 ? say('room.fault.REQUIRED') : undefined} long texts={texts} onChange={setTexts} />
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
