import type { RecountReport } from '@plenary/count/recount';
import { useEffect, useRef, useState } from 'react';
import { recount } from './recount.ts';

export type RecountState =
  | { readonly is: 'IDLE' | 'STOPPED' | 'FAILED' }
  | { readonly is: 'BUSY'; readonly votes: number }
  | { readonly is: 'DONE'; readonly report: RecountReport };

/** One recount at a time; leaving the page stops it. */
export function useRecount(address: string) {
  const [state, setState] = useState<RecountState>({ is: 'IDLE' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const start = async (receipts: readonly Uint8Array[] = []) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setState({ is: 'BUSY', votes: 0 });
    try {
      const report = await recount({ address, receipts }, (votes) => setState({ is: 'BUSY', votes }), mine.signal);
      setState({ is: 'DONE', report });
    } catch {
      if (running.current === mine) setState({ is: mine.signal.aborted ? 'STOPPED' : 'FAILED' });
    }
  };
  return { state, start: (receipts?: readonly Uint8Array[]) => void start(receipts), stop: () => running.current?.abort() };
}
