import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { FollowedDemand } from '../../features/remedies/FollowedDemand.tsx';
import { isSecret } from '../../features/remedies/words.ts';
import { FollowedDemandDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';

/** `/demands#SECRET`: what comes after # never leaves the browser but to ask for this one demand. */
export default function FollowDemandPage() {
  const [secret, know] = useState(() => location.hash.slice(1));
  useEffect(() => {
    const read = () => know(location.hash.slice(1));
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return isSecret(secret) ? <Known key={secret} secret={secret} /> : <Nobody />;
}

function Known({ secret }: { secret: string }) {
  const say = useMessages('remedies');
  const result = useQuery(FollowedDemandDocument, { variables: { secret }, fetchPolicy: 'network-only' });
  return <Loaded result={result} title={say('remedies.follow.title')}>{({ demand }) => demand ? <FollowedDemand demand={demand} secret={secret} /> : <Nobody />}</Loaded>;
}

function Nobody() {
  const say = useMessages('remedies');
  return <Page title={say('remedies.follow.title')}><EmptyState title={say('remedies.follow.none')}>{say('remedies.follow.noneHow')}</EmptyState></Page>;
}
