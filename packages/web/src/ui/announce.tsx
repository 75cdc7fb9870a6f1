import { useSyncExternalStore } from 'react';
import css from './announce.module.css';

interface Said {
  text: string;
  /** Shown at the foot of the page as well, for a few seconds. */
  shown: boolean;
}

let said: Said = { text: '', shown: false };
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const tell = (next: Said) => {
  said = next;
  for (const listener of listeners) listener();
};

/** Says something once to screen readers, politely. */
export const announce = (text: string) => tell({ text, shown: false });

/** Says that something was done, to everybody. */
export function toast(text: string): void {
  tell({ text, shown: true });
  clearTimeout(timer);
  timer = setTimeout(() => tell({ text: '', shown: false }), 6000);
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Stands once in the shell. */
export function Announcements() {
  const { text, shown } = useSyncExternalStore(subscribe, () => said);
  return <div role="status" className={shown ? css['toast'] : css['silent']}>{text}</div>;
}
