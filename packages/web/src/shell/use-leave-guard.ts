import { useEffect } from 'react';

/** Asks before a page is left that holds something nobody can bring back: by a link, a reload, or closing it. */
export function useLeaveGuard(active: boolean, question: string): void {
  useEffect(() => {
    if (!active) return;
    const unload = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const leaves = link instanceof HTMLAnchorElement && !link.hasAttribute('download') && link.target !== '_blank' && !link.getAttribute('href')?.startsWith('#');
      if (!leaves || event.metaKey || event.ctrlKey || event.shiftKey || window.confirm(question)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('beforeunload', unload);
    document.addEventListener('click', click, true);
    return () => {
      removeEventListener('beforeunload', unload);
      document.removeEventListener('click', click, true);
    };
  }, [active, question]);
}
