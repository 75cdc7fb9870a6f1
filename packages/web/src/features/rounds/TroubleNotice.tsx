import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-proposal-act.ts';

const FIELDS = ['title', 'body', 'constituencies', 'named', 'quorum', 'facilitatorId', 'publicRecord'] as const;
const FAULTS = ['REQUIRED', 'TOO_LONG', 'NOT_OF_ENVIRONMENT', 'NOT_A_STUDENT', 'NOT_FOR_EL_PARENT'] as const;

/** Why it did not happen, by which rule, and what to do next. */
export function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  const say = useMessages('rounds');
  const locale = useLocale();
  const faultWords = useFaultWords();
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive" title={say('rounds.stale.title')}><p>{say('rounds.stale.how')}</p></Notice>;
  if (trouble.kind === 'FAULTY') return <Notice kind="danger" live="assertive" title={say('rounds.refused.OTHER')}>{trouble.faults.map((fault) => <p key={fault.field + fault.code}>{faultWords(fault)}</p>)}</Notice>;
  // Not a fit answer: only a program could send one.
  const reason = trouble.reason === 'WRONG_ANSWER' ? 'OTHER' : trouble.reason;
  const about = new Intl.ListFormat(locale).format(trouble.about.map((tag) => (reason === 'MISSING_LOCALES' ? languageName(tag, locale) : tag)));
  const title = reason === 'MISSING_LOCALES' ? say('rounds.refused.MISSING_LOCALES', { about }) : say(`rounds.refused.${reason}`);
  return <Notice kind="danger" live="assertive" title={title}><p>{say(`rounds.refused.${reason}.how`)}</p></Notice>;
}

/** What is wrong with a field of the form, in words. */
export function useFaultWords(): (fault: { readonly field: string; readonly code: string }) => string {
  const say = useMessages('rounds');
  return ({ field, code }) => {
    const known = FIELDS.find((each) => each === field) ?? 'body';
    const fault = FAULTS.find((each) => each === code) ?? 'OTHER';
    return fault === 'NOT_FOR_EL_PARENT' ? say('rounds.fault.NOT_FOR_EL_PARENT') : say(`rounds.fault.${fault}`, { field: say(`rounds.field.${known}`) });
  };
}
