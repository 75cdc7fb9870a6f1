import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Stack } from '../../ui/Page.tsx';
import { NumberField } from './MethodFields.tsx';
import { isBudget } from './methods.ts';
import type { StepProps } from './step.ts';
import { newOption } from './draft.ts';
import css from './Editor.module.css';
import { LocalizedFields } from './LocalizedFields.tsx';

const MOST = 60;

/** Options in the order of the ballot paper; moved with buttons, so that a keyboard is enough. */
export function OptionList({ draft, set, locales, required, error }: StepProps) {
  const staff = useMessages('staff');
  const options = draft.options;
  const focus = useRef<string>(null);
  useEffect(() => {
    if (!focus.current) return;
    document.getElementById(focus.current)?.focus();
    focus.current = null;
  });

  const move = (at: number, to: number) => {
    const moved = options[at];
    if (!moved || to < 0 || to >= options.length) return;
    set({ options: options.toSpliced(at, 1).toSpliced(to, 0, moved) });
    announce(staff('editor.moved', { number: to + 1, count: options.length }));
    // At an end its button is gone: the focus goes to the one that leads back.
    focus.current = `${to === 0 ? 'down' : to === options.length - 1 ? 'up' : to < at ? 'up' : 'down'}-${moved.key}`;
  };
  const remove = (at: number) => {
    const next = options[at + 1] ?? options[at - 1];
    set({ options: options.toSpliced(at, 1) });
    announce(staff('editor.removed', { number: at + 1 }));
    if (next) focus.current = `ballot-option-${next.key}`;
  };
  const add = () => {
    const option = newOption();
    set({ options: [...options, option] });
    focus.current = `ballot-option-${option.key}`;
  };

  return (
    <Stack gap={3}>
      <h2>{staff('editor.field.options')}</h2>
      {error('options') && <p role="alert"><strong>{error('options')}</strong></p>}
      <ol className={css['list']}>
        {options.map((option, at) => {
          const name = staff('editor.optionNumber', { number: at + 1 });
          return (
            <li key={option.key} className={css['option']}>
              <LocalizedFields
                id={`ballot-option-${option.key}`} label={name} error={error(`options.${at}.label`)} value={option.label} locales={locales} required={required} max={300}
                onChange={label => set({ options: options.with(at, { ...option, label }) })}
              />
              {isBudget(draft.method) && (
                <NumberField
                  id={`ballot-cost-${option.key}`} label={staff('editor.costOf', { number: at + 1 })} error={error(`options.${at}.cost`)} value={option.cost}
                  onChange={cost => set({ options: options.with(at, { ...option, cost }) })}
                />
              )}
              <div className={css['tools']}>
                {at > 0 && <Button kind="secondary" id={`up-${option.key}`} aria-label={staff('editor.upName', { name })} onClick={() => move(at, at - 1)}>{staff('editor.up')}</Button>}
                {at < options.length - 1 && <Button kind="secondary" id={`down-${option.key}`} aria-label={staff('editor.downName', { name })} onClick={() => move(at, at + 1)}>{staff('editor.down')}</Button>}
                {options.length > 2 && <Button kind="quiet" aria-label={staff('editor.removeName', { name })} onClick={() => remove(at)}>{staff('person.remove')}</Button>}
              </div>
            </li>
          );
        })}
      </ol>
      {options.length < MOST && <div><Button kind="secondary" onClick={add}>{staff('editor.addOption')}</Button></div>}
    </Stack>
  );
}
