import { useState } from 'react';
import { toast } from '../ui/announce.tsx';

export interface Act<Args extends unknown[]> {
  busy: boolean;
  fault: unknown;
  /** Resolves with whether it was done; a fault stays until the next try. */
  run: (...args: Args) => Promise<boolean>;
  forget: () => void;
}

/** One thing a person does to the server: busy while it lasts, its fault kept to be shown, said when done. */
export function useAct<Args extends unknown[]>(act: (...args: Args) => Promise<unknown>, done?: string | ((...args: Args) => string)): Act<Args> {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const run = async (...args: Args) => {
    setBusy(true);
    setFault(null);
    try {
      await act(...args);
      const words = typeof done === 'function' ? done(...args) : done;
      if (words) toast(words);
      return true;
    } catch (error) {
      setFault(error ?? new Error('unknown'));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, run, forget: () => setFault(null) };
}
