import { useMessages } from '../../i18n/use-messages.ts';
import { TextField } from '../../ui/Field.tsx';
import css from './Bodies.module.css';

export interface Term { readonly starts: string; readonly ends: string }

/** First and last day of a term. */
export function TermFields({ term, onChange }: { term: Term; onChange: (term: Term) => void }) {
  const say = useMessages('bodies');
  return (
    <div className={css['pair']}>
      <TextField type="date" label={say('bodies.starts')} value={term.starts} onChange={(event) => onChange({ ...term, starts: event.target.value })} />
      <TextField type="date" label={say('bodies.ends')} value={term.ends} onChange={(event) => onChange({ ...term, ends: event.target.value })} />
    </div>
  );
}
