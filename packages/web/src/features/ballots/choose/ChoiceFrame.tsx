import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/use-messages.ts';
import css from './Choose.module.css';

/** Legend, hint and error around the answers of one question. */
export function ChoiceFrame({ id, hint, error, children }: { id: string; hint: ReactNode; error: string | undefined; children: ReactNode }) {
  const say = useMessages();
  return (
    <fieldset className={`${css['set']} ${error ? css['faulty'] : ''}`} aria-describedby={error ? `${id}-error ${id}-hint` : `${id}-hint`}>
      <legend className={css['legend']}>{say('cast.legend')}</legend>
      <p id={`${id}-hint`} className={css['hint']}>{hint}</p>
      {error && <p id={`${id}-error`} className={css['error']}>{error}</p>}
      {children}
    </fieldset>
  );
}
