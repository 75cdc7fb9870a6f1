import { useState } from 'react';
import { type AttendanceShownFragment, type PlanAnswer, PlanToAttendDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { lastNotice, type Meeting } from './meeting.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMeetingAct } from './use-meeting-act.ts';

const MOST_CHILDREN = 12;
const LONGEST_NOTE = 500;

/** Whether one comes, and what one needs for it; children are a number, never names. */
export function AttendanceForm({ meeting, plan, onDone }: { meeting: Meeting; plan: AttendanceShownFragment['myPlan'] | null; onDone: () => void }) {
  const say = useMessages('meetings');
  const locale = useLocale();
  const act = useMeetingAct();
  const [answer, choose] = useState<PlanAnswer | null>(plan?.answer ?? null);
  const [interpreter, interpret] = useState(plan?.interpreter ?? '');
  const [children, bring] = useState(plan?.children ?? 0);
  const [note, write] = useState(plan?.note ?? '');
  const [missing, miss] = useState(false);
  const comes = answer !== null && answer !== 'NOT_COMING';
  const answers: readonly PlanAnswer[] = ['COMING', ...(lastNotice(meeting) && meeting.onlineUrl ? ['REMOTE' as const] : []), 'NOT_COMING'];
  const send = async () => {
    miss(answer === null);
    if (answer === null) {
      document.getElementById('plan')?.focus();
      return;
    }
    const done = await act.run(PlanToAttendDocument, { id: meeting.id, input: { answer, interpreter: comes && interpreter ? interpreter : null, children: answer === 'COMING' ? children : 0, note: note.trim() || null } });
    if (!done) return;
    toast(say('meetings.plan.done'));
    onDone();
  };
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Stack gap={4}>
        <Choices
          id="plan" legend={say('meetings.plan.ask')} hint={say('meetings.plan.askHint')} error={missing && answer === null ? say('meetings.plan.missing') : undefined}
          choices={answers.map((value) => ({ value, label: say(`meetings.plan.${value}`) }))} value={answer ? [answer] : []} onChange={([value]) => choose(value as PlanAnswer)}
        />
        {comes && (
          <>
            <Select label={say('meetings.plan.interpreter')} value={interpreter} onChange={(event) => interpret(event.target.value)}>
              <option value="">{say('meetings.plan.noInterpreter')}</option>
              {[...new Set([...LANGUAGES, ...(plan?.interpreter ? [plan.interpreter] : [])])].map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
            </Select>
            {answer === 'COMING' && (
              <Select label={say('meetings.plan.children')} hint={say('meetings.plan.childrenHint')} value={String(children)} onChange={(event) => bring(Number(event.target.value))}>
                {Array.from({ length: MOST_CHILDREN + 1 }, (_, count) => <option key={count} value={count}>{count === 0 ? say('meetings.plan.noChildren') : count}</option>)}
              </Select>
            )}
          </>
        )}
        {answer !== null && <TextArea label={say('meetings.plan.note')} hint={say('meetings.plan.noteHint')} maxLength={LONGEST_NOTE} value={note} onChange={(event) => write(event.target.value)} />}
        <TroubleNotice trouble={act.trouble} timeZone={meeting.environment.timeZone} />
        <div><Button type="submit" kind="secondary" busy={act.busy}>{say('meetings.plan.send')}</Button></div>
      </Stack>
    </form>
  );
}
