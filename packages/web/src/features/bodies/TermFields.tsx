import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/Field.tsx';
import css from './Bodies.module.css';
import { termEnd } from './body.ts';

export interface Term { readonly starts: string; readonly ends: string }

/** First and last day of a term of so many months; the last goes along with the first until somebody says another. */
export function TermFields({ term, months, onChange }: { term: Term; months: number; onChange: (term: Term) => void }) {
  const say = useMessages('bodies');
  const [own, setOwn] = useState(() => term.ends !== termEnd(term.starts, months));
  // A day that is being typed is none yet.
  const begin = (starts: string) => onChange({ starts, ends: own || starts === '' ? term.ends : termEnd(starts, months) });
  return (
    <div className={css['pair']}>
      <TextField type="date" label={say('bodies.starts')} value={term.starts} onChange={(event) => begin(event.target.value)} />
      <TextField type="date" label={say('bodies.ends')} value={term.ends} onChange={(event) => { setOwn(true); onChange({ ...term, ends: event.target.value }); }} />
    </div>
  );
}
