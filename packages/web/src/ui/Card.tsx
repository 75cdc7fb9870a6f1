import type { HTMLAttributes } from 'react';
import css from './Card.module.css';

/** A sheet pinned to the board. `marked` gives it the strong upper edge of a posted notice. */
export function Card({ as: Tag = 'div', marked = false, className = '', ...rest }: HTMLAttributes<HTMLElement> & { as?: 'div' | 'section' | 'article' | 'li' | 'form'; marked?: boolean }) {
  return <Tag {...rest} className={`${css['card']} ${marked ? css['marked'] : ''} ${className}`} />;
}
