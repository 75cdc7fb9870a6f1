import type { BallotMethod } from '../../gql/graphql.ts';
import { useMoney } from '../../i18n/use-money.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import css from './Editor.module.css';
import { canLimit, hasSeats, isBudget, METHOD_GROUPS, type MethodGroup, MOST_DOTS } from './methods.ts';
import type { StepProps } from './step.ts';

/** Every method in plain words, with what it is good for. */
export function MethodPicker({ draft, set }: Pick<StepProps, 'draft' | 'set'>) {
  const staff = useMessages('staff');
  const groups = Object.entries(METHOD_GROUPS) as [MethodGroup, readonly BallotMethod[]][];
  return (
    <Choices
      id="ballot-method" legend={staff('editor.method')} value={[draft.method]} onChange={([method]) => method && set({ method: method as BallotMethod })}
      choices={groups.flatMap(([group, methods]) => methods.map(each => ({
        value: each, label: staff(`editor.method.${each}`), group: staff(`editor.methodGroup.${group}`),
        hint: <>{staff(`editor.methodHint.${each}`)} <em className={css['example']}>{staff(`editor.methodExample.${each}`)}</em></>,
      })))}
    />
  );
}

/** What else the method needs to know: the money, the seats, the dots, a limit. */
export function MethodFields({ draft, set, error }: Pick<StepProps, 'draft' | 'set' | 'error'>) {
  const staff = useMessages('staff');
  const { method } = draft;
  return (
    <>
      {hasSeats(method) && <NumberField id="ballot-seats" label={staff('editor.field.seats')} hint={staff('editor.seatsHint')} error={error('seats')} most={draft.options.length} value={draft.seats} onChange={seats => set({ seats })} />}
      {method === 'DOTS' && <NumberField id="ballot-maxChoices" label={staff('editor.field.dots')} hint={staff('editor.dotsHint')} error={error('maxChoices')} most={MOST_DOTS} value={draft.dots} onChange={dots => set({ dots })} />}
      {canLimit(method) && (
        <>
          <Checkbox label={staff('editor.limited')} checked={draft.limited} onChange={limited => set({ limited })} />
          {draft.limited && <NumberField id="ballot-maxChoices" label={staff('editor.field.maxChoices')} error={error('maxChoices')} most={draft.options.length} value={draft.maxChoices} onChange={maxChoices => set({ maxChoices })} />}
        </>
      )}
    </>
  );
}

export function BudgetField({ draft, set, error }: Pick<StepProps, 'draft' | 'set' | 'error'>) {
  const staff = useMessages('staff');
  const money = useMoney();
  const costs = draft.options.reduce((sum, { cost }) => sum + cost, 0);
  if (!isBudget(draft.method)) return null;
  return (
    <div>
      <NumberField id="ballot-budgetTotal" label={staff('editor.field.budgetTotal')} hint={staff('editor.budgetHint')} error={error('budgetTotal')} value={draft.budgetTotal} onChange={budgetTotal => set({ budgetTotal })} />
      {costs > 0 && draft.budgetTotal > 0 && <p className={css['note']} aria-live="polite">{staff('editor.costsTogether', { costs: money(costs), total: money(draft.budgetTotal) })}</p>}
    </div>
  );
}

interface NumberFieldProps {
  id: string;
  label: string;
  hint?: string;
  error: string | undefined;
  most?: number;
  /** 0 while nothing is filled in. */
  value: number;
  onChange: (value: number) => void;
}

export function NumberField({ value, most, onChange, ...rest }: NumberFieldProps) {
  return <div className={css['number']}><TextField {...rest} type="number" inputMode="numeric" min={1} max={most} step={1} value={value || ''} onChange={event => onChange(Math.trunc(Number(event.target.value)) || 0)} /></div>;
}
