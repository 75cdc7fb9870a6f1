import type { FragmentType } from '@apollo/client';
import type { BallotCard_BallotFragment } from '../../gql/graphql.ts';
import { Stack } from '../../ui/Page.tsx';
import { BallotCard } from './BallotCard.tsx';

type Listed = FragmentType<BallotCard_BallotFragment> & { id: string };

export function BallotList({ ballots, timeZone }: { ballots: readonly { node: Listed }[]; timeZone: string }) {
  return (
    <ul>
      <Stack gap={3}>{ballots.map(({ node }) => <BallotCard key={node.id} ballot={node} timeZone={timeZone} />)}</Stack>
    </ul>
  );
}
