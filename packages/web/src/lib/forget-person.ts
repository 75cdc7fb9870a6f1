import { forgetCopies } from './copy-store.ts';
import { forgetNotes } from './notes-store.ts';
import { forgetRooms } from './room-store.ts';
import { forgetRoots } from './secret/roots.ts';

/** Takes off this device whatever it keeps of one person who signs out. */
export const forgetPerson = (person: string): Promise<unknown> => Promise.all([forgetRoots(person), forgetRooms(person), forgetNotes(person), forgetCopies()]);
