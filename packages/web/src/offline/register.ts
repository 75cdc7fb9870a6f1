/** Long enough for a vote on a slow phone to have the line to itself. */
const LATER_MS = 5000;

/** From the second visit on, the pages open without network too. Not in development, where code has no fixed name. */
export function startOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // A browser that refuses (a private window, a full disk) loses nothing but this.
    navigator.serviceWorker.register('/sw.js').catch(() => {});
  }, LATER_MS);
}
