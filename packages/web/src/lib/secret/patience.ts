/** How one sends on a weak line: until there is an answer, or nobody waits any more. */
export interface Patience {
  readonly signal?: AbortSignal | undefined;
  /** Called when a try was not answered and another will follow. */
  readonly waiting?: (() => void) | undefined;
}

const PATIENCE_MS = 30_000;
/** A proxy without its server, a server that stops, or one that asks for a pause: none has judged what was sent. */
const UNDECIDED = [429, 502, 503, 504];

export interface Answer {
  readonly status: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Sends the same request again and again until it is answered; the server takes it once, however often it arrives. */
export async function untilAnswered(address: string, init: RequestInit, { signal, waiting }: Patience): Promise<Answer> {
  for (let tries = 0; ; tries += 1) {
    const answer = await once(address, init, signal);
    if (signal?.aborted) throw signal.reason;
    if (answer !== null) return answer;
    waiting?.();
    await pause(Math.min(15_000, 1000 * 2 ** tries) * (0.5 + Math.random() / 2), signal);
  }
}

/** Null when nobody judged what was sent. A phone between two networks can wait for ever, so each try has an end. */
async function once(address: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Answer | null> {
  // AbortSignal.any is younger than the phones that vote here.
  const stop = new AbortController();
  const leave = () => stop.abort();
  const timer = setTimeout(leave, PATIENCE_MS);
  signal?.addEventListener('abort', leave);
  if (signal?.aborted) leave();
  try {
    const response = await fetch(address, { ...init, cache: 'no-store', signal: stop.signal });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return UNDECIDED.includes(response.status) ? null : { status: response.status, bytes };
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

/** Waits, but no longer than until the phone says that it is online again. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.('online', done);
    signal?.addEventListener('abort', stop);
    function clear(): void {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal?.removeEventListener('abort', stop);
    }
    function done(): void {
      clear();
      resolve();
    }
    function stop(): void {
      clear();
      reject(signal?.reason as Error);
    }
  });
}
