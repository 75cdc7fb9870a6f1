import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from './Button.tsx';
import css from './Steps.module.css';

interface StepsProps {
  label: string;
  /** How many there are, and which one is shown, from 0. */
  count: number;
  current: number;
  onChange: (step: number) => void;
  words: { previous: string; next: string; place: string };
  /** What each step is about, in words; all take their room, so that nothing below moves. */
  said: readonly ReactNode[];
  children: ReactNode;
}

/** Something told step by step: two buttons, on which arrow keys, Home and End work too. */
export function Steps({ label, count, current, onChange, words, said, children }: StepsProps) {
  const to = (step: number) => { if (step >= 0 && step < count && step !== current) onChange(step); };
  const press = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const back = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const step = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1
      : event.key === back ? current - 1 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? current + 1 : null;
    if (step === null) return;
    event.preventDefault();
    to(step);
  };
  return (
    <section aria-label={label} className={css['steps']}>
      <div className={css['bar']}>
        <Button kind="secondary" aria-disabled={current === 0 || undefined} onKeyDown={press} onClick={() => to(current - 1)}><span aria-hidden="true" className={css['arrow']}>←</span>{words.previous}</Button>
        <strong className={css['place']}>{words.place}</strong>
        <Button kind="secondary" aria-disabled={current === count - 1 || undefined} onKeyDown={press} onClick={() => to(current + 1)}>{words.next}<span aria-hidden="true" className={css['arrow']}>→</span></Button>
      </div>
      <div className={css['said']}>
        {said.map((each, step) => <div key={step} className={step === current ? css['shown'] : css['kept']}>{each}</div>)}
      </div>
      {children}
    </section>
  );
}
