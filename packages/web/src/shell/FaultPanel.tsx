import { useConnection } from '../apollo/connection.ts';
import { faultCode } from '../apollo/faults.ts';
import { useViewer } from './use-viewer.ts';
import { useMessages } from '../i18n/use-messages.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import { Link } from '../ui/Link.tsx';
import { Page, Row } from '../ui/Page.tsx';

/** A whole page that could not be shown: what happened, and what to do next. */
export function FaultPanel({ fault, onRetry }: { fault: unknown; onRetry: () => void }) {
  const say = useMessages();
  const connection = useConnection();
  const code = faultCode(fault);
  // Without a connection that is the reason, also where a page's code did not come and the fault has no better name.
  const away = connection !== 'ONLINE' && (code === 'UNREACHABLE' || code === 'INTERNAL');
  const viewer = useViewer();
  return (
    <Page title={say(away ? `away.${connection}.title` : `fault.${code}.title`)} lead={say(away ? `away.${connection}` : `fault.${code}`)}>
      <Row>
        {(code === 'UNAUTHENTICATED' || (code === 'NOT_FOUND' && viewer === null)) && <Link className={buttonClass()} href={`/s?to=${encodeURIComponent(location.pathname)}`}>{say('signIn')}</Link>}
        {code !== 'UNAUTHENTICATED' && code !== 'NOT_FOUND' && <Button onClick={onRetry}>{say('retry')}</Button>}
        <Link className={buttonClass('secondary')} href="/">{say('toHome')}</Link>
      </Row>
    </Page>
  );
}
