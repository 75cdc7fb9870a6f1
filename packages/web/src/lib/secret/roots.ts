import { expand, rootKey, toHex } from '../slip.ts';

/**
 * Roots on this device: the one secret from which a person's votes can be derived again, by person. Non-extractable
 * keep scripts from copying it, not somebody who takes the disk away; hence "not my phone" keeps it in memory alone.
 */
export type Kept = 'KEPT' | 'MEMORY';

interface Row {
  readonly id: string;
  readonly person: string;
  readonly key: CryptoKey;
}

const NAME = 'plenary';
const STORE = 'roots';
const memory = new Map<string, Row>();

// Told by the session when somebody leaves, in this tab or another; and a page put aside by the browser must not come
// back with the secret of somebody who has left.
for (const left of ['plenary:left', 'pagehide']) globalThis.addEventListener?.(left, () => memory.clear());

/**
 * Remembers the root a person signed in with. `MEMORY`: this browser keeps it until the page closes and no longer,
 * because nobody asked for more or because it cannot.
 */
export async function keepRoot(person: string, root: Uint8Array<ArrayBuffer>, forNow: boolean): Promise<Kept> {
  const key = await rootKey(root);
  // Tells one root of a person from another, as after a new letter; nobody can go back from it.
  const id = `${person}/${toHex(await expand(key, 'root-name', new Uint8Array(), 8))}`;
  const row = { id, person, key };
  memory.set(person, row);
  if (forNow) return 'MEMORY';
  try {
    await change((store) => store.put(row));
    return 'KEPT';
  } catch {
    // No storage in a private window, or DataCloneError where keys cannot be stored.
    return 'MEMORY';
  }
}

/** A person's roots, the one used last in this page first. */
export async function rootsOf(person: string): Promise<CryptoKey[]> {
  const now = memory.get(person);
  const rows = (await all()).filter((row) => row.person === person && row.id !== now?.id);
  return [...(now ? [now] : []), ...rows].map(({ key }) => key);
}

/** Takes one person's roots off this device; those of others stay. */
export async function forgetRoots(person: string): Promise<void> {
  memory.delete(person);
  const rows = (await all()).filter((row) => row.person === person);
  if (rows.length > 0) await change((store) => rows.forEach(({ id }) => store.delete(id))).catch(() => {});
}

/** Do others vote on this device too? */
export const sharedWith = async (person: string): Promise<boolean> => (await all()).some((row) => row.person !== person);

async function all(): Promise<Row[]> {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const asked = database.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<Row[]>;
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error!));
    }).finally(() => database.close()) as Row[];
  } catch {
    return [];
  }
}

/** Done only when it is on the disk: a phone may be switched off the moment after. */
async function change(act: (store: IDBObjectStore) => void): Promise<void> {
  const database = await open();
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite', { durability: 'strict' });
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error!));
      act(transaction.objectStore(STORE));
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore(STORE, { keyPath: 'id' }));
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error!));
    asked.addEventListener('blocked', () => reject(new Error('blocked')));
  });
}
