import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import css from './Decisions.module.css';
import { type Action, useOwnerWords, useStandingWords } from './words.ts';

/** An action item as anybody may read it: what, who, by when, and what became of it. */
export function ActionLine({ action, timeZone }: { action: Action; timeZone: string }) {
  const say = useMessages('decisions');
  const owner = useOwnerWords();
  const standing = useStandingWords(timeZone);
  const { note, overdue, state, title } = action;
  return (
    <>
      <p className={css['what']}>{title} {overdue && <Badge kind="warn">{say('actions.late')}</Badge>}{state !== 'OPEN' && <Badge kind={state === 'DONE' ? 'done' : 'plain'}>{say(`actions.state.${state}`)}</Badge>}</p>
      <p className={css['small']}>{owner(action)} · {standing(action)}</p>
      {note && <p className={css['small']}>{say('actions.note', { note })}</p>}
    </>
  );
}
