import { type ReactNode, useEffect, useRef } from 'react';
import css from './Page.module.css';

interface PageProps {
  title: string;
  /** What stands in the browser's tab; the title by default. */
  tab?: string;
  /** A line above the title: what kind of thing this is, or where one is. */
  over?: ReactNode;
  lead?: ReactNode;
  wide?: boolean;
  children?: ReactNode;
}

/** One page: names the tab, and takes the focus when it replaces another, so that screen readers hear it. */
export function Page({ title, tab, over, lead, wide = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const name = tab ?? title;
  useEffect(() => {
    document.title = name;
  }, [name]);
  useEffect(() => {
    if (Page.shown) heading.current?.focus({ preventScroll: true });
    Page.shown = true;
  }, []);
  return (
    <div className={`${css['page']} ${wide ? css['wide'] : ''}`}>
      <header className={css['head']}>
        {over && <p className={css['over']}>{over}</p>}
        <h1 ref={heading} tabIndex={-1} className={css['title']}>{title}</h1>
        {lead && <div className={css['lead']}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}
/** The first page of a visit leaves the focus where the browser put it. */
Page.shown = false;

export function Section({ title, children, action }: { title: ReactNode; children: ReactNode; action?: ReactNode }) {
  return (
    <section className={css['section']}>
      <div className={css['row']}>
        <h2 className={css['h2']}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** Things under one another with even space between; a list when its children are items. */
export function Stack({ as: Tag = 'div', gap = 4, children }: { as?: 'div' | 'ul' | 'ol'; gap?: 2 | 3 | 4 | 5 | 6; children: ReactNode }) {
  return <Tag className={css['stack']} style={{ gap: `var(--s-${gap})` }}>{children}</Tag>;
}

/** Buttons or short things beside one another, wrapping. */
export function Row({ children }: { children: ReactNode }) {
  return <div className={css['actions']}>{children}</div>;
}
