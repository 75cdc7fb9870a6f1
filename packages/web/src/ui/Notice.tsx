import { type ReactNode, useEffect, useRef } from 'react';
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
  const box = useRef<HTMLDivElement>(null);
  // What answers a press may stand above a long form, where nobody sees it; whoever goes on typing is left alone.
  useEffect(() => {
    if (live === 'assertive' && !(document.activeElement instanceof HTMLTextAreaElement)) box.current?.scrollIntoView?.({ block: 'nearest' });
  }, [live]);
  return (
    <div ref={box} className={`${css['notice']} ${css[kind]}`} role={live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined}>
      <span aria-hidden="true" className={css['mark']}>{MARKS[kind]}</span>
      <div className={css['body']}>
        {title && <p className={css['title']}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
