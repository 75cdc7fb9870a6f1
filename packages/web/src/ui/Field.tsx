import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import css from './Field.module.css';

interface Common {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong, in words; an ErrorSummary above links here by `id`. */
  error?: string | undefined;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** Label, hint and error around one control; the control gets the ids that tie them together. */
export function Field({ id: given, label, hint, error, children }: Common & { id?: string | undefined; children: (ties: Described) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`${css['field']} ${error ? css['faulty'] : ''}`}>
      <label htmlFor={id} className={css['label']}>{label}</label>
      {hint && <div id={`${id}-hint`} className={css['hint']}>{hint}</div>}
      {error && <p id={`${id}-error`} className={css['error']}>{error}</p>}
      {children({ id, 'aria-describedby': about, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

export function TextField({ label, hint, error, id, className = '', ...rest }: Common & InputHTMLAttributes<HTMLInputElement>) {
  // Without it a browser takes years of six digits, which nobody means and no day is written with.
  const most = rest.type === 'date' ? { max: '9999-12-31' } : {};
  return <Field id={id} label={label} hint={hint} error={error}>{(ties) => <input type="text" {...most} {...rest} {...ties} className={`${css['input']} ${className}`} />}</Field>;
}

export function TextArea({ label, hint, error, id, ...rest }: Common & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <Field id={id} label={label} hint={hint} error={error}>{(ties) => <textarea rows={4} {...rest} {...ties} className={css['input']} />}</Field>;
}

export function Select({ label, hint, error, id, children, ...rest }: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  return <Field id={id} label={label} hint={hint} error={error}>{(ties) => <select {...rest} {...ties} className={css['input']}>{children}</select>}</Field>;
}
