import { useRef } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { BodyMeetingsTurnedDocument, MeetingsTurnedDocument } from '../../gql/graphql.ts';

/** The first message says only that it is open. */
function useLater(read: () => void): () => void {
  const heard = useRef(false);
  return () => {
    if (heard.current) read();
    heard.current = true;
  };
}

/** Calls `read` when the list of an environment's meetings to come is another. What moved is read with one's own eyes. */
export function useLiveMeetings(environmentId: string, read: () => void): void {
  useLive(MeetingsTurnedDocument, { environmentId }, useLater(read));
}

/** The same for the meetings of a body, with their drafts for whoever prepares them. */
export function useLiveBodyMeetings(body: { readonly id: string; readonly viewerCallsMeetings: boolean } | null | undefined, read: () => void): void {
  useLive(BodyMeetingsTurnedDocument, body ? { bodyId: body.id, drafts: body.viewerCallsMeetings } : null, useLater(read));
}
