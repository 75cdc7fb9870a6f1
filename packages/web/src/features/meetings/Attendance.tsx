import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { type AttendanceShownFragment, MeetingAttendanceDocument, type PlanAnswer } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import { AttendanceForm } from './AttendanceForm.tsx';
import css from './Meetings.module.css';
import type { Meeting } from './meeting.ts';

/** Who comes: numbers for everybody, a question for those who belong here, and for those who prepare it what is needed. */
export function Attendance({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const result = useQuery(MeetingAttendanceDocument, { variables: { id: meeting.id }, fetchPolicy: 'cache-and-network' });
  return (
    <Section title={say('meetings.plan')}>
      <Loaded part result={result}>{({ meeting: found }) => found && <Plans meeting={meeting} plans={found} />}</Loaded>
    </Section>
  );
}

function Plans({ meeting, plans }: { meeting: Meeting; plans: AttendanceShownFragment }) {
  const say = useMessages('meetings');
  const [changing, change] = useState(false);
  const { attendancePlans: { coming, notComing, remote }, myPlan, preparedAttendance } = plans;
  // Once the hour has come, who is there is what counts.
  const begun = meeting.startsAt != null && Date.parse(meeting.startsAt) <= Date.now();
  const viewerMayPlan = plans.viewerMayPlan && !begun;
  const unsaid = begun && coming + notComing + remote === 0 && !preparedAttendance;
  return (
    <Stack gap={4}>
      {unsaid && <p className={css['said']}>{say('meetings.plan.begun')}</p>}
      {plans.viewerMayPlan && myPlan && !changing && <div className={css['part']}><Said plan={myPlan} /><div hidden={begun}><Button kind="secondary" onClick={() => change(true)}>{say('meetings.plan.change')}</Button></div></div>}
      {viewerMayPlan && (!myPlan || changing) && <AttendanceForm meeting={meeting} plan={myPlan ?? null} onDone={() => change(false)} />}
      {coming + notComing + remote > 0 && <p>{say('meetings.plan.counts', { coming, notComing, remote })}</p>}
      {!plans.viewerMayPlan && !begun && <p className={css['said']}>{say('meetings.plan.office')}</p>}
      {preparedAttendance && <Prepared prepared={preparedAttendance} />}
    </Stack>
  );
}

function Said({ plan: { answer, interpreter, children, note } }: { plan: NonNullable<AttendanceShownFragment['myPlan']> }) {
  const say = useMessages('meetings');
  const locale = useLocale();
  return (
    <>
      <p><strong>{say(`meetings.plan.own.${answer}`)}</strong></p>
      {interpreter && <p>{say('meetings.plan.needsInterpreter', { language: languageName(interpreter, locale) })}</p>}
      {children > 0 && <p>{say('meetings.plan.needsCare', { count: children })}</p>}
      {note && <p className={css['said']}>{note}</p>}
    </>
  );
}

/** Whether there will be a quorum, and what people need, for those who see to it. */
function Prepared({ prepared: { answers, members, membersComing, membersRemote, needed, requests } }: { prepared: NonNullable<AttendanceShownFragment['preparedAttendance']> }) {
  const say = useMessages('meetings');
  const locale = useLocale();
  const by = (wanted: PlanAnswer | null) => answers.filter(({ answer }) => (answer ?? null) === wanted).map(({ name }) => name);
  const groups = ([['COMING', by('COMING')], ['REMOTE', by('REMOTE')], ['NOT_COMING', by('NOT_COMING')], ['NONE', by(null)]] as const).filter(([, names]) => names.length > 0);
  return (
    <div className={css['office']}>
      {members > 0 && <p><strong>{say('meetings.plan.quorum', { coming: membersComing + membersRemote, members, needed, remote: membersRemote })}</strong></p>}
      {groups.length > 0 && (
        <dl className={css['part']}>
          {groups.map(([answer, names]) => <div key={answer}><dt className={css['note']}>{say(`meetings.plan.members.${answer}`)}</dt><dd>{names.join(', ')}</dd></div>)}
        </dl>
      )}
      {requests.length > 0 && (
        <>
          <h3 className={css['h3']}>{say('meetings.plan.requests')}</h3>
          <ul className={css['lines']}>
            {requests.map(({ name, interpreter, children, note, late }) => (
              <li key={`${name} ${interpreter} ${children} ${note}`}>
                <p><strong>{name}</strong> {late && <Badge kind="warn">{say('meetings.plan.late')}</Badge>}</p>
                {interpreter && <p>{say('meetings.plan.needsInterpreter', { language: languageName(interpreter, locale) })}</p>}
                {children > 0 && <p>{say('meetings.plan.needsCare', { count: children })}</p>}
                {note && <p className={css['said']}>{note}</p>}
              </li>
            ))}
          </ul>
          <p className={css['note']}>{say('meetings.plan.requestsWhy')}</p>
        </>
      )}
    </div>
  );
}
