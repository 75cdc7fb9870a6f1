import { useLocale } from '../../i18n/locale-store.ts';
import { joined } from '../../i18n/joined.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-remedy-act.ts';
import { refusalWords } from './words.ts';

const PLAIN = ['REQUIRED', 'TOO_LONG', 'REPEATED'] as const;

/** Why it did not happen, and what to do next. */
export function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  const say = useMessages('remedies');
  const locale = useLocale();
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive"><p>{say('remedies.stale')}</p></Notice>;
  if (trouble.kind === 'FAULTY') {
    // Of students who are named the form tells, with what to do about it.
    const faults = trouble.faults.filter(({ code }) => code !== 'STUDENT_NAMED');
    return faults.length > 0 && (
      <Notice kind="danger" live="assertive">
        {faults.map(({ field, code, about }) => (
          <p key={`${field} ${code}`}>{code === 'MISSING_LOCALES' ? say('remedies.fault.MISSING_LOCALES', { languages: joined(about.map((tag) => languageName(tag, locale))) }) : say(`remedies.fault.${PLAIN.find((each) => each === code) ?? 'REQUIRED'}`)}</p>
        ))}
      </Notice>
    );
  }
  return <Notice kind="danger" live="assertive" title={say('remedies.refused')}><p>{refusalWords(say, trouble.reason, trouble.about[0] ?? '')}</p></Notice>;
}
