import { useEffect, useState } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { groupedSlip, slipAddress } from '../../lib/slip.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import css from './OwnSlip.module.css';

/** The administrator's own slip, shown once: it was made in this browser and nobody else has it. */
export function OwnSlip({ slip }: { slip: string }) {
  const say = useMessages('setUp');
  const address = slipAddress(location.origin, slip, useLocale());
  const [qr, setQr] = useState<{ path: string; size: number } | null>(null);
  // Without the square, because the network is away, the link and the code remain.
  useEffect(() => void import('../../lib/qr-path.ts').then(({ qrPath }) => setQr(qrPath(address)), () => {}), [address]);
  const copy = () => void navigator.clipboard.writeText(address).then(() => toast(say('ownSlip.copied')), () => toast(say('ownSlip.notCopied')));
  return (
    <Stack gap={5}>
      <Notice kind="warn" title={say('ownSlip.keep')}><p>{say('ownSlip.keepWhy')}</p></Notice>
      <Card marked>
        <Stack gap={3}>
          <p>{say('ownSlip.label')}</p>
          <p className={css['slip']} translate="no">{groupedSlip(slip)}</p>
          {qr && <svg className={css['qr']} viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`} role="img" aria-label={say('ownSlip.qr')}><path d={qr.path} /></svg>}
          <p className={css['address']} translate="no">{address}</p>
        </Stack>
      </Card>
      <Row>
        <Button onClick={() => window.print()}>{say('ownSlip.print')}</Button>
        <Button kind="secondary" onClick={copy}>{say('ownSlip.copy')}</Button>
        <Link href="/" className={buttonClass('quiet')}>{say('ownSlip.kept')}</Link>
      </Row>
    </Stack>
  );
}
