import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { AttendDocument, RoomDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer, useViewerFault } from '../../shell/use-viewer.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Stack } from '../../ui/Page.tsx';
import { isHere, meOf } from './sitting.ts';

type Outcome = 'IN' | 'STALE' | 'NO_CODE' | 'NOT_A_MEMBER' | 'NOT_NOW' | { readonly fault: unknown };

/** Scanned at the door: marks that the member who is signed in stands in the room, and says what came of it. */
export function Door({ id }: { id: string }) {
  const say = useMessages('sitting');
  const pick = usePickText();
  const viewer = useViewer();
  const failed = useViewerFault();
  const client = useApolloClient();
  const result = useQuery(RoomDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const [code] = useState(() => location.hash.slice(1));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const key = useRef('');
  const meeting = result.data?.meeting;
  const sitting = meeting?.sitting;
  const me = sitting ? meOf(sitting) : null;
  useEffect(() => {
    if (!viewer || !sitting || outcome !== null) return;
    if (!me) return setOutcome('NOT_A_MEMBER');
    if (isHere(me)) return setOutcome('IN');
    if (!code) return setOutcome('NO_CODE');
    // A second render, or a lost answer, is the same arrival.
    key.current ||= crypto.randomUUID();
    client.mutate({ mutation: AttendDocument, variables: { key: key.current, id, kind: 'ARRIVED', way: 'IN_ROOM', doorCode: code, at: null }, fetchPolicy: 'no-cache' }).then(({ data }) => {
      const answer = data?.attend;
      const reasons = answer?.__typename === 'SittingRefused' ? answer.refusals.map(({ reason }) => reason) : [];
      setOutcome(answer?.__typename === 'SittingDone' || reasons.includes('ALREADY_PRESENT') ? 'IN' : reasons.includes('DOOR_CODE') ? 'STALE' : 'NOT_NOW');
      if (answer?.__typename === 'SittingDone') void client.refetchQueries({ include: [RoomDocument] });
    }, (fault: unknown) => setOutcome({ fault }));
  }, [viewer, sitting, me, code, id, client, outcome]);

  if (viewer === undefined && failed) return <FaultPanel fault={failed.fault} onRetry={failed.retry} />;
  if (viewer === undefined || (result.loading && !meeting)) return <PageSkeleton />;
  if (!meeting) return <FaultPanel fault={result.error ?? new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch().catch(() => {})} />;
  const title = pick(meeting.title);
  if (viewer === null) {
    return (
      <Page title={say('door.signIn')} lead={title}>
        <Stack gap={4}>
          <p>{say('door.signIn.how')}</p>
          <Row><Link href={`/s?to=${encodeURIComponent(`/meetings/${id}/door#${code}`)}`} className={buttonClass()}>{say('door.signIn.verb')}</Link></Row>
        </Stack>
      </Page>
    );
  }
  if (!sitting) return <Page title={say('room.none')} lead={title} />;
  if (outcome === null) return <PageSkeleton title={title} />;
  if (typeof outcome === 'object') return <FaultPanel fault={outcome.fault} onRetry={() => setOutcome(null)} />;
  const toRoom = <Row><Link href={`/meetings/${id}/room`} className={buttonClass()}>{say('room.open')}</Link></Row>;
  return (
    <Page title={say(`door.${outcome}`)} lead={title}>
      <Stack gap={4}>
        <Notice kind={outcome === 'IN' ? 'good' : 'warn'} live="polite"><p>{say(`door.${outcome}.how`)}</p></Notice>
        {toRoom}
      </Stack>
    </Page>
  );
}

