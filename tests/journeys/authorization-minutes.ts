import { ALL, CHANGE, type FieldLines, MEMBERS, PREPARERS, type RootLine, type Who } from './authorization-lines.ts';

/** The lines of the authorization matrix about notes and minutes: of a body none of the viewers is an officer of. */
const NOTES_LINES: readonly RootLine[] = [
  { field: 'Query.notes', yes: PREPARERS, no: 'NULL', target: 'satMeeting', document: 'query ($meetingId: ID!) { notes(meetingId: $meetingId) { seq } }' },
  { field: 'Query.notesSince', yes: PREPARERS, no: 'NULL', target: 'satMeeting', document: 'query ($meetingId: ID!) { notesSince(meetingId: $meetingId, seq: 0) { seq } }' },
  { field: 'Mutation.pushNotes', yes: PREPARERS, no: 'NOT_FOUND', target: 'typedNotes', document: 'mutation ($key: ID!, $meetingId: ID!, $update: Base64Bytes!) { pushNotes(key: $key, meetingId: $meetingId, update: $update) { __typename } }' },
  { field: 'Mutation.showCaret', yes: PREPARERS, no: 'NOT_FOUND', target: 'shownCaret', document: 'mutation ($meetingId: ID!, $caret: CaretInput!) { showCaret(meetingId: $meetingId, caret: $caret) }' },
  { field: 'Subscription.notesChanged', yes: PREPARERS, no: 'NOT_FOUND', target: 'satMeeting', document: 'subscription ($meetingId: ID!) { notesChanged(meetingId: $meetingId) { seq } }' },
];

/** Of a draft, where the meeting goes on: who may act on it is answered by the rule. */
const minutesAct = (name: string, parameters = '', args = ''): RootLine => ({
  field: `Mutation.${name}`, yes: [], refused: PREPARERS, no: 'NOT_FOUND', target: 'satMinutes',
  document: `mutation ($id: ID!, $version: Int!${parameters}) { ${name}(id: $id, version: $version${args}) ${CHANGE} }`,
});

const OWN_LINES: readonly RootLine[] = [
  { field: 'Query.minutes', about: 'that there are some', yes: ALL, target: 'satMinutes', document: 'query ($id: ID!) { minutes(id: $id) { state } }' },
  { field: 'Query.minutes', about: 'before the call to order', yes: [], no: 'NULL', open: true, target: 'meeting', document: 'query ($id: ID!) { minutes(id: $id) { state } }' },
  { field: 'Query.minutesArchive', yes: ALL, target: 'archive', document: 'query ($environmentId: ID!) { minutesArchive(environmentId: $environmentId) { edges { cursor } } }' },
  minutesAct('circulateMinutes'), minutesAct('returnMinutes'),
  { ...minutesAct('translateNotes', '', ', language: "vi", text: "Dicho."'), yes: PREPARERS, refused: [] },
  { ...minutesAct('declareNotesLanguage', '', ', language: "es"'), yes: PREPARERS, refused: [] },
  minutesAct('settleCorrection', '', ', correctionId: "5f0c7f0e-5a0e-4b7e-8a3c-0d1f0f0f0f0f", objections: 0'),
  { ...minutesAct('withdrawCorrection', '', ', correctionId: "5f0c7f0e-5a0e-4b7e-8a3c-0d1f0f0f0f0f"'), refused: MEMBERS },
  { ...minutesAct('proposeCorrection', '', ', input: { blockId: "held", language: "en", before: "a", after: "b" }'), refused: MEMBERS },
  { field: 'Subscription.minutesChanged', yes: ALL, target: 'satMinutes', document: 'subscription ($id: ID!) { minutesChanged(id: $id) { state } }' },
  { field: 'Subscription.minutesChanged', about: 'before the call to order', yes: [], no: 'NOT_FOUND', open: true, target: 'meeting', document: 'subscription ($id: ID!) { minutesChanged(id: $id) { state } }' },
];

/** Of a sitting that is over: whoever presided and took the record answers for it while they are of the body, and who prepares its meetings always. */
const ranLines = (about: string, may: readonly Who[], target: string): RootLine[] => [
  { field: 'Query.notes', about, yes: may, no: 'NULL', target, document: 'query ($meetingId: ID!) { notes(meetingId: $meetingId) { seq } }' },
  { ...minutesAct('circulateMinutes'), about, target: `${target}Anew`, yes: may, refused: [] },
  { ...minutesAct('declareNotesLanguage', '', ', language: "es"'), about, target, yes: may, refused: [] },
  ...[minutesAct('returnMinutes'), minutesAct('translateNotes', '', ', language: "vi", text: "Dicho."'),
    minutesAct('settleCorrection', '', ', correctionId: "5f0c7f0e-5a0e-4b7e-8a3c-0d1f0f0f0f0f", objections: 0')].map((line) => ({ ...line, about, target, refused: may })),
];

export const MINUTES_LINES: readonly RootLine[] = [
  ...NOTES_LINES, ...OWN_LINES,
  ...ranLines('of a sitting that the parent ran, who sits in the body', ['parent', ...PREPARERS], 'ranMinutes'),
  ...ranLines('of a sitting that the parent ran, who has left the body since', PREPARERS, 'leftMinutes'),
];

export const MINUTES_FIELDS: readonly FieldLines[] = [
  {
    type: 'NotesWriter', fields: 'device name itemId anchor head at', seenBy: PREPARERS, path: 'query ($satMeeting: ID!) { notes(meetingId: $satMeeting) { writers { … } } }',
    socket: { path: 'subscription ($satMeeting: ID!) { notesChanged(meetingId: $satMeeting) { writers { … } } }', seenBy: PREPARERS },
  },
  {
    type: 'Correction', fields: 'id blockId language before after state proposedAt objections ayes noes settledAt motionId proposedByName viewerCanWithdraw', seenBy: MEMBERS,
    path: 'query ($circulatedMinutes: ID!) { minutes(id: $circulatedMinutes) { corrections { … } } }',
  },
];

/** Students are in none of them but by their seats, or in words that the journey of minutes follows to every reader. */
export const MINUTES_NOT_PERSONAL: readonly string[] = [
  'ArchivedMinutes', 'ArchivedMinutesConnection', 'ArchivedMinutesEdge', 'FoundStudentName', 'Minutes', 'MinutesBlock', 'MinutesChange', 'MinutesChanged', 'MinutesFault',
  'MinutesFaulty', 'MinutesGap', 'MinutesLine', 'MinutesPermissions', 'MinutesRefusal', 'MinutesRefused', 'MinutesSnippet', 'MinutesStale', 'MinutesVersion', 'Notes', 'NotesChange',
  'NotesRefused', 'NotesSince', 'NotesTaken', 'TextMatch',
];
