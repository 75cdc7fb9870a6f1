import type { ReactNode } from 'react';
import css from './Notice.module.css';

interface NoticeProps {
  kind?: 'info' | 'good' | 'warn' | 'danger';
  title?: ReactNode;
  children?: ReactNode;
  /** Read aloud when it appears: politely, or at once. */
  live?: 'polite' | 'assertive';
}

const MARKS = { info: 'i', good: '✓', warn: '!', danger: '!' } as const;

export function Notice({ kind = 'info', title, children, live }: NoticeProps) {
  return (
    <div className={`${css['notice']} ${css[kind]}`} role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}>
      <span aria-hidden="true" className={css['mark']}>{MARKS[kind]}</span>
      <div className={css['body']}>
        {title && <p className={css['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
