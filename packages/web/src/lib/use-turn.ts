import { useEffect, useRef } from 'react';

/** Calls `read` each time the number grows, and not for the one there is at first. */
export function useTurn(turn: number, read: () => void): void {
  const seen = useRef(turn);
  const latest = useRef(read);
  latest.current = read;
  useEffect(() => {
    if (turn === seen.current) return;
    seen.current = turn;
    latest.current();
  }, [turn]);
}
