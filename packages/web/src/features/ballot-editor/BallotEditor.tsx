import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { EditedBallotFragment } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { useLeaveGuard } from '../../shell/use-leave-guard.ts';
import { announce, toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { AnswersStep } from './AnswersStep.tsx';
import { CheckStep } from './CheckStep.tsx';
import { type Draft, emptyDraft, fromBallot, type Step, STEPS, toInput } from './draft.ts';
import css from './Editor.module.css';
import { type Fault, shownFaults } from './faults.ts';
import { QuestionStep } from './QuestionStep.tsx';
import { StaleDialog } from './StaleDialog.tsx';
import type { StepProps, Surroundings } from './step.ts';
import { StepNav } from './StepNav.tsx';
import { TimesStep } from './TimesStep.tsx';
import { useSaveBallot } from './use-save-ballot.ts';
import { VotersStep } from './VotersStep.tsx';

const PARTS: Record<Step, (props: StepProps) => ReactNode> = { question: QuestionStep, answers: AnswersStep, voters: VotersStep, times: TimesStep, check: CheckStep };

interface BallotEditorProps {
  around: Surroundings;
  /** Null for one that was never saved. */
  ballot: EditedBallotFragment | null;
  /** What can be done with a saved, unchanged ballot: schedule, open, withdraw. */
  finish: (ballot: EditedBallotFragment) => ReactNode;
  over: ReactNode;
}

/** Writes a ballot, one thing at a time; what is typed is lost neither to a fault nor to somebody else's save. */
export function BallotEditor({ around, ballot: start, finish, over }: BallotEditorProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const locale = useLocale();
  const [path, go] = useLocation();
  const asked = new URLSearchParams(useSearch()).get('step');
  const step = STEPS.find(each => each === asked) ?? 'question';
  const { id: environmentId, timeZone } = around;
  const asDraft = (of: EditedBallotFragment) => fromBallot(of, new Date().toISOString(), timeZone);

  const [known, setKnown] = useState(start);
  const [draft, setDraft] = useState<Draft>(() => (start ? asDraft(start) : emptyDraft(new Date().toISOString(), timeZone)));
  const [kept, setKept] = useState(() => (start ? JSON.stringify(toInput(draft, environmentId, timeZone)) : ''));
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [failed, setFailed] = useState<unknown>(null);
  const [stale, setStale] = useState<EditedBallotFragment | null>(null);
  const { save, busy } = useSaveBallot(environmentId, timeZone);
  const touched = Object.values(draft.question).some(text => text.trim());
  const changed = JSON.stringify(toInput(draft, environmentId, timeZone)) !== kept;
  const unsaved = changed && (known !== null || touched);
  const saving = useRef(false);
  useLeaveGuard(unsaved && !busy && !saving.current, staff('editor.leaveAsk'));

  const heading = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.querySelector<HTMLElement>('h1')?.focus();
    first.current = false;
    window.scrollTo(0, 0);
  }, [step]);

  const to = (next: Step, at = path) => go(`${at}?step=${next}`);
  const shown = shownFaults(faults, draft, staff, name => say(`constituency.${name}`));
  const here = STEPS.indexOf(step);

  /** Saves, then goes on; only faults of what was already filled in hold one back. */
  const keep = async (next: Step, version = known?.version) => {
    setFailed(null);
    saving.current = true;
    const saved = await save(draft, known && { id: known.id, version: version ?? known.version });
    saving.current = false;
    if (saved.kind === 'FAILED') return setFailed(saved.fault);
    if (saved.kind === 'STALE') return setStale(saved.ballot);
    if (saved.kind === 'FAULTY') {
      setFaults(saved.faults);
      const blocking = shownFaults(saved.faults, draft, staff, name => name).filter(fault => STEPS.indexOf(fault.step) <= here);
      const to_ = blocking[0]?.step ?? next;
      if (to_ !== step) to(to_);
      return;
    }
    setFaults([]);
    setKnown(saved.ballot);
    setKept(JSON.stringify(toInput(draft, environmentId, timeZone)));
    (next === step ? toast : announce)(staff('editor.saved'));
    if (known === null) go(`/ballots/${saved.ballot.id}/edit?step=${next}`, { replace: true });
    else if (next !== step) to(next);
  };
  const takeTheirs = (theirs: EditedBallotFragment) => {
    const next = asDraft(theirs);
    setKnown(theirs);
    setDraft(next);
    setKept(JSON.stringify(toInput(next, environmentId, timeZone)));
    setStale(null);
    setFaults([]);
  };

  const Part = PARTS[step];
  const said = [...Object.keys(draft.question), ...Object.keys(draft.description), ...draft.options.flatMap(option => Object.keys(option.label))];
  const locales = [...new Set([...(around.requiredLocales.length ? around.requiredLocales : [locale]), ...said])];
  const blocked = known !== null && !known.viewerCan.edit;
  if (blocked) return <Page title={staff('editor.closedTitle')} over={over}><Notice kind="warn">{staff('editor.closed')}</Notice>{finish(known)}</Page>;

  return (
    <div ref={heading}>
      <Page wide title={staff(`editor.step.${step}`)} tab={staff('editor.title')} over={over} lead={staff(`editor.lead.${step}`)}>
        <StepNav current={step} draft={draft} required={around.requiredLocales} timeZone={timeZone} onGo={next => to(next)} faulty={new Set(shown.map(fault => fault.step))} />
        {known?.state === 'SCHEDULED' && <Notice kind="warn">{staff('editor.scheduledNote')}</Notice>}
        <form noValidate onSubmit={event => { event.preventDefault(); void keep(STEPS[here + 1] ?? step); }}>
          <Stack gap={5}>
            <ErrorSummary title={say('formFaults')} faults={shown.filter(fault => fault.step === step)} />
            <FaultNotice fault={failed} />
            <div className={step === 'question' || step === 'answers' ? undefined : css['narrow']}>
              <Part draft={draft} set={part => setDraft(before => ({ ...before, ...part }))} locales={locales} required={around.requiredLocales} sizes={around.sizes} timeZone={timeZone} error={field => shown.find(fault => fault.field === field)?.text} />
            </div>
            <div className={css['foot']}>
              {step !== 'check' && <Button type="submit" busy={busy}>{staff('editor.continue')}</Button>}
              {(step !== 'check' || unsaved) && <Button kind={step === 'check' ? 'primary' : 'secondary'} busy={busy} onClick={() => void keep(step)}>{staff('editor.saveDraft')}</Button>}
              {here > 0 && <Button kind="quiet" onClick={() => to(STEPS[here - 1]!)}>{say('back')}</Button>}
              <span className={css['note']}>{staff(unsaved ? 'editor.unsaved' : known ? 'editor.allSaved' : 'editor.notYet')}</span>
            </div>
          </Stack>
        </form>
        {step === 'check' && known && !unsaved && finish(known)}
      </Page>
      <StaleDialog
        theirs={stale} mine={draft} asDraft={asDraft} environmentId={environmentId} timeZone={timeZone} onClose={() => setStale(null)} onTheirs={() => stale && takeTheirs(stale)}
        onMine={() => { if (stale) { setKnown(stale); setStale(null); void keep(step, stale.version); } }}
      />
    </div>
  );
}
