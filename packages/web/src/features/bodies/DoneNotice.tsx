import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/Notice.tsx';
import css from './Bodies.module.css';
import type { Done, Place } from './keeping.ts';

/** Says that an act was done, where it was done; takes the focus, because what was pressed may be gone. */
export function DoneNotice({ done, at }: { done: Done | null; at: Place }) {
  const box = useRef<HTMLDivElement>(null);
  const turn = done?.at === at ? done.turn : null;
  useEffect(() => {
    if (turn !== null) box.current?.focus();
  }, [turn]);
  if (turn === null) return null;
  return <div ref={box} tabIndex={-1} className={`${css['done']} ${css['screen']}`}><Notice kind="good"><p>{done?.text}</p></Notice></div>;
}
