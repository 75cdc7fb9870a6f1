/**
 * The secret behind the # of a letter's link. It is taken out of the address bar at once, so that it stays neither
 * in the history nor in a screenshot, and is kept only by whoever called.
 */
export function takeFragment(): string | null {
  const text = decoded(location.hash.slice(1));
  if (!text) return waiting;
  history.replaceState(history.state, '', location.pathname + location.search);
  waiting = text;
  return text;
}

// React may throw away the render that took it and render anew, while the page's words are on their way.
let waiting: string | null = null;

/** Called once the page that took it is really there and holds it itself. */
export function settleFragment(): void {
  waiting = null;
}

/** A half-copied link may end inside an escape; then it is read as it stands. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where to go after signing in, if the link says so: a page of this site and nothing else. */
export function askedPath(search: string): string | null {
  const to = new URLSearchParams(search).get('to');
  return to && /^\/(?![/\\])/.test(to) ? to : null;
}

/** Signing in derives a token with the browser's own cryptography, which it lends only to safe addresses. */
export const canDerive = (): boolean => globalThis.isSecureContext !== false && globalThis.crypto?.subtle !== undefined;
