import { type ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { onReturn } from '../../apollo/connection.ts';
import { useLive } from '../../apollo/use-live.ts';
import { NotesDocument, NotesSinceDocument, NotesTurnedDocument, PushNotesDocument, ShowCaretDocument, type WriterShownFragment } from '../../gql/graphql.ts';
import { dropNotes, keepNotes, notesOf } from '../../lib/notes-store.ts';
import { isGuest } from '../../shell/guest.ts';
import { NotesSession, type NotesLine, type NotesState, type Writer } from './notes-session.ts';

const bytes = (base64: string) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
function base64(raw: Uint8Array): string {
  let text = '';
  for (let at = 0; at < raw.length; at += 8192) text += String.fromCharCode(...raw.subarray(at, at + 8192));
  return btoa(text);
}

const writerOf = ({ device, name, itemId, anchor, head }: WriterShownFragment): Writer =>
  ({ device, name, itemId: itemId ?? null, anchor: anchor ? bytes(anchor) : null, head: head ? bytes(head) : null });

/** Nothing of the notes goes into the cache: drafts are for those who write them, and no page shows them otherwise. */
const lineTo = (client: ApolloClient, meetingId: string): NotesLine => ({
  async read(stateVector) {
    const { data } = await client.query({ query: NotesDocument, variables: { meetingId, stateVector: base64(stateVector) }, fetchPolicy: 'no-cache' });
    const notes = data?.notes;
    return notes ? { seq: notes.seq, update: bytes(notes.update), stateVector: bytes(notes.stateVector), writable: notes.writable, writers: notes.writers.map(writerOf) } : null;
  },
  async since(seq) {
    const { data } = await client.query({ query: NotesSinceDocument, variables: { meetingId, seq }, fetchPolicy: 'no-cache' });
    return data?.notesSince ? { seq: data.notesSince.seq, updates: data.notesSince.updates.map(bytes) } : null;
  },
  async push(key, update) {
    const { data } = await client.mutate({ mutation: PushNotesDocument, variables: { key, meetingId, update: base64(update) }, fetchPolicy: 'no-cache' });
    const answer = data!.pushNotes;
    return answer.__typename === 'NotesTaken'
      ? { kind: 'TAKEN', seq: answer.seq }
      : { kind: 'REFUSED', reason: answer.refusals[0]?.reason ?? 'BROKEN', stateVector: bytes(answer.stateVector) };
  },
  async show(device, caret) {
    await client.mutate({
      mutation: ShowCaretDocument, fetchPolicy: 'no-cache',
      variables: { meetingId, caret: { device, here: caret !== null, itemId: caret?.itemId ?? null, anchor: caret && base64(caret.anchor), head: caret && base64(caret.head) } },
    });
  },
});

const still = () => () => {};
const OPENING: NotesState = { phase: 'OPENING', saving: 'SAVED', refused: null, fault: null, unread: true, writers: [] };

/** The notes of a meeting for as long as the page shows them; nothing stays on a phone that is somebody else's. */
export function useNotes(meetingId: string, person: string): { session: NotesSession | null; state: NotesState } {
  const client = useApolloClient();
  const [session, setSession] = useState<NotesSession | null>(null);
  useEffect(() => {
    const opened = new NotesSession(lineTo(client, meetingId), isGuest()
      ? { keep: async () => false, load: async () => null, drop: async () => {} }
      : { keep: (notes) => keepNotes({ ...notes, person, meeting: meetingId }), load: () => notesOf(person, meetingId), drop: () => dropNotes(person, meetingId) });
    setSession(opened);
    void opened.open();
    const forget = onReturn(() => void opened.read());
    return () => {
      forget();
      void opened.close();
    };
  }, [client, meetingId, person]);
  const state = useSyncExternalStore(session?.subscribe ?? still, () => session?.state ?? OPENING);
  useLive(NotesTurnedDocument, session && state.phase !== 'GONE' ? { meetingId } : null, ({ notesChanged: { seq, writable, writers, resume } }) => {
    session?.hear(seq, writers.map(writerOf), writable);
    if (resume === 'RELOAD') void session?.read();
  });
  return { session, state };
}
