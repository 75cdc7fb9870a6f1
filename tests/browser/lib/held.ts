import type { Visitor } from './visitor.ts';

/** All that a tab holds of whoever used it, for the next person to find: what is stored, shown, filled in, and alive in its memory. */
export async function heldBy({ page, context }: Visitor): Promise<string> {
  const stored = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(new Error('not read')));
    });
    const rows: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        rows.push(store, await done(all.getAllKeys()), await done(all.getAll()));
      }
      database.close();
    }
    const cached: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const { pathname, search } = new URL(request.url);
        // What was built is the same for everybody.
        cached.push(name, pathname + search, pathname.startsWith('/assets/') ? '' : await (await cache.match(request))?.text());
      }
    }
    const filled = [...document.querySelectorAll('input, textarea, select')].map((field) => {
      const { name, value, checked } = field as HTMLInputElement;
      return [name, value, checked];
    });
    return JSON.stringify([rows, cached, { ...localStorage }, { ...sessionStorage }, history.state, location.href, document.cookie, filled]) + document.documentElement.outerHTML;
  });
  return stored + await stringsAlive(context.newCDPSession(page));
}

/** Every text the page's scripts still hold, such as a cache of answers, once what nobody holds is swept away. */
async function stringsAlive(opening: ReturnType<Visitor['context']['newCDPSession']>): Promise<string> {
  const session = await opening;
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const { strings } = JSON.parse(parts.join('')) as { strings: string[] };
  return strings.join('\n');
}
