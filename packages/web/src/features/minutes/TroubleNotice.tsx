import { useMessages } from '../../i18n/use-messages.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-minutes-act.ts';

/** Reasons that a page can run into, with words of their own. */
const KNOWN = [
  'NOT_COMPLETE', 'NAMES_OPEN', 'STILL_IN_SESSION', 'WRONG_STATE', 'ONLY_BY_MOTION', 'QUESTION_PUT', 'NOT_A_MEMBER_PRESENT', 'NO_SUCH_PASSAGE', 'PASSAGE_NOT_UNIQUE', 'NOTHING_CORRECTED',
  'SETTLED', 'CORRECTIONS_OPEN', 'SAME_LANGUAGE', 'NO_SUCH_NOTES',
] as const;

/** Every reason why it did not happen, by which rule, and what to do about it. */
export function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  const say = useMessages('minutes');
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive" title={say('minutes.stale')}><p>{say('minutes.stale.how')}</p></Notice>;
  if (trouble.kind === 'FAULTY') return <Notice kind="danger" live="assertive" title={say('minutes.faulty')}><p>{say('minutes.faulty.how')}</p></Notice>;
  return (
    <Notice kind="danger" live="assertive" title={say('minutes.refused')}>
      <ul>
        {trouble.refusals.map(({ reason, source }) => {
          const known = KNOWN.find((each) => each === reason) ?? 'OTHER';
          return <li key={reason}>{say(`minutes.refused.${known}`)}{source && ` (${source})`}</li>;
        })}
      </ul>
    </Notice>
  );
}
