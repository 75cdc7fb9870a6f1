import { useConnection } from '../../apollo/connection.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { namedIn, nameTyped, withNamesKept, withSeats } from '../../lib/student-names.ts';
import { NamesNotice } from '../../shell/NamesNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type ActName, type ActVariables, isActName } from './acts.ts';
import css from './Room.module.css';
import type { QueuedAct } from './queue.ts';
import { useRoom } from './room-context.ts';
import { useWhyWords } from './words.ts';

const namesOf = (why: Extract<QueuedAct, { state: 'REFUSED' }>['why']) => (why.kind === 'FAULTY' ? namedIn(why.faults) : []);

/** What did not happen and why, until somebody has read it; and what waits to be sent. Always in sight, wherever one is on the page. */
export function Tray() {
  const say = useMessages('sitting');
  const whyWords = useWhyWords();
  const { acts, act: again, remove } = useRoom();
  const offline = useConnection() !== 'ONLINE';
  const refused = acts.flatMap((act) => (act.state === 'REFUSED' ? [act] : []));
  const waiting = acts.filter(({ state }) => state === 'WAITING');
  const name = (act: string) => say(`room.act.${isActName(act) ? act : 'callToOrder'}`);
  return (
    <div className={css['tray']} data-offline={offline || undefined}>
      {refused.map(({ key, name: act, why, variables }) => (
        <Notice key={key} kind="danger" live="assertive" title={say(act === 'castVote' ? 'room.notCounted' : 'room.notDone', { act: name(act) })}>
          {whyWords(why).map((line) => <p key={line}>{line}</p>)}
          {namesOf(why).length > 0 && isActName(act) && (
            <NamesNotice
              named={namesOf(why)} typed={(named) => nameTyped(variables, named)}
              onReplace={(named) => { remove(key); again(act, withSeats(variables, named) as ActVariables<ActName>); }}
              onKeep={() => { remove(key); again(act, withNamesKept(variables) as ActVariables<ActName>); }}
            />
          )}
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
