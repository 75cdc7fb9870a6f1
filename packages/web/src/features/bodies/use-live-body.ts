import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { BodyChangedDocument } from '../../gql/graphql.ts';

/** Calls `read` when a body changed: its seats or words, what it decided, what follows from it. The message says only that it did. */
export function useLiveBody(id: string | undefined, read: () => void): void {
  const heard = useRef(false);
  useLive(BodyChangedDocument, id === undefined ? null : { id }, () => {
    // The first message says only that it is open.
    if (heard.current) read();
    heard.current = true;
  });
}
