import { useEffect, useState } from 'react';

const OFF = 'plenary.room.keys';

/** Whether single keys act here; can be turned off for those who speak to their device, or press keys by accident (WCAG 2.1.4). */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem(OFF) !== 'off';
    } catch {
      return true;
    }
  });
  return [on, (next) => {
    setOn(next);
    try {
      if (next) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, 'off');
    } catch {
      // For this page only.
    }
  }];
}

const TYPED = 'input, textarea, select, [contenteditable], dialog[open]';

/** Calls what a key is for, while nobody types and no dialog is open. */
export function useKeys(on: boolean, keys: Readonly<Record<string, (() => void) | undefined>>): void {
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.altKey || event.ctrlKey || event.metaKey) return;
      if ((event.target instanceof Element && event.target.closest(TYPED)) || document.querySelector('dialog[open]')) return;
      const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}
