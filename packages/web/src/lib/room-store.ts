/**
 * What a meeting's room keeps on the device, so that ten minutes without network cost nobody anything: acts that wait to
 * be sent, by person, and the last that was seen of each meeting. Gone when that person signs out.
 */
export interface KeptAct {
  /** Made here; by it the server does the same act only once, however often it is sent. */
  readonly key: string;
  readonly person: string;
  readonly meeting: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** When it was done, in milliseconds of this device's clock; acts are sent in this order. */
  readonly at: number;
}

export interface KeptLast<Meeting = unknown> {
  readonly meeting: string;
  readonly person: string;
  /** When it was true, in milliseconds of this device's clock. */
  readonly at: number;
  readonly shown: Meeting;
}

const NAME = 'plenary-room';
type Store = 'acts' | 'last';

export const keepAct = (act: KeptAct): Promise<void> => change('acts', (store) => store.put(act));

export const dropAct = (key: string): Promise<void> => change('acts', (store) => store.delete(key));

/** Oldest first. */
export async function actsOf(person: string, meeting: string): Promise<KeptAct[]> {
  const acts = await all<KeptAct>('acts');
  return acts.filter((act) => act.person === person && act.meeting === meeting).toSorted((a, b) => a.at - b.at);
}

export const keepLast = (last: KeptLast): Promise<void> => change('last', (store) => store.put(last));

export async function lastOf<Meeting>(meeting: string): Promise<KeptLast<Meeting> | null> {
  return (await all<KeptLast<Meeting>>('last')).find((each) => each.meeting === meeting) ?? null;
}

/** Takes all that one person's rooms left off this device; what waits of others stays. */
export async function forgetRooms(person: string): Promise<void> {
  const [acts, last] = await Promise.all([all<KeptAct>('acts'), all<KeptLast>('last')]);
  await change('acts', (store) => { for (const act of acts) if (act.person === person) store.delete(act.key); });
  await change('last', (store) => { for (const each of last) if (each.person === person) store.delete(each.meeting); });
}

async function all<Row>(name: Store): Promise<Row[]> {
  try {
    const database = await open();
    return await new Promise<Row[]>((resolve, reject) => {
      const asked = database.transaction(name).objectStore(name).getAll() as IDBRequest<Row[]>;
      asked.addEventListener('success', () => resolve(asked.result));
      asked.addEventListener('error', () => reject(asked.error!));
    }).finally(() => database.close());
  } catch {
    // A private window may refuse: then it lasts as long as the page.
    return [];
  }
}

async function change(name: Store, act: (store: IDBObjectStore) => void): Promise<void> {
  try {
    const database = await open();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error!));
      act(transaction.objectStore(name));
    }).finally(() => database.close());
  } catch {
    // As above.
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.addEventListener('upgradeneeded', () => {
      asked.result.createObjectStore('acts', { keyPath: 'key' });
      asked.result.createObjectStore('last', { keyPath: 'meeting' });
    });
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error!));
    asked.addEventListener('blocked', () => reject(new Error('blocked')));
  });
}
