import { faultCode } from '../apollo/faults.ts';
import { useViewer } from './use-viewer.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page, Row } from '../ui/Page.tsx';

/** A whole page that could not be shown: what happened, and what to do next. */
export function FaultPanel({ fault, onRetry }: { fault: unknown; onRetry: () => void }) {
  const say = useMessages();
  const code = faultCode(fault);
  const viewer = useViewer();
  return (
    <Page title={say(`fault.${code}.title`)} lead={say(`fault.${code}`)}>
      <Row>
        {(code === 'UNAUTHENTICATED' || (code === 'NOT_FOUND' && viewer === null)) && <Link className={buttonClass()} href={`/s?to=${encodeURIComponent(location.pathname)}`}>{say('signIn')}</Link>}
        {code !== 'UNAUTHENTICATED' && code !== 'NOT_FOUND' && <Button onClick={onRetry}>{say('retry')}</Button>}
        <Link className={buttonClass('secondary')} href="/">{say('toHome')}</Link>
      </Row>
    </Page>
  );
}
