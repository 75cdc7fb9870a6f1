import { useQuery } from '@apollo/client/react';
import { PublicElectionsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Section } from '../../ui/Page.tsx';
import { ElectionList } from './ElectionCard.tsx';
import { useLiveElections } from './use-live-elections.ts';

/** An environment's elections on its public page; nothing where there are none. */
export function PublicElections({ environmentId }: { environmentId: string }) {
  const say = useMessages('elections');
  const { data } = useQuery(PublicElectionsDocument, { variables: { id: environmentId } });
  useLiveElections(environmentId);
  const environment = data?.environment;
  if (!environment || environment.elections.edges.length === 0) return null;
  return <Section title={say('title')}><ElectionList elections={environment.elections.edges} timeZone={environment.timeZone} /></Section>;
}
