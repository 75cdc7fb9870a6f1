import { useEffect, useState } from 'react';

/** This device's clock in milliseconds, anew twice a second while it runs. Used by what shows a clock, and by nothing around it. */
export function useTick(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (!runs) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}
