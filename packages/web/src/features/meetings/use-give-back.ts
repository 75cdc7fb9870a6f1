import { useEffect, useState } from 'react';

/** Gives the focus back to what asked, when a dialog leaves the page with its question. */
export function useGiveBack(): void {
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }, [opener]);
}
