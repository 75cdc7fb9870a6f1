/**
 * Public pages that were read on this device, to be read again without network. A copy is what anybody reads who is not
 * signed in, so that it holds nothing of whoever read it; gone when somebody signs out.
 */
export interface Copy {
  readonly key: string;
  /** When it was true, in milliseconds of this device's clock. */
  readonly at: number;
  readonly data: unknown;
}

const NAME = 'plenary-copies';
const STORE = 'copies';
/** Copies, characters of one, and milliseconds: what a family reads in a month, and never much of a phone. */
const MOST = 30;
const LONGEST = 200_000;
const OLDEST_MS = 30 * 24 * 3600_000;

/** In place of what was kept under the same key; the oldest make room. */
export async function keepCopy(copy: Copy): Promise<void> {
  if (JSON.stringify(copy.data).length > LONGEST) return dropCopy(copy.key);
  const others = (await all()).filter(({ key }) => key !== copy.key).toSorted((a, b) => b.at - a.at);
  const gone = others.filter(({ at }, nth) => nth >= MOST - 1 || copy.at - at > OLDEST_MS);
  await change((store) => {
    for (const { key } of gone) store.delete(key);
    store.put(copy);
  });
}

export async function copyOf(key: string, now: number): Promise<Copy | null> {
  return (await all()).find((each) => each.key === key && now - each.at <= OLDEST_MS) ?? null;
}

export async function dropCopy(key: string): Promise<void> {
  if ((await all()).some((each) => each.key === key)) await change((store) => store.delete(key));
}

/** Which pages somebody read is theirs, though what stands on them is everybody's. */
export async function forgetCopies(): Promise<void> {
  if ((await all()).length > 0) await change((store) => store.clear());
}

async function all(): Promise<Copy[]> {
  try {
    // Asking for a store that is not there would make one on every device that signs out.
    if (!(await indexedDB.databases()).some(({ name }) => name === NAME)) return [];
    const database = await open();
    return await new Promise<Copy[]>((resolve, reject) => {
      const asked = database.transaction(STORE).objectStore(STORE).getAll() as IDBRequest<Copy[]>;
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error!));
    }).finally(() => database.close());
  } catch {
    return [];
  }
}

async function change(act: (store: IDBObjectStore) => void): Promise<void> {
  try {
    const database = await open();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(STORE, 'readwrite');
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error!));
      act(transaction.objectStore(STORE));
    }).finally(() => database.close());
  } catch {
    // A private window that keeps nothing is no fault.
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.addEventListener('upgradeneeded', () => { asked.result.createObjectStore(STORE, { keyPath: 'key' }); });
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error!));
    asked.addEventListener('blocked', () => reject(new Error('blocked')));
  });
}
