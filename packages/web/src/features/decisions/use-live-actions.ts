import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { ActionsTurnedDocument } from '../../gql/graphql.ts';

/** Calls `read` when some action item of the environment came or changed; whose it is never travels in a shared message. */
export function useLiveActions(environmentId: string, read: () => void): void {
  const heard = useRef(false);
  useLive(ActionsTurnedDocument, { environmentId }, () => {
    // The first message says only that it is open.
    if (heard.current) read();
    heard.current = true;
  });
}
