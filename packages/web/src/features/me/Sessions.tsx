import { useMutation } from '@apollo/client/react';
import { faultCode } from '../../apollo/faults.ts';
import { MeDocument, type MeQuery, RevokeSessionDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Sessions.module.css';

type Session = NonNullable<MeQuery['viewer']>['sessions'][number];

/** Everywhere this person is signed in; a lost phone is signed out from here. */
export function Sessions({ sessions, timeZone }: { sessions: readonly Session[]; timeZone: string }) {
  return <Stack as="ul" gap={3}>{sessions.map((session) => <OneSession key={session.id} session={session} timeZone={timeZone} />)}</Stack>;
}

function OneSession({ session, timeZone }: { session: Session; timeZone: string }) {
  const say = useMessages('home');
  const core = useMessages();
  const dates = useDates(timeZone);
  const [revoke, { loading }] = useMutation(RevokeSessionDocument, { refetchQueries: [MeDocument] });
  const end = () => void revoke({ variables: { id: session.id } }).then(() => toast(say('me.sessionEnded')), (fault: unknown) => toast(core(`fault.${faultCode(fault)}`)));
  return (
    <Card as="li" className={css['session']}>
      <div>
        <p className={css['name']}><span>{session.device ?? say(`me.transport.${session.transport}`)}</span> {session.current && <Badge kind="live">{say('me.thisOne')}</Badge>}</p>
        <p className={css['when']}>{say('me.since', { when: dates.dayTime(session.startedAt) })} {say('me.lastSeen', { when: dates.fromNow(session.lastSeenAt) })}</p>
      </div>
      {!session.current && <Button kind="danger" busy={loading} onClick={end}>{say('me.end')}</Button>}
    </Card>
  );
}
