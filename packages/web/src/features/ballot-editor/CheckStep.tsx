import { useLocale } from '../../i18n/locale-store.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useMoney } from '../../i18n/use-money.ts';
import { languageName } from '../../lib/language-name.ts';
import { instant } from '../../lib/zoned.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import type { StepProps } from './step.ts';
import { missingIn, timesFault } from './draft.ts';
import css from './Editor.module.css';
import { canLimit } from './methods.ts';
import { PaperPreview } from './PaperPreview.tsx';
import { useRuleWords } from './rule-words.ts';
import { isOutOfReach } from './rules.ts';

/** The whole ballot, as voters will see it and as the rules will judge it. */
export function CheckStep({ draft, locales, required, sizes, timeZone }: StepProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const locale = useLocale();
  const words = useRuleWords();
  const missing = missingIn(draft, required);
  const lacking = draft.constituencies.filter(({ constituency, quorum }) => isOutOfReach(quorum, sizes.get(constituency) ?? 0));
  const wrong = timesFault(draft, new Date().toISOString(), timeZone);
  const opensAt = draft.opens === 'AT' ? instant(draft.opensAt, timeZone) : null;
  const closesAt = instant(draft.closesAt, timeZone);
  return (
    <Stack gap={5}>
      {missing.length > 0
        ? <Notice kind="warn" title={staff('editor.incomplete', { languages: missing.map(tag => languageName(tag, locale)).join(', ') })}><p>{staff('editor.incompleteWhy')}</p></Notice>
        : <Notice kind="good" title={staff('editor.complete')} />}
      {lacking.length > 0 && (
        <Notice kind="warn" title={staff('editor.outOfReach', { count: lacking.length })}>
          {lacking.map(({ constituency, quorum }) => (
            <p key={constituency}>{staff('editor.outOfReachLine', { group: say(`constituency.${constituency}`), needed: quorum.count, size: sizes.get(constituency) ?? 0 })}</p>
          ))}
          <p>{staff('editor.outOfReachWhy')}</p>
        </Notice>
      )}
      {wrong && <Notice kind="warn" title={staff('editor.timesWrong')}><p>{staff(`editor.timesWrong.${wrong}`)}</p></Notice>}
      <Section title={staff('editor.preview')}><PaperPreview draft={draft} locales={locales} /></Section>
      <Section title={staff('editor.rulesTitle')}>
        <ul className={css['list']}>
          {draft.constituencies.map(({ constituency, quorum, majority }) => (
            <li key={constituency}>
              <strong>{staff('people.constituencySize', { name: say(`constituency.${constituency}`), size: sizes.get(constituency) ?? 0 })}</strong>
              <br />{words.quorum(quorum)} {draft.method === 'YES_NO' && words.majority(majority)}
            </li>
          ))}
        </ul>
        {draft.method !== 'YES_NO' && <p><MethodWords draft={draft} /></p>}
        {draft.method === 'YES_NO' && draft.constituencies.length > 1 && <p>{staff(`editor.combineHint.${draft.combine}`)}</p>}
        <p>{staff(`editor.bindingHint.${draft.binding}`)} {draft.bylaw}</p>
        {draft.secrecy !== 'OPEN' && <p><strong>{staff(`editor.secrecy.${draft.secrecy}`)}.</strong> {staff(`editor.secrecyHint.${draft.secrecy}`)}</p>}
        <p className={css['note']}>{staff('editor.oneVote')}</p>
      </Section>
      <Section title={staff('editor.timesTitle')}>
        <p>{opensAt ? staff('editor.opensOn', { when: dates.dayTime(opensAt) }) : staff('editor.opensByHand')}</p>
        <p>{closesAt ? staff('editor.closesOn', { when: dates.dayTime(closesAt) }) : staff('editor.noTime')}</p>
      </Section>
    </Stack>
  );
}

/** How the votes decide, in a sentence or two. */
function MethodWords({ draft: { method, seats, dots, budgetTotal, limited, maxChoices } }: Pick<StepProps, 'draft'>) {
  const staff = useMessages('staff');
  const money = useMoney();
  if (method === 'YES_NO') return null;
  const most = canLimit(method) && limited ? maxChoices : null;
  const rule = method === 'BUDGET_GREEDY' || method === 'EQUAL_SHARES' ? staff(`editor.say.${method}`, { total: money(budgetTotal) })
    : method === 'INSTANT_RUNOFF' ? staff('editor.say.INSTANT_RUNOFF') : staff(`editor.say.${method}`, { seats });
  return <>{rule} {method === 'DOTS' && staff('editor.sayDots', { dots })} {most !== null && staff('editor.sayMost', { most })}</>;
}
