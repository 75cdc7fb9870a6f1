import type { BallotRefusal, Constituency } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { FaultNotice } from '../../shell/FaultNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Trouble } from './use-change-ballot.ts';

const REASONS = ['WRONG_STATE', 'MISSING_LOCALES', 'MISSING_TIMES', 'CLOSES_IN_PAST', 'EMPTY_ROLL', 'CERTIFIER_TWICE', 'NOT_COMMITTEE', 'BUSY'] as const satisfies readonly BallotRefusal[];
const GROUPS = ['PARENT', 'STUDENT', 'TEACHER', 'OTHER_STAFF', 'ADMINISTRATOR', 'COMMUNITY', 'EL_PARENT'] as const satisfies readonly Constituency[];

/** Why it did not happen, by which rule, and what to do next. */
export function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const locale = useLocale();
  if (!trouble) return null;
  if (trouble.kind === 'FAILED') return <FaultNotice fault={trouble.fault} />;
  if (trouble.kind === 'STALE') return <Notice kind="warn" live="assertive" title={staff('office.stale')}><p>{staff('office.staleHow')}</p></Notice>;
  const { reason, about } = trouble.refusal;
  const known = REASONS.find(each => each === reason) ?? 'WRONG_STATE';
  const names = about.map(each => {
    const group = GROUPS.find(name => name === each);
    if (group) return say(`constituency.${group}`);
    return reason === 'MISSING_LOCALES' ? languageName(each, locale) : '';
  });
  const listed = new Intl.ListFormat(locale).format(names.filter(Boolean));
  return <Notice kind="danger" live="assertive" title={staff(`office.refused.${known}.title`, { about: listed })}><p>{staff(`office.refused.${known}`)}</p></Notice>;
}
