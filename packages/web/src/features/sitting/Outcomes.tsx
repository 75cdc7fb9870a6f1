import { useState } from 'react';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionTurn } from './ActionTurn.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';

/** What the body decided, and who does what by when. */
export function Decisions() {
  const say = useMessages('sitting');
  const { sitting, names, runs } = useRoom();
  const [assigning, assign] = useState<{ decisionId: string | null } | null>(null);
  return (
    <>
      {sitting.decisions.length === 0 && <p className={css['note']}>{say('room.decisions.none')}</p>}
      <ol className={css['decisions']}>
        {sitting.decisions.map((decision) => (
          <li key={decision.id}>
            <p><strong>{say('room.decision', { number: decision.number })}</strong> <LocalText of={decision.text} /></p>
            <Actions of={names.actions.filter(({ decisionId }) => decisionId === decision.id)} />
            {runs && <Row><Button kind="quiet" aria-label={say('room.action.assignFor', { number: decision.number })} onClick={() => assign({ decisionId: decision.id })}>{say('room.action.assign')}</Button></Row>}
          </li>
        ))}
      </ol>
      <Actions of={names.actions.filter(({ decisionId }) => decisionId == null)} />
      {runs && sitting.currentItemId != null && <Row><Button kind="quiet" onClick={() => assign({ decisionId: null })}>{say('room.action.assignItem')}</Button></Row>}
      {assigning && <ActionDialog decisionId={assigning.decisionId} onClose={() => assign(null)} />}
    </>
  );
}

function Actions({ of }: { of: ReturnType<typeof useRoom>['names']['actions'] }) {
  const say = useMessages('sitting');
  const { meeting } = useRoom();
  const dates = useDates(meeting.environment.timeZone);
  if (of.length === 0) return null;
  return (
    <ul className={css['actions']}>
      {of.map((action) => { const { id, title, ownerName, ownerIsViewer, due, state } = action; return (
        <li key={id}>
          <span>{title}</span>{' '}
          <span className={css['small']}>{[ownerIsViewer ? say('room.action.you') : ownerName ?? say('room.somebody'), due && say('room.action.due', { day: dates.day(`${due}T12:00:00Z`) })].filter(Boolean).join(' · ')}</span>{' '}
          {state !== 'OPEN' && <Badge kind={state === 'DONE' ? 'done' : 'plain'}>{say(`room.action.${state}`)}</Badge>}
          <ActionTurn action={action} />
        </li>
      ); })}
    </ul>
  );
}
