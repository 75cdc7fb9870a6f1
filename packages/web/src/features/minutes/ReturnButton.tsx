import { useState } from 'react';
import { ReturnMinutesDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Minutes.module.css';
import type { Minutes } from './minutes.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMinutesAct } from './use-minutes-act.ts';

/** Takes circulated minutes back to the desk, where something in them was wrong. */
export default function ReturnButton({ minutes: { id, version } }: { minutes: Minutes }) {
  const core = useMessages();
  const say = useMessages('minutes');
  const [asking, ask] = useState(false);
  const { run, busy, trouble } = useMinutesAct();
  return (
    <div className={css['screen']}>
      <TroubleNotice trouble={trouble} />
      <Row><Button kind="quiet" busy={busy} onClick={() => ask(true)}>{say('minutes.return')}</Button></Row>
      <Dialog open={asking} title={say('minutes.return.title')} closeLabel={core('cancel')} onClose={() => ask(false)} actions={<Button kind="danger" onClick={() => { ask(false); void run(ReturnMinutesDocument, { id, version }); }}>{say('minutes.return')}</Button>}>
        <p>{say('minutes.return.how')}</p>
      </Dialog>
    </div>
  );
}
