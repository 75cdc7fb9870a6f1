import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { isHere, isOver } from './sitting.ts';
import { serverNow } from './timer.ts';

/** A member's own coming and going. In the room it takes the door's code, or a word to whoever runs the meeting. */
export function MyPart() {
  const say = useMessages('sitting');
  const { sitting, meeting, me, runs, act } = useRoom();
  if (!me || isOver(sitting)) return null;
  const at = () => new Date(serverNow()).toISOString();
  const here = isHere(me);
  const come = (way: 'IN_ROOM' | 'REMOTE') => act('attend', { id: sitting.id, kind: 'ARRIVED', way, doorCode: null, at: at() });
  return (
    <div className={css['mine']}>
      <p><strong>{say(`room.me.${me.presence}`)}</strong></p>
      <Row>
        {!here && runs && <Button onClick={() => come('IN_ROOM')}>{say('room.me.come')}</Button>}
        {!here && meeting.onlineUrl != null && <Button kind={runs ? 'secondary' : 'primary'} onClick={() => come('REMOTE')}>{say('room.me.comeRemote')}</Button>}
        {here && <Button kind="quiet" onClick={() => act('attend', { id: sitting.id, kind: 'LEFT', way: null, doorCode: null, at: at() })}>{say('room.me.leave')}</Button>}
      </Row>
      {!here && !runs && <p className={css['note']}>{say('room.me.door')}</p>}
    </div>
  );
}
