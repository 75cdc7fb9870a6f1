import type { BallotSecrecy, BallotState } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';

const KINDS: Record<BallotState, 'plain' | 'live' | 'done' | 'warn'> = {
  DRAFT: 'warn', SCHEDULED: 'plain', OPEN: 'live', CLOSED: 'plain', TALLIED: 'plain', CERTIFIED: 'done', WITHDRAWN: 'warn',
};

export const StateBadge = ({ state }: { state: BallotState }) => <Badge kind={KINDS[state]}>{useMessages()(`ballotState.${state}`)}</Badge>;

/** Who could find out how somebody voted, in a word. */
export const SecrecyBadge = ({ secrecy }: { secrecy: BallotSecrecy }) => <Badge>{useMessages()(`secrecy.${secrecy}`)}</Badge>;
