import { useMessages } from '../../i18n/use-messages.ts';
import { Meter } from '../../ui/Meter.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';

/** The first thing to know: how many are there, how many must be, and whether the body can act. */
export function QuorumLine() {
  const say = useMessages('sitting');
  const { sitting: { state, quorum: { present, needed, members, met } } } = useRoom();
  // Before the meeting nothing is amiss: people are still coming.
  const early = state === 'NOTICED' && !met;
  return (
    <div className={`${css['quorum']} ${met ? css['met'] : early ? '' : css['unmet']}`}>
      <p className={css['quorumWords']}>
        <span className={css['big']}>{say('room.quorum.present', { present, members })}</span>
        <span>{say('room.quorum.needed', { needed })}</span>
        <strong className={css['verdict']}><span aria-hidden="true">{met ? '✓' : early ? '○' : '✕'}</span> {say(met ? 'room.quorum.met' : early ? 'room.quorum.notYet' : 'room.quorum.unmet')}</strong>
      </p>
      <Meter label={say('room.quorum')} text={say('room.quorum.short', { present, needed })} value={present} max={members} goal={needed} />
    </div>
  );
}
