import type { ApolloClient } from '@apollo/client';
import { LiveRoom } from '../../features/sitting/LiveRoom.tsx';
import { RoomDocument } from '../../gql/graphql.ts';
import type { Params } from '../../page-module.ts';

export const preload = (client: ApolloClient, { id = '' }: Params) => client.query({ query: RoomDocument, variables: { id } });

/** One address for everybody in a meeting's room, from the notice on. */
export default function RoomPage({ params: { id = '' } }: { params: Params }) {
  return <LiveRoom key={id} id={id} />;
}
