import type { ButtonHTMLAttributes } from 'react';
import css from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  /** Under way: stays in place and reachable, and does nothing when pressed again. */
  busy?: boolean;
  wide?: boolean;
}

export function Button({ kind = 'primary', busy = false, wide = false, className = '', onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`${css['button']} ${css[kind]} ${wide ? css['wide'] : ''} ${className}`}
    />
  );
}

/** Looks of a button for a link that leads to a task. */
export const buttonClass = (kind: NonNullable<ButtonProps['kind']> = 'primary', wide = false) => `${css['button']} ${css[kind]} ${wide ? css['wide'] : ''}`;
