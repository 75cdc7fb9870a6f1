import type { ProposalState } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';

const KINDS: Record<ProposalState, 'plain' | 'live' | 'done' | 'warn'> = { DRAFT: 'warn', OPEN: 'live', ADOPTED: 'done', NOT_ADOPTED: 'plain', WITHDRAWN: 'warn' };

export function StateBadge({ state, round }: { state: ProposalState; round: number }) {
  const say = useMessages('rounds');
  return <Badge kind={KINDS[state]}>{state === 'OPEN' ? say('rounds.state.OPEN', { round }) : say(`rounds.state.${state}`)}</Badge>;
}
