import { type ReactNode, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { AdoptBylawsDocument, type Threshold } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { toast } from '../../ui/announce.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Checkbox, Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Select, TextArea, TextField } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row, Section, Stack } from '../../ui/Page.tsx';
import css from './Bodies.module.css';
import { BARS, type Body, LEAST_NOTICE, noon, OFFICES, THRESHOLDS, todayIn } from './body.ts';
import { type BylawsDraft, draftOf, inputOf, type NumberField } from './bylaws-draft.ts';
import { RANGES, TroubleNotice, useFaultWords } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';

const QUORUMS = ['MAJORITY', 'SHARE', 'COUNT'] as const;

/** The next version of a body's bylaws, from the one in force. */
export function BylawsEditor({ body, over }: { body: Body; over: ReactNode }) {
  const core = useMessages();
  const say = useMessages('bodies');
  const dates = useDates(body.environment.timeZone);
  const [, go] = useLocation();
  const [draft, setDraft] = useState(() => draftOf(body.bylaws.rules));
  const [today] = useState(() => todayIn(body.environment.timeZone));
  const [when, setWhen] = useState({ adoptedOn: today, effectiveFrom: today, note: '' });
  const [touched, touch] = useState(false);
  const saved = useRef(false);
  const act = useBodyAct();
  const law = body.meetingLaw;
  const faultWords = useFaultWords(law);
  useLeaveGuard(touched && !act.busy && !saved.current, say('bodies.edit.unsaved'));
  const set = (part: Partial<BylawsDraft>) => { touch(true); setDraft((before) => ({ ...before, ...part })); };
  const setDay = (part: Partial<typeof when>) => { touch(true); setWhen((before) => ({ ...before, ...part })); };
  const faults = act.trouble?.kind === 'FAULTY' ? act.trouble.faults : [];
  const error = (field: string) => faults.filter((fault) => fault.field === field).map(faultWords)[0];
  const save = async () => {
    const done = await act.run(AdoptBylawsDocument, { id: body.id, version: body.version, input: inputOf(draft), adoptedOn: when.adoptedOn, effectiveFrom: when.effectiveFrom, note: when.note.trim() || null });
    if (!done) return;
    saved.current = true;
    toast(when.effectiveFrom > today ? say('bodies.bylawsForm.savedLater', { when: dates.day(noon(when.effectiveFrom)) }) : say('bodies.bylawsForm.saved'));
    go(`/bodies/${done.id}`);
  };
  const number = (field: NumberField, hint: string) => (
    <TextField
      id={`bylaws-${field}`} label={say(`bodies.field.${field}`)} hint={hint} error={error(field)} inputMode="numeric" maxLength={4}
      value={draft.numbers[field]} onChange={(event) => set({ numbers: { ...draft.numbers, [field]: event.target.value } })}
    />
  );
  const range = (field: NumberField) => number(field, say('bodies.range', { least: RANGES[field][0], most: RANGES[field][1] }));
  const notice = (field: 'noticeHours' | 'specialNoticeHours') => number(field, say(`bodies.noticeLeast.${law}`, { least: LEAST_NOTICE[law][field] }));
  const yes = (field: 'staggered' | 'proxies' | 'absentee' | 'consensusFirst' | 'minutesDraftsPublic') => <Checkbox label={say(`bodies.field.${field}`)} checked={draft[field]} onChange={(on) => set({ [field]: on })} />;
  const threshold = (field: 'threshold' | 'removal') => (
    <Select label={say(`bodies.field.${field}`)} value={draft[field]} onChange={(event) => set({ [field]: event.target.value as Threshold })}>
      {THRESHOLDS.map((each) => <option key={each} value={each}>{say(`bodies.threshold.${each}`)}</option>)}
    </Select>
  );
  return (
    <Page title={say('bodies.bylawsForm.title')} lead={say('bodies.bylawsForm.lead')} over={over}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <Stack gap={5}>
          <ErrorSummary title={core('formFaults')} faults={faults.map((fault) => ({ id: `bylaws-${fault.field}`, text: faultWords(fault) }))} />
          {act.trouble?.kind !== 'FAULTY' && <TroubleNotice trouble={act.trouble} law={law} />}
          <Section title={say('bodies.bylaws.group.votes')}>
            <QuorumFields quorum={draft.quorum} error={error('quorum')} onChange={(quorum) => set({ quorum })} />
            {threshold('threshold')}
            {threshold('removal')}
            {yes('proxies')}
            {yes('absentee')}
          </Section>
          <Section title={say('bodies.bylawsForm.terms')}>
            {range('termMonths')}
            {yes('staggered')}
            <Choices
              several id="bylaws-offices" legend={say('bodies.field.offices')} error={error('offices')} value={draft.offices} choices={OFFICES.map((each) => ({ value: each, label: say(`bodies.office.${each}`) }))}
              onChange={(chosen) => set({ offices: OFFICES.filter((each) => chosen.includes(each)) })}
            />
            {range('officerTermMonths')}
            <Checkbox
              id="bylaws-officersBySecretBallot" label={say('bodies.field.officersBySecretBallot')} hint={law === 'BROWN' && say('bodies.notUnderBrown')}
              checked={draft.officersBySecretBallot} onChange={(officersBySecretBallot) => set({ officersBySecretBallot })}
            />
          </Section>
          <Section title={say('bodies.bylaws.group.notice')}>
            {notice('noticeHours')}
            {notice('specialNoticeHours')}
          </Section>
          <Section title={say('bodies.bylawsForm.elections')}>
            {range('electionNoticeDays')}
            {range('orientationDays')}
            <Choices
              legend={say('bodies.field.employees')} value={[draft.employees]} choices={BARS.map((each) => ({ value: each, label: say(`bodies.employees.${each}`) }))}
              onChange={([next]) => set({ employees: BARS.find((each) => each === next) ?? draft.employees })}
            />
          </Section>
          <Section title={say('bodies.bylaws.group.meetings')}>
            {range('commentSeconds')}
            {yes('consensusFirst')}
            {yes('minutesDraftsPublic')}
          </Section>
          <Section title={say('bodies.bylawsForm.when')}>
            <TextField id="bylaws-adoptedOn" type="date" label={say('bodies.field.adoptedOn')} error={error('adoptedOn')} value={when.adoptedOn} onChange={(event) => setDay({ adoptedOn: event.target.value })} />
            <TextField id="bylaws-effectiveFrom" type="date" label={say('bodies.field.effectiveFrom')} error={error('effectiveFrom')} value={when.effectiveFrom} onChange={(event) => setDay({ effectiveFrom: event.target.value })} />
            <TextArea id="bylaws-note" rows={3} maxLength={500} label={say('bodies.field.note')} error={error('note')} value={when.note} onChange={(event) => setDay({ note: event.target.value })} />
          </Section>
          <Row>
            <Button type="submit" busy={act.busy}>{say('bodies.bylawsForm.save')}</Button>
            <Link href={`/bodies/${body.id}`} className={buttonClass('quiet')}>{core('cancel')}</Link>
          </Row>
        </Stack>
      </form>
    </Page>
  );
}

interface QuorumFieldsProps {
  quorum: BylawsDraft['quorum'];
  error: string | undefined;
  onChange: (quorum: BylawsDraft['quorum']) => void;
}

function QuorumFields({ quorum, error, onChange }: QuorumFieldsProps) {
  const say = useMessages('bodies');
  const part = (field: 'numerator' | 'denominator' | 'count', label: string) => (
    <TextField label={label} inputMode="numeric" maxLength={4} value={quorum[field]} onChange={(event) => onChange({ ...quorum, [field]: event.target.value })} />
  );
  return (
    <>
      <Choices
        id="bylaws-quorum" legend={say('bodies.field.quorum')} error={error} value={[quorum.kind]} choices={QUORUMS.map((each) => ({ value: each, label: say(`bodies.quorum.${each}`) }))}
        onChange={([next]) => onChange({ ...quorum, kind: QUORUMS.find((each) => each === next) ?? quorum.kind })}
      />
      {quorum.kind === 'SHARE' && <div className={css['pair']}>{part('numerator', say('bodies.field.quorumNumerator'))}{part('denominator', say('bodies.field.quorumDenominator'))}</div>}
      {quorum.kind === 'COUNT' && part('count', say('bodies.field.quorumCount'))}
    </>
  );
}
