import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import css from './Remedies.module.css';

/** The address that only whoever demanded has; the server cannot show it again. */
export function DemandSent({ secret }: { secret: string }) {
  const say = useMessages('remedies');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const address = new URL(`/demands#${secret}`, location.origin).href;
  return (
    <div ref={box} tabIndex={-1} className={css['narrow']}>
      <Notice kind="good" title={say('remedies.demand.sent')}>
        <Stack gap={4}>
          <p>{say('remedies.demand.sentHow')}</p>
          <TextField label={say('remedies.demand.link')} value={address} readOnly onFocus={(event) => event.currentTarget.select()} />
          <div className={css['screen']}>
            <Row>
              <Button kind="secondary" onClick={() => void navigator.clipboard.writeText(address).then(() => toast(say('remedies.demand.copied')), () => {})}>{say('remedies.demand.copy')}</Button>
              <Button kind="quiet" onClick={() => print()}>{say('remedies.demand.print')}</Button>
              <a href={address} className={buttonClass('quiet')}>{say('remedies.demand.open')}</a>
            </Row>
          </div>
        </Stack>
      </Notice>
    </div>
  );
}
