import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import { AddItemDialog } from './AddItemDialog.tsx';
import { Confirm } from './Confirm.tsx';
import { DoorDialog } from './DoorDialog.tsx';
import { MoveDialog } from './MotionDialogs.tsx';
import { PickMember } from './PickMember.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { isHere, memberOf, nextItem, openQuestion } from './sitting.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useNames } from './words.ts';

type Open = 'DOOR' | 'PRESIDE' | 'RECORD' | 'ITEM' | 'ADJOURN' | 'END' | 'MOVE' | null;

/** What whoever runs the meeting does with it as a whole. */
export function Run() {
  const say = useMessages('sitting');
  const pick = usePickText();
  const { sitting, act, names } = useRoom();
  const { name } = useNames();
  const [open, setOpen] = useState<Open>(null);
  const { id, state } = sitting;
  const close = () => setOpen(null);
  const next = nextItem(sitting);
  const session = state === 'IN_SESSION';
  const presiding = memberOf(sitting, sitting.presiding?.id);
  return (
    <div className={css['run']}>
      <h2 className={css['h3']}>{say('room.run')}</h2>
      {session && <p className={css['small']}>{[presiding && say('room.presides', { name: name(presiding.id) }), names.recorder && say('room.records', { name: names.recorder })].filter(Boolean).join(' · ')}</p>}
      <Row>
        {state === 'NOTICED' && <Button id="call" onClick={() => act('callToOrder', { id, presidingId: null, recorderId: null })}>{say('room.call.verb')}</Button>}
        {session && next && openQuestion(sitting) === null && <Button id="next" kind="secondary" onClick={() => act('takeUpItem', { id, itemId: next.id })}>{say('room.next', { label: next.label, title: pick(next.title) })}</Button>}
        {session && <Button kind="secondary" onClick={() => setOpen('MOVE')}>{say('room.move.open')}</Button>}
        <Button kind="secondary" onClick={() => setOpen('DOOR')}>{say('room.door.open')}</Button>
        <Link href={`/meetings/${id}/projector`} className={buttonClass('secondary')} target="_blank">{say('room.projector')}</Link>
      </Row>
      <details className={css['fold']}>
        <summary>{say('room.more')}</summary>
        <Row>
          <Button kind="secondary" onClick={() => setOpen('PRESIDE')}>{say(session ? 'room.preside.verb' : 'room.call.as')}</Button>
          {session && <Button kind="secondary" onClick={() => setOpen('RECORD')}>{say('room.record.verb')}</Button>}
          {session && <Button kind="secondary" onClick={() => setOpen('ITEM')}>{say('room.addItem.verb')}</Button>}
          {session && <Button kind="danger" onClick={() => setOpen('ADJOURN')}>{say('room.adjourn.verb')}</Button>}
          <Button kind="danger" onClick={() => setOpen('END')}>{say('room.end.verb')}</Button>
        </Row>
      </details>
      {open === 'DOOR' && <DoorDialog onClose={close} />}
      {open === 'MOVE' && <MoveDialog onClose={close} />}
      {open === 'ITEM' && <AddItemDialog onClose={close} />}
      {open === 'PRESIDE' && <PickMember title={say('room.preside.who')} onPick={(member) => (session ? act('preside', { id, memberId: member.id }) : act('callToOrder', { id, presidingId: member.id, recorderId: null }))} onClose={close} />}
      {open === 'RECORD' && <PickMember title={say('room.record.who')} among={isHere} onPick={(member) => act('takeRecord', { id, memberId: member.id })} onClose={close} />}
      {open === 'ADJOURN' && <Confirm title={say('room.adjourn.title')} how={say('room.adjourn.how')} verb={say('room.adjourn.verb')} onDone={() => act('adjournMeeting', { id })} onClose={close} />}
      {open === 'END' && <Confirm title={say('room.end.title')} how={say('room.end.how')} verb={say('room.end.verb')} onDone={() => act('endWithoutQuorum', { id })} onClose={close} />}
    </div>
  );
}
