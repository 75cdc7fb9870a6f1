import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { BodiesTurnedDocument, type BodiesTurnedSubscription } from '../../gql/graphql.ts';

/** As the public reads it. */
type Turned = BodiesTurnedSubscription['bodiesChanged']['body'];

/**
 * Keeps a list of bodies current. Names, kinds and ends arrive in the cache by themselves; `read` is called for each version
 * that is new here, and with null when some may have been missed.
 */
export function useLiveBodies(environmentId: string | undefined, read: (turned: Turned) => void): void {
  const versions = useRef(new Map<string, number>());
  const heard = useRef(false);
  useLive(BodiesTurnedDocument, environmentId ? { environmentId } : null, ({ bodiesChanged: { bodyId, body } }) => {
    // The first message says only that it is open; a later one about none, that it was opened anew.
    const isNews = bodyId && body ? versions.current.get(bodyId) !== body.version : heard.current;
    heard.current = true;
    if (bodyId && body) versions.current.set(bodyId, body.version);
    if (isNews) read(body);
  });
}
