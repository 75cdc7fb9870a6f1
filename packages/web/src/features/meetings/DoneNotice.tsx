import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import css from './Meetings.module.css';

export interface Done { readonly text: string; readonly turn: number }

/** Says that an act was done; takes the focus, because what was pressed may be gone. */
export function DoneNotice({ done }: { done: Done | null }) {
  const box = useRef<HTMLDivElement>(null);
  const turn = done?.turn ?? null;
  useEffect(() => {
    if (turn !== null) box.current?.focus();
  }, [turn]);
  return done && <div ref={box} tabIndex={-1} className={`${css['done']} ${css['screen']}`}><Notice kind="good"><p>{done.text}</p></Notice></div>;
}
