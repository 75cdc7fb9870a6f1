import { useMessages } from '../../i18n/use-messages.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { type Draft, missingIn, type Step, STEPS, timesFault } from './draft.ts';
import css from './Editor.module.css';

interface StepNavProps {
  current: Step;
  draft: Draft;
  required: readonly string[];
  timeZone: string;
  faulty: ReadonlySet<Step>;
  onGo: (step: Step) => void;
}

/** Where one is in the form, and which parts still miss something. */
export function StepNav({ current, draft, required, timeZone, faulty, onGo }: StepNavProps) {
  const staff = useMessages('staff');
  const questionDone = Object.values(draft.question).some(text => text.trim()) && missingIn({ ...draft, method: 'YES_NO' }, required).length === 0;
  const answersDone = draft.method === 'YES_NO' || (draft.options.length > 1 && missingIn({ ...draft, question: Object.fromEntries(required.map(tag => [tag, '-'])), description: {} }, required).length === 0 && draft.options.every(option => Object.values(option.label).some(text => text.trim())));
  const done: Record<Step, boolean> = { question: questionDone, answers: answersDone, voters: draft.constituencies.length > 0, times: timesFault(draft, new Date().toISOString(), timeZone) === null, check: false };
  return (
    <nav aria-label={staff('editor.steps')}>
      <ol className={css['steps']}>
        {STEPS.map(step => (
          <li key={step}>
            <button type="button" className={css['step']} aria-current={step === current ? 'step' : undefined} onClick={() => onGo(step)}>
              {staff(`editor.step.${step}`)}
              {faulty.has(step) ? <span className={css['mark']}>! <VisuallyHidden>{staff('editor.hasFault')}</VisuallyHidden></span> : done[step] && <span className={css['mark']}>✓ <VisuallyHidden>{staff('editor.isDone')}</VisuallyHidden></span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
