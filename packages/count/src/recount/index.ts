export { checkpointNote, parseNote } from '../secret/note.ts';
