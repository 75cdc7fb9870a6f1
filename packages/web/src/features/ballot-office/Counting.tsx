import { useEffect } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Notice } from '../../ui/Notice.tsx';

const EVERY_MS = 3000;

/** Between the close and the count that this viewer may see. The news may come before the count does: it is asked for until it is here. */
export function Counting({ onWaited }: { onWaited: () => void }) {
  const staff = useMessages('staff');
  useEffect(() => {
    const timer = setInterval(onWaited, EVERY_MS);
    return () => clearInterval(timer);
    // The page's own, the same at every render in all that matters.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return <Notice live="polite" title={staff('office.counting')}><p>{staff('office.countingHow')}</p></Notice>;
}
