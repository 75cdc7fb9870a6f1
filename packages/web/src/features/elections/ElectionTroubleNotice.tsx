import type { Constituency, ElectionRefusal } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { ElectionTrouble } from './use-election-act.ts';

const GROUPS = ['PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT'] as const satisfies readonly Constituency[];
const LANGUAGES: readonly ElectionRefusal[] = ['MISSING_LOCALES', 'STATEMENTS_MISSING_LOCALES'];

/** A refusal in words: what happened, by which rule, and what to do, with the dates, groups and languages it is about. */
export function useRefusalWords(timeZone: string): (reason: ElectionRefusal, about: readonly string[]) => string {
  const core = useMessages();
  const say = useMessages('elections');
  const locale = useLocale();
  const dates = useDates(timeZone);
  return (reason, about) => {
    const names = about.flatMap((each) => {
      const group = GROUPS.find((name) => name === each);
      if (group) return [core(`constituency.${group}`)];
      return LANGUAGES.includes(reason) ? [languageName(each, locale)] : [];
    });
    const [first = '', second = ''] = about;
    const when = /^\d{4}-\d\d-\d\dT/.test(first) ? dates.dayTime(first) : '';
    const listed = new Intl.ListFormat(locale).format(names);
    // Each message takes what it has a use for.
    return (say as (key: string, args: object) => string)(`refused.${reason}`, { when, days: second, about: listed });
  };
}

export function ElectionTroubleNotice({ trouble, timeZone }: { trouble: ElectionTrouble | null; timeZone: string }) {
  const say = useMessages('elections');
  const words = useRefusalWords(timeZone);
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive" title={say('office.stale')}><p>{say('office.staleHow')}</p></Notice>;
  return <Notice kind="danger" live="assertive" title={say('refused.title')}><p>{words(trouble.reason, trouble.about)}</p></Notice>;
}
