import { useConnection } from '../../apollo/connection.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { isActName } from './acts.ts';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { useWhyWords } from './words.ts';

/** What did not happen and why, until somebody has read it; and what waits to be sent. Always in sight, wherever one is on the page. */
export function Tray() {
  const say = useMessages('sitting');
  const whyWords = useWhyWords();
  const { acts, remove } = useRoom();
  const offline = useConnection() !== 'ONLINE';
  const refused = acts.flatMap((act) => (act.state === 'REFUSED' ? [act] : []));
  const waiting = acts.filter(({ state }) => state === 'WAITING');
  const name = (act: string) => say(`room.act.${isActName(act) ? act : 'callToOrder'}`);
  return (
    <div className={css['tray']} data-offline={offline || undefined}>
      {refused.map(({ key, name: act, why }) => (
        <Notice key={key} kind="danger" live="assertive" title={say(act === 'castVote' ? 'room.notCounted' : 'room.notDone', { act: name(act) })}>
          {whyWords(why).map((line) => <p key={line}>{line}</p>)}
          <div><Button kind="secondary" onClick={() => remove(key)}>{say('room.gotIt')}</Button></div>
        </Notice>
      ))}
      {offline && waiting.length > 0 && (
        <Notice kind="warn" live="polite" title={say('room.waiting', { count: waiting.length })}>
          <details className={css['fold']}>
            <summary>{say('room.waiting.show')}</summary>
            <ol className={css['waiting']}>
              {waiting.map(({ key, name: act }) => <li key={key} className={css['line']}><span>{name(act)}</span><Button kind="quiet" aria-label={say('room.takeBack.of', { act: name(act) })} onClick={() => remove(key)}>{say('room.takeBack')}</Button></li>)}
            </ol>
          </details>
        </Notice>
      )}
    </div>
  );
}
