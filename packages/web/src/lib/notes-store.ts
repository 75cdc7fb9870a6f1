/**
 * What somebody typed into the notes of a meeting, kept on the device until the server has it, so that a page that is
 * closed without network loses nothing. Gone when that person signs out.
 */
export interface KeptNotes {
  readonly person: string;
  readonly meeting: string;
  /** The document as this device has it: a Yjs update. */
  readonly state: Uint8Array;
  /** Changes that the server has not answered yet, in order. */
  readonly waiting: readonly Uint8Array[];
}

const NAME = 'plenary-notes';
const STORE = 'notes';

/** Done when it is on the disk; a private window that keeps nothing is no fault. */
export const keepNotes = (notes: KeptNotes): Promise<boolean> => change((store) => store.put({ ...notes, key: keyOf(notes) }));

export async function notesOf(person: string, meeting: string): Promise<KeptNotes | null> {
  return (await all()).find((each) => each.person === person && each.meeting === meeting) ?? null;
}

export const dropNotes = (person: string, meeting: string): Promise<boolean> => change((store) => store.delete(keyOf({ person, meeting })));

/** Takes one person's notes off this device; those of others stay. */
export async function forgetNotes(person: string): Promise<void> {
  const mine = (await all()).filter((each) => each.person === person);
  if (mine.length > 0) await change((store) => { for (const each of mine) store.delete(keyOf(each)); });
}

const keyOf = ({ person, meeting }: Pick<KeptNotes, 'person' | 'meeting'>) => `${person} ${meeting}`;

async function all(): Promise<KeptNotes[]> {
  try {
    // Asking for a store that is not there would make one on every device that signs out.
    if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return [];
    const database = await open();
    return await new Promise<KeptNotes[]>((resolve, reject) => {
      const asked = database.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<KeptNotes[]>;
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error!));
    }).finally(() => database.close());
  } catch {
    return [];
  }
}

async function change(act: (store: IDBObjectStore) => void): Promise<boolean> {
  try {
    const database = await open();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error!));
      act(transaction.objectStore(STORE));
    }).finally(() => database.close());
    return true;
  } catch {
    return false;
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE, { keyPath: 'key' }));
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error!));
    asked.addEventListener('blocked', () => reject(new Error('blocked')));
  });
}
