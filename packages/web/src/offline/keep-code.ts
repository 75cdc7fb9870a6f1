/**
 * Has the worker keep the code that this page is made of, which a first visit loaded before there was a worker. Its files
 * are in the browser's own cache, so nothing is loaded twice.
 */
export async function keepCode(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  await serviceWorker.ready;
  if (!serviceWorker.controller) await new Promise((taken) => { serviceWorker.addEventListener('controllerchange', taken, { once: true }); });
  for (const { name } of performance.getEntriesByType('resource')) {
    const { origin, pathname } = new URL(name);
    if (origin === location.origin && pathname.startsWith('/assets/') && !await caches.match(name, { ignoreVary: true })) await fetch(name);
  }
}
