import { useRef } from 'react';
import { announce } from '../ui/announce.tsx';

interface Listed {
  /** What useQuery answered. */
  observable: { getCurrentResult(): { data?: unknown } };
  refetch: () => Promise<unknown>;
}

/**
 * Reads a list again because something in it moved, and says so, politely, when it is another list then. What is asked
 * for while a reading is under way makes one more after it.
 */
export function useFreshen(result: Listed, words: string, read: () => Promise<unknown> = result.refetch): (quietly?: boolean) => void {
  const turn = useRef<'IDLE' | 'READING' | 'AGAIN'>('IDLE');
  const latest = useRef({ result, words, read });
  latest.current = { result, words, read };
  return async (quietly = false) => {
    if (turn.current !== 'IDLE') {
      turn.current = 'AGAIN';
      return;
    }
    const shown = () => JSON.stringify(latest.current.result.observable.getCurrentResult().data);
    const before = shown();
    do {
      turn.current = 'READING';
      await latest.current.read().catch(() => {});
    } while ((turn.current as string) === 'AGAIN');
    turn.current = 'IDLE';
    if (!quietly && shown() !== before) announce(latest.current.words);
  };
}
