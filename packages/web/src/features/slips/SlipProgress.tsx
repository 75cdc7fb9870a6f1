import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { SlipRun } from './make-slips.ts';
import type { Stage } from './use-slip-run.ts';

interface SlipProgressProps {
  stage: Exclude<Stage, { at: 'CHOOSING' | 'DONE' }>;
  onCancel: () => void;
  onGoOn: (run: SlipRun, total: number) => void;
  onWrite: (run: SlipRun) => void;
  onAgain: () => void;
}

/** Long work with its counts; and, where it stopped, exactly what is kept and what is not. */
export function SlipProgress({ stage, onCancel, onGoOn, onWrite, onAgain }: SlipProgressProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const cancel = <Row><Button kind="secondary" onClick={onCancel}>{say('cancel')}</Button></Row>;
  switch (stage.at) {
    case 'READING':
      return <Stack gap={5}><Progress label={stage.total === null ? staff('slips.reading') : staff('slips.readingOf', { done: stage.done, total: stage.total })} done={stage.done} total={stage.total} />{cancel}</Stack>;
    case 'STORING':
      return (
        <Stack gap={5}>
          <Progress label={staff('slips.storing', { done: stage.run.stored.length, total: stage.total })} done={stage.run.stored.length} total={stage.total} />
          <p>{staff('slips.stayHere')}</p>
          {cancel}
        </Stack>
      );
    case 'WRITING':
      return <Stack gap={5}><Progress label={staff('slips.writing', { done: stage.done, total: stage.total })} done={stage.done} total={stage.total} /><p>{staff('slips.stayHere')}</p>{cancel}</Stack>;
    case 'HALTED': {
      const { stored, doubtful, waiting, fault } = stage.run;
      return (
        <Stack gap={5}>
          <FaultNotice fault={fault} />
          <Notice kind="warn" live="polite" title={staff('slips.halted')}>
            <ul>
              <li>{staff('slips.haltedStored', { count: stored.length })}</li>
              {doubtful.length > 0 && <li>{staff('slips.haltedDoubtful', { count: doubtful.length })}</li>}
              {waiting.length > 0 && <li>{staff('slips.haltedWaiting', { count: waiting.length })}</li>}
            </ul>
            <p>{staff('slips.haltedHow')}</p>
          </Notice>
          <Row>
            <Button onClick={() => onGoOn(stage.run, stage.total)}>{staff('slips.goOn')}</Button>
            {stored.length > 0 && <Button kind="secondary" onClick={() => onWrite(stage.run)}>{staff('slips.writeStored', { count: stored.length })}</Button>}
            {stored.length === 0 && <Button kind="quiet" onClick={onAgain}>{say('back')}</Button>}
          </Row>
        </Stack>
      );
    }
    case 'UNWRITTEN':
      return (
        <Stack gap={5}>
          <Notice kind={stage.fault == null ? 'warn' : 'danger'} live="assertive" title={staff('slips.unwritten')}>
            <p>{staff('slips.unwrittenHow', { count: stage.run.stored.length })}</p>
          </Notice>
          <Row><Button onClick={() => onWrite(stage.run)}>{staff('slips.writeAgain')}</Button></Row>
        </Stack>
      );
  }
}
