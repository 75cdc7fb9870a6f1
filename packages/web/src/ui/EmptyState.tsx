import type { ReactNode } from 'react';
import css from './EmptyState.module.css';

/** Nothing here: says why, and what could be done. */
export function EmptyState({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={css['empty']}>
      <p className={css['title']}>{title}</p>
      {children && <div className={css['text']}>{children}</div>}
      {action}
    </div>
  );
}
