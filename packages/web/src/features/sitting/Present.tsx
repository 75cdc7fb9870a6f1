import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { isHere, isOver, type Member } from './sitting.ts';
import { serverNow } from './timer.ts';
import { useNames } from './words.ts';

const MARKS = { NOT_COME: '○', IN_ROOM: '●', REMOTE: '◐', LEFT: '◌' } as const;
const TURNS = ['IN_ROOM', 'REMOTE', 'LEFT'] as const;

/** What one more tap makes of a member: here, remote, left, and here again. Without an address to take part online nobody is remote. */
export function nextTurn(presence: Member['presence'], online: boolean): (typeof TURNS)[number] {
  if (presence === 'IN_ROOM') return online ? 'REMOTE' : 'LEFT';
  return presence === 'REMOTE' ? 'LEFT' : 'IN_ROOM';
}

/** Who is present, by seat. Whoever runs the sitting calls the roll here, one tap for each member. */
export function Present() {
  const say = useMessages('sitting');
  const { sitting, meeting, runs, acts, act } = useRoom();
  const { name, seat } = useNames();
  const calls = runs && !isOver(sitting);
  const waits = (id: string) => acts.some((each) => each.state === 'WAITING' && ((each.name === 'recordAttendance' && each.variables['memberId'] === id) || (each.name === 'attend' && sitting.me?.id === id)));
  const record = (member: Member) => {
    const way = nextTurn(member.presence, meeting.onlineUrl != null);
    const at = new Date(serverNow()).toISOString();
    act('recordAttendance', way === 'LEFT' ? { id: sitting.id, memberId: member.id, kind: 'LEFT', way: null, at } : turned(member, way, at));
  };
  /** Whoever is there already and turns remote leaves the room and arrives by the line. */
  const turned = (member: Member, way: 'IN_ROOM' | 'REMOTE', at: string) => {
    if (isHere(member)) act('recordAttendance', { id: sitting.id, memberId: member.id, kind: 'LEFT', way: null, at });
    return { id: sitting.id, memberId: member.id, kind: 'ARRIVED' as const, way, at };
  };
  return (
    <>
      {calls && <p className={css['note']} id="roll-how">{say(meeting.onlineUrl == null ? 'room.roll.how.inRoom' : 'room.roll.how')}</p>}
      <ul className={css['chips']} id="roll">
        {sitting.members.map((member) => {
          const words = say(`room.presence.${member.presence}`);
          const shown = (
            <>
              <span aria-hidden="true" className={css['mark']}>{MARKS[member.presence]}</span>
              <span className={css['chipName']}>
                <strong>{name(member.id)}</strong>
                <span className={css['small']}>{[member.office && say(`room.office.${member.office}`), name(member.id) === seat(member) ? '' : seat(member), !member.votes && say('room.noVote'), words, waits(member.id) && say('room.waits')].filter(Boolean).join(' · ')}</span>
              </span>
            </>
          );
          return (
            <li key={member.id}>
              {calls
                ? <button type="button" className={css['chip']} data-presence={member.presence} aria-describedby="roll-how" onClick={() => record(member)}>{shown}</button>
                : <span className={css['chip']} data-presence={member.presence}>{shown}</span>}
            </li>
          );
        })}
      </ul>
      <Visitors />
    </>
  );
}

function Visitors() {
  const say = useMessages('sitting');
  const { sitting: { id, visitors, state }, runs, act } = useRoom();
  const set = (next: number) => act('countVisitors', { id, visitors: Math.max(0, next) });
  return (
    <div className={css['line']}>
      <span>{say('room.visitors', { count: visitors })}</span>
      {runs && !isOver({ state }) && (
        <span className={css['line']}>
          <Button kind="secondary" aria-label={say('room.visitors.fewer')} disabled={visitors === 0} onClick={() => set(visitors - 1)}>−</Button>
          <Button kind="secondary" aria-label={say('room.visitors.more')} onClick={() => set(visitors + 1)}>+</Button>
        </span>
      )}
    </div>
  );
}
