import { useMutation } from '@apollo/client/react';
import { type ReactNode, useState } from 'react';
import { type EditedElectionFragment, type EmployeeRule, ReviseElectionDocument, ScheduleElectionDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Section, Stack } from '../../ui/Page.tsx';
import { toast } from '../../ui/announce.tsx';
import { BodyFields } from './BodyFields.tsx';
import css from './ElectionEditor.module.css';
import { idOf, type ShownFault, shownFaults } from './faults.ts';
import { Languages, Moment, NumberField } from './fields.tsx';
import { type Around, type Form, formOf, newForm, NUMBERS, TIMES, toInput } from './form.ts';
import { SeatsFields } from './SeatsFields.tsx';

const EMPLOYEES = ['EXCLUDED', 'WARNED'] as const satisfies readonly EmployeeRule[];

interface ElectionEditorProps { around: Around; election: EditedElectionFragment | null; over: ReactNode; onSaved: (id: string) => void }

/** An election on one page: what is elected, whose seats, which dates, and the rules of the bylaws. */
export function ElectionEditor({ around, election, over, onSaved }: ElectionEditorProps) {
  const core = useMessages();
  const say = useMessages('elections');
  const dates = useDates(around.timeZone);
  const [form, setForm] = useState<Form>(() => (election ? formOf(election, around) : newForm(around)));
  const [touched, touch] = useState(false);
  const [faults, setFaults] = useState<readonly ShownFault[]>([]);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const [schedule] = useMutation(ScheduleElectionDocument);
  const [revise] = useMutation(ReviseElectionDocument);
  useLeaveGuard(touched, say('edit.leave'));
  const locales = around.requiredLocales;
  const set = (part: Partial<Form>) => { touch(true); setForm((now) => ({ ...now, ...part })); };
  const error = (field: string) => faults.find((each) => each.field === field)?.text;
  const show = (found: Parameters<typeof shownFaults>[0]) => setFaults(shownFaults(found, form, say, dates, (name) => core(`constituency.${name}`)));

  const save = async () => {
    setTrouble(null);
    setStale(false);
    const made = toInput(form, around);
    if ('missing' in made) return show([{ field: made.missing, code: 'NOT_A_DATE', earliest: null }]);
    setBusy(true);
    try {
      const answer = election
        ? (await revise({ variables: { id: election.id, version: election.version, input: made.input } })).data?.reviseElection
        : (await schedule({ variables: { input: made.input } })).data?.scheduleElection;
      if (answer?.__typename === 'ElectionFaulty') return show(answer.faults);
      if (answer?.__typename !== 'ElectionSaved') return setStale(true);
      touch(false);
      toast(say('edit.saved'));
      // After the guard is down.
      setTimeout(() => onSaved(answer.election.id));
    } catch (fault) {
      setTrouble(fault);
    } finally {
      setBusy(false);
    }
  };

  const words = (field: 'title' | 'body' | 'description' | 'place', max: number, rest: { long?: boolean; optional?: boolean } = {}) => (
    <Languages id={idOf(field)} label={say(`edit.field.${field}`)} error={error(field)} value={form[field]} locales={locales} max={max} onChange={(value) => set({ [field]: value })} {...rest} />
  );
  return (
    <Page title={say(election ? 'edit.change' : 'edit.title')} over={over} lead={say('edit.lead')}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Stack gap={6}>
          <ErrorSummary title={core('formFaults')} faults={faults} />
          {trouble != null && <FaultNotice fault={trouble} />}
          {stale && <Notice kind="warn" live="assertive" title={say('office.stale')}><p>{say('office.staleHow')}</p></Notice>}
          <Section title={say('edit.what')}>
            <Stack gap={4}>
              {words('title', 300)}
              <BodyFields around={around} form={form} set={set} error={error('bodyId')} name={words('body', 200)} />
              {words('description', 4000, { long: true, optional: true })}
            </Stack>
          </Section>
          <Section title={say('seats')}><SeatsFields form={form} set={set} locales={locales} error={error} /></Section>
          <Section title={say('edit.dates')}>
            <Stack gap={4}>
              <p>{say('edit.zone', { zone: around.timeZone })}</p>
              <Choices
                legend={say('edit.noticeHow')} value={[form.noticeHow]} onChange={([value]) => value && set({ noticeHow: value as Form['noticeHow'] })}
                choices={[{ value: 'AT', label: say('edit.notice.AT') }, { value: 'BY_HAND', label: say('edit.notice.BY_HAND') }]}
              />
              {TIMES.filter((each) => each !== 'noticeAt' || form.noticeHow === 'AT').map((each) => (
                <Moment key={each} id={idOf(each)} what={say(`edit.field.${each}`)} value={form[each]} timeZone={around.timeZone} error={error(each)} onChange={(value) => set({ [each]: value })} />
              ))}
              {words('place', 300)}
              <div className={css['pair']}>
                {(['termStarts', 'termEnds'] as const).map((each) => (
                  <TextField key={each} id={idOf(each)} type="date" label={say(`edit.field.${each}`)} error={error(each)} value={form[each]} onChange={(event) => set({ [each]: event.target.value })} />
                ))}
              </div>
            </Stack>
          </Section>
          <Section title={say('edit.rules')}>
            <Stack gap={4}>
              <div className={css['pair']}>
                {NUMBERS.map((each) => (
                  <NumberField key={each} id={idOf(each)} label={say(`edit.field.${each}`)} hint={each === 'noticeDays' || each === 'orientationDays' ? say('edit.daysHint') : undefined} error={error(each)} value={form[each]} onChange={(value) => set({ [each]: value })} />
                ))}
              </div>
              <Checkbox label={say('edit.acclamation')} hint={say('edit.acclamationHint')} checked={form.acclamation} onChange={(acclamation) => set({ acclamation })} />
              <Choices
                legend={say('edit.employees')} value={[form.employees]} onChange={([value]) => value && set({ employees: value as EmployeeRule })}
                choices={EMPLOYEES.map((each) => ({ value: each, label: say(`edit.employees.${each}`) }))}
              />
            </Stack>
          </Section>
          <div className={css['foot']}><Button type="submit" busy={busy}>{say('edit.save')}</Button></div>
        </Stack>
      </form>
    </Page>
  );
}
