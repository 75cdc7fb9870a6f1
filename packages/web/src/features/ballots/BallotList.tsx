import type { FragmentType } from '@apollo/client';
import type { BallotCard_BallotFragment } from '../../gql/graphql.ts';
import { Stack } from '../../ui/Page.tsx';
import { BallotCard } from './BallotCard.tsx';

type Listed = FragmentType<BallotCard_BallotFragment> & { id: string };

/** Ballots under a section's heading, or straight under the page's (`heading="h2"`). */
export function BallotList({ ballots, timeZone, heading = 'h3' }: { ballots: readonly { node: Listed }[]; timeZone: string; heading?: 'h2' | 'h3' }) {
  return <Stack as="ul" gap={3}>{ballots.map(({ node }) => <BallotCard key={node.id} ballot={node} timeZone={timeZone} heading={heading} />)}</Stack>;
}
