import { Fragment, type ReactNode, useId } from 'react';
import css from './Choices.module.css';

export interface Choice {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** A heading over the first of several that belong together. */
  group?: string;
}

interface ChoicesProps {
  legend: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  /** One may be chosen (radio buttons) or several (check boxes). */
  several?: boolean;
  choices: readonly Choice[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  disabled?: boolean;
  id?: string;
  /** A choice that stands alone: choosing it clears the others, and the reverse. */
  alone?: string | undefined;
}

/** Native radio buttons or check boxes, drawn as the ovals of a ballot paper. */
export function Choices({ legend, hint, error, several = false, choices, value, onChange, disabled, id: given, alone }: ChoicesProps) {
  const made = useId();
  const id = given ?? made;
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const toggle = (choice: string, on: boolean) => {
    if (!several) return onChange([choice]);
    const others = value.filter((chosen) => chosen !== choice && (choice === alone ? false : chosen !== alone));
    onChange(on ? [...others, choice] : value.filter((chosen) => chosen !== choice));
  };
  return (
    <fieldset className={`${css['set']} ${error ? css['faulty'] : ''}`} aria-describedby={about} disabled={disabled}>
      <legend className={css['legend']}>{legend}</legend>
      {hint && <p id={`${id}-hint`} className={css['hint']}>{hint}</p>}
      {error && <p id={`${id}-error`} className={css['error']}>{error}</p>}
      <div className={css['list']}>
        {choices.map((choice, index) => (
          <Fragment key={choice.value}>
          {choice.group && choice.group !== choices[index - 1]?.group && <p className={css['group']}>{choice.group}</p>}
          <label className={css['choice']}>
            <input
              id={index === 0 ? id : undefined}
              type={several ? 'checkbox' : 'radio'}
              name={id}
              value={choice.value}
              checked={value.includes(choice.value)}
              onChange={(event) => toggle(choice.value, event.target.checked)}
              className={several ? css['box'] : css['oval']}
            />
            <span className={css['text']}>
              {choice.label}
              {choice.hint && <span className={css['hint']}>{choice.hint}</span>}
            </span>
          </label>
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}

export function Checkbox({ label, hint, checked, onChange, id, disabled }: { label: ReactNode; hint?: ReactNode; checked: boolean; onChange: (on: boolean) => void; id?: string; disabled?: boolean }) {
  return (
    <label className={`${css['choice']} ${css['plain']}`}>
      <input id={id} type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} className={css['box']} />
      <span className={css['text']}>
        {label}
        {hint && <span className={css['hint']}>{hint}</span>}
      </span>
    </label>
  );
}
