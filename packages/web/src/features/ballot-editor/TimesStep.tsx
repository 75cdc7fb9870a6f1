import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { instant, type WallTime } from '../../lib/zoned.ts';
import { Choices } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import type { StepProps } from './step.ts';
import css from './Editor.module.css';

/** When voting opens and closes, by the clock on the school's wall. */
export function TimesStep({ draft, set, timeZone, error }: StepProps) {
  const staff = useMessages('staff');
  return (
    <Stack gap={6}>
      <p>{staff('editor.zone', { zone: timeZone })}</p>
      <Choices
        legend={staff('editor.opens')} value={[draft.opens]} onChange={([value]) => value && set({ opens: value as 'BY_HAND' | 'AT' })}
        choices={[{ value: 'BY_HAND', label: staff('editor.opens.BY_HAND'), hint: staff('editor.opensHint.BY_HAND') }, { value: 'AT', label: staff('editor.opens.AT'), hint: staff('editor.opensHint.AT') }]}
      />
      {draft.opens === 'AT' && <Moment id="ballot-opensAt" day={staff('editor.opensDay')} time={staff('editor.opensTime')} value={draft.opensAt} timeZone={timeZone} error={error('opensAt')} onChange={opensAt => set({ opensAt })} />}
      <Moment id="ballot-closesAt" day={staff('editor.closesDay')} time={staff('editor.closesTime')} value={draft.closesAt} timeZone={timeZone} error={error('closesAt')} onChange={closesAt => set({ closesAt })} />
      <p className={css['note']}>{staff('editor.noticeHint')}</p>
    </Stack>
  );
}

function Moment({ id, day, time, value, timeZone, error, onChange }: { id: string; day: string; time: string; value: WallTime; timeZone: string; error: string | undefined; onChange: (value: WallTime) => void }) {
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const at = instant(value, timeZone);
  return (
    <div>
      <div className={css['moment']}>
        <TextField id={id} type="date" label={day} error={error} value={value.date} onChange={event => onChange({ ...value, date: event.target.value })} />
        <TextField type="time" label={time} value={value.time} onChange={event => onChange({ ...value, time: event.target.value })} />
      </div>
      <p aria-live="polite">{at ? <><strong>{dates.dayTime(at)}</strong> {at <= new Date().toISOString() && <span className={css['past']}>{staff('editor.past')}</span>}</> : <span className={css['note']}>{staff('editor.noTime')}</span>}</p>
    </div>
  );
}
