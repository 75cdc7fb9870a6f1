import { type FieldLines, PREPARERS, type RootLine } from './authorization-lines.ts';

/** The lines of the authorization matrix about notes and minutes: of a body none of the viewers is an officer of. */
const NOTES_LINES: readonly RootLine[] = [
  { field: 'Query.notes', yes: PREPARERS, no: 'NULL', target: 'satMeeting', document: 'query ($meetingId: ID!) { notes(meetingId: $meetingId) { seq } }' },
  { field: 'Query.notesSince', yes: PREPARERS, no: 'NULL', target: 'satMeeting', document: 'query ($meetingId: ID!) { notesSince(meetingId: $meetingId, seq: 0) { seq } }' },
  { field: 'Mutation.pushNotes', yes: PREPARERS, no: 'NOT_FOUND', target: 'typedNotes', document: 'mutation ($key: ID!, $meetingId: ID!, $update: Base64Bytes!) { pushNotes(key: $key, meetingId: $meetingId, update: $update) { __typename } }' },
  { field: 'Mutation.showCaret', yes: PREPARERS, no: 'NOT_FOUND', target: 'shownCaret', document: 'mutation ($meetingId: ID!, $caret: CaretInput!) { showCaret(meetingId: $meetingId, caret: $caret) }' },
  { field: 'Subscription.notesChanged', yes: PREPARERS, no: 'NOT_FOUND', target: 'satMeeting', document: 'subscription ($meetingId: ID!) { notesChanged(meetingId: $meetingId) { seq } }' },
];

export const MINUTES_LINES: readonly RootLine[] = [...NOTES_LINES];

export const MINUTES_FIELDS: readonly FieldLines[] = [
  {
    type: 'NotesWriter', fields: 'device name itemId anchor head at', seenBy: PREPARERS, path: 'query ($satMeeting: ID!) { notes(meetingId: $satMeeting) { writers { … } } }',
    socket: { path: 'subscription ($satMeeting: ID!) { notesChanged(meetingId: $satMeeting) { writers { … } } }', seenBy: PREPARERS },
  },
];

export const MINUTES_NOT_PERSONAL: readonly string[] = ['MinutesRefusal', 'Notes', 'NotesChange', 'NotesRefused', 'NotesSince', 'NotesTaken'];
