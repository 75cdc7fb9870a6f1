import type { MeetingState } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';

const KINDS: Record<MeetingState, 'plain' | 'live' | 'done' | 'warn'> = { DRAFT: 'warn', NOTICED: 'live', IN_SESSION: 'live', ADJOURNED: 'done', CANCELLED: 'warn', NO_QUORUM: 'plain' };

export function StateBadge({ state }: { state: MeetingState }) {
  const say = useMessages('meetings');
  return <Badge kind={KINDS[state]}>{say(`meetings.state.${state}`)}</Badge>;
}
