import { LIMITS } from '../limits.ts';

/**
 * Whether one more message may be taken from a socket now. A bucket that leaks: a page may say much at once, when it
 * opens or comes back, and little for long.
 */
export function messageRate(now: () => number = () => performance.now()): () => boolean {
  const { burst, perSecond } = LIMITS.messagesPerSocket;
  let full = 0;
  let last = now();
  return () => {
    const at = now();
    full = Math.max(0, full - ((at - last) / 1000) * perSecond) + 1;
    last = at;
    return full <= burst;
  };
}
