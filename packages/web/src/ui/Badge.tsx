import type { ReactNode } from 'react';
import css from './Badge.module.css';

/** A short state in words; its shape and border tell it apart, colour only helps. */
export function Badge({ kind = 'plain', children }: { kind?: 'plain' | 'live' | 'done' | 'warn'; children: ReactNode }) {
  return <span className={`${css['badge']} ${css[kind]}`}>{children}</span>;
}
