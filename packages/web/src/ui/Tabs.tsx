import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import css from './Tabs.module.css';

interface TabsProps {
  label: string;
  tabs: readonly { key: string; label: ReactNode }[];
  current: string;
  onChange: (key: string) => void;
  children: ReactNode;
}

/** Tabs after the ARIA pattern: arrow keys move, Home and End jump, the panel follows. */
export function Tabs({ label, tabs, current, onChange, children }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.key === current);
    const back = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1
      : event.key === back ? (at + tabs.length - 1) % tabs.length
      : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? (at + 1) % tabs.length : -1;
    const tab = tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div>
      <div ref={list} role="tablist" aria-label={label} className={css['list']} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.key} type="button" role="tab" id={`${id}-${tab.key}`} aria-controls={`${id}-panel`}
            aria-selected={tab.key === current} tabIndex={tab.key === current ? 0 : -1} onClick={() => onChange(tab.key)} className={css['tab']}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`} className={css['panel']}>{children}</div>
    </div>
  );
}
