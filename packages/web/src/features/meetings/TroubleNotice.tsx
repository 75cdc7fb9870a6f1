import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-meeting-act.ts';
import { useFaultWords } from './words.ts';

/** Reasons whose words name a number or a moment. */
const ABOUT = ['HOUR_PASSED', 'NOTHING_CHANGED', 'NO_POSTING_PROOF', 'NO_SUCH_NOTICE', 'POSTED_TOO_LATE', 'TOO_DEEP', 'TOO_EARLY', 'TOO_MANY_ITEMS', 'TOO_MANY_PAPERS'] as const;

const isMoment = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d\d-\d\dT/.test(text);

/** Why it did not happen, by which law, and what to do next. */
export function TroubleNotice({ trouble, timeZone }: { trouble: Trouble | null; timeZone: string }) {
  const say = useMessages('meetings');
  const faultWords = useFaultWords(timeZone);
  const dates = useDates(timeZone);
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive" title={say('meetings.stale.title')}><p>{say('meetings.stale.how')}</p></Notice>;
  if (trouble.kind === 'FAULTY') return <Notice kind="danger" live="assertive" title={say('meetings.faulty')}>{trouble.faults.map((fault) => <p key={`${fault.field} ${fault.itemId} ${fault.code}`}>{faultWords(fault)}</p>)}</Notice>;
  const { reason, about: [first = ''] } = trouble;
  const named = ABOUT.find((each) => each === reason);
  const plain = reason as Exclude<typeof reason, (typeof ABOUT)[number]>;
  return (
    <Notice kind="danger" live="assertive" title={say(`meetings.refused.${reason}`)}>
      <p>{named ? say(`meetings.refused.${named}.how`, { about: isMoment(first) ? dates.dayTime(first) : first }) : say(`meetings.refused.${plain}.how`)}</p>
    </Notice>
  );
}
