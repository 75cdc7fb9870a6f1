/**
 * Opens the pages when there is no network, and does nothing else. The build puts `SHELL` in front of this file and
 * writes both as /sw.js (build/offline-worker.ts); no module, because not every browser starts one here.
 *
 * It keeps the code of the pages and the empty document they start from. No answer of the server about anything or
 * anybody is kept, and whatever is not named below never passes through here.
 * https://www.w3.org/TR/service-workers/
 */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

interface WorkerEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface PageEvent extends WorkerEvent {
  readonly request: Request;
  readonly preloadResponse?: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', heard: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', heard: (event: PageEvent) => void): void;
}
const worker = globalThis as unknown as Worker;

/** One cache for each build: the next build's worker brings its own and drops this one. */
const CACHE = `plenary-${SHELL.version}`;
const DOCUMENT = '/';
/** How long a phone between two networks waits for the document before it starts from the one it has. */
const PATIENCE_MS = 10_000;
/** Answered by the server alone, although they look like pages. */
const NOT_PAGES = /^\/(graphql|graphiql|ballot|files|healthz|readyz|metrics)(\/|$)|\.\w+$/;

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (!NOT_PAGES.test(pathname)) event.respondWith(openPage(event));
  } else if (pathname.startsWith('/assets/')) event.respondWith(readAsset(request));
});

async function install(): Promise<void> {
  const page = await fetch(DOCUMENT, { cache: 'no-cache' });
  // While a server changes its version, worker and document can be of two builds, and would not start together.
  const wanted = (await page.clone().text()).match(/\/assets\/[\w.-]+/g) ?? [];
  if (!page.ok || !wanted.every((file) => SHELL.files.includes(file))) throw new Error('the document is of another build');
  const cache = await caches.open(CACHE);
  // The page has just loaded most of these, so they come from the browser's own cache.
  await cache.addAll(SHELL.files);
  await cache.put(DOCUMENT, page);
  // Nothing is gained by waiting for the old pages to close: online, every page comes from the server.
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith('plenary-') && name !== CACHE) await caches.delete(name);
  // The browser asks for the document while it starts this worker.
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

/** The server's document where it can be had; its own faults, such as 404, are answers too. */
async function openPage(event: PageEvent): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(DOCUMENT);
  const fromServer = async () => (await event.preloadResponse) ?? fetch(event.request);
  if (!kept) return fromServer();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Response>((give) => { timer = setTimeout(() => give(kept), PATIENCE_MS); });
  const answer = fromServer().then((page) => ([502, 503, 504].includes(page.status) ? kept : page), () => kept);
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Their names change with their content, so what is kept is right for ever. */
async function readAsset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) await cache.put(request, answer.clone()).catch(() => {});
  return answer;
}
