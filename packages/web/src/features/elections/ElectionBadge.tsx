import type { ElectionState } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';

const KINDS: Record<ElectionState, 'plain' | 'live' | 'done' | 'warn'> = {
  SCHEDULED: 'warn', NOTICED: 'plain', NOMINATING: 'live', OPEN: 'live', CLOSED: 'plain', TALLIED: 'plain', CERTIFIED: 'done', CHALLENGED: 'warn',
  SET_ASIDE: 'warn', WITHDRAWN: 'warn',
};

export const ElectionBadge = ({ state }: { state: ElectionState }) => <Badge kind={KINDS[state]}>{useMessages('elections')(`state.${state}`)}</Badge>;
