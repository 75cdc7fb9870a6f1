import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useMemo, useRef } from 'react';
import { useConnection } from '../../apollo/connection.ts';
import { faultCode, ServerFault } from '../../apollo/faults.ts';
import { useLive } from '../../apollo/use-live.ts';
import { RoomDocument, RoomNamesDocument, SittingTurnedDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { PageSkeleton } from '../../shell/PageSkeleton.tsx';
import { useViewer } from '../../shell/use-viewer.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import type { Beside } from './room-context.ts';
import { RoomView } from './RoomView.tsx';
import { namesOf, NO_NAMES, type RoomMeeting, type Sitting } from './sitting.ts';
import { useKeepPage, useKeepRoom, useKeptRoom } from './use-kept-room.ts';

export const hasSitting = (meeting: RoomMeeting | null | undefined): meeting is RoomMeeting & { sitting: Sitting } => meeting?.sitting != null;

/** A meeting's room as the server tells it, live; what is the viewer's own is asked for apart, because no shared message carries it. */
export function useRoomData(id: string) {
  const result = useQuery(RoomDocument, { variables: { id }, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  const { data: namedNow, previousData: namedBefore, refetch: renamed, error: nameless } = useQuery(RoomNamesDocument, { variables: { id }, fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' });
  // An action item that a shared message brings has no name until they are read again.
  const named = namedNow ?? namedBefore;
  const meeting = result.data?.meeting ?? null;
  useLive(SittingTurnedDocument, meeting?.sitting ? { id } : null);
  const client = useApolloClient();
  const turn = meeting?.sitting && `${meeting.sitting.state} ${meeting.sitting.presiding?.id ?? ''}`;
  // Who may do what changes with these, and so may names.
  const known = useRef(turn);
  useEffect(() => {
    const before = known.current;
    known.current = turn;
    if (!turn || !before || turn === before) return;
    void client.query({ query: RoomDocument, variables: { id }, fetchPolicy: 'network-only' }).catch(() => {});
    void renamed().catch(() => {});
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [turn]);
  const names = useMemo(() => namesOf(named?.meeting), [named]);
  return { result, meeting, names, named: named !== undefined || nameless !== undefined };
}

/** The room's page: live, or as this device saw it last when there is no network. */
export function LiveRoom({ id, beside }: { id: string; beside: Beside }) {
  const say = useMessages('sitting');
  const viewer = useViewer();
  const { result, meeting, names, named } = useRoomData(id);
  const away = useConnection() !== 'ONLINE';
  const lost = result.error != null && (away || faultCode(result.error) === 'UNREACHABLE');
  const kept = useKeptRoom(id, !meeting && lost);
  const person = viewer?.id ?? (viewer === undefined ? kept?.person ?? null : null);
  const read = () => void result.refetch().catch(() => {});
  const shown = meeting ?? kept?.shown.meeting ?? null;
  const keptNames = useMemo(() => (kept ? { ...NO_NAMES, members: new Map(kept.shown.names) } : NO_NAMES), [kept]);
  useKeepPage();
  useKeepRoom(meeting, names, viewer?.id ?? null);
  // Nobody is called by their seat for a moment, and by name then.
  if (meeting && !named) return <PageSkeleton />;
  if (hasSitting(shown)) {
    return <RoomView key={`${id} ${person}`} meeting={shown} names={meeting ? names : keptNames} person={person} known={viewer != null} asOf={meeting ? null : kept?.at ?? null} onRead={read} beside={beside} />;
  }
  if (shown) {
    return (
      <Page title={say('room.none')}>
        <EmptyState title={say('room.none.title')} action={<Link href={`/meetings/${id}`} className={buttonClass('secondary')}>{say('room.toMeeting')}</Link>}>{say('room.none.how')}</EmptyState>
      </Page>
    );
  }
  if (result.loading || (lost && kept === undefined)) return <PageSkeleton />;
  return <FaultPanel fault={result.error ?? new ServerFault('NOT_FOUND')} onRetry={read} />;
}
