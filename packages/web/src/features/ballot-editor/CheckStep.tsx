import { use, useState } from 'react';
import { catalog } from '../../i18n/catalogs.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { chooseLocale } from '../../i18n/locales.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { instant } from '../../lib/zoned.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { StepProps } from './step.ts';
import { missingIn } from './draft.ts';
import css from './Editor.module.css';
import { useRuleWords } from './rule-words.ts';

/** The whole ballot, as voters will see it and as the rules will judge it. */
export function CheckStep({ draft, locales, required, sizes, timeZone }: StepProps) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const locale = useLocale();
  const words = useRuleWords();
  const missing = missingIn(draft, required);
  const opensAt = draft.opens === 'AT' ? instant(draft.opensAt, timeZone) : null;
  const closesAt = instant(draft.closesAt, timeZone);
  return (
    <Stack gap={5}>
      {missing.length > 0
        ? <Notice kind="warn" title={staff('editor.incomplete', { languages: missing.map(tag => languageName(tag, locale)).join(', ') })}><p>{staff('editor.incompleteWhy')}</p></Notice>
        : <Notice kind="good" title={staff('editor.complete')} />}
      <Section title={staff('editor.preview')}><Preview draft={draft} locales={locales} /></Section>
      <Section title={staff('editor.rulesTitle')}>
        <ul className={css['list']}>
          {draft.constituencies.map(({ constituency, quorum, majority }) => (
            <li key={constituency}>
              <strong>{staff('people.constituencySize', { name: say(`constituency.${constituency}`), size: sizes.get(constituency) ?? 0 })}</strong>
              <br />{words.quorum(quorum)} {draft.method === 'YES_NO' && words.majority(majority)}
            </li>
          ))}
        </ul>
        {draft.method !== 'YES_NO' && <p>{staff('editor.say.plurality')}</p>}
        {draft.method === 'YES_NO' && draft.constituencies.length > 1 && <p>{staff(`editor.combineHint.${draft.combine}`)}</p>}
        <p>{staff(`editor.bindingHint.${draft.binding}`)} {draft.bylaw}</p>
        <p className={css['note']}>{staff('editor.oneVote')}</p>
      </Section>
      <Section title={staff('editor.timesTitle')}>
        <p>{opensAt ? staff('editor.opensOn', { when: dates.dayTime(opensAt) }) : staff('editor.opensByHand')}</p>
        <p>{closesAt ? staff('editor.closesOn', { when: dates.dayTime(closesAt) }) : staff('editor.noTime')}</p>
      </Section>
    </Stack>
  );
}

function Preview({ draft, locales }: Pick<StepProps, 'draft' | 'locales'>) {
  const staff = useMessages('staff');
  const locale = useLocale();
  const [shown, show] = useState(() => locales.find(each => each === locale) ?? locales[0] ?? locale);
  return (
    <Tabs label={staff('editor.preview')} tabs={locales.map(key => ({ key, label: languageName(key, locale) }))} current={shown} onChange={show}>
      <Paper draft={draft} locale={shown} />
    </Tabs>
  );
}

/** The paper speaks the language shown, not that of whoever looks at it. */
function Paper({ draft, locale }: { draft: StepProps['draft']; locale: string }) {
  const staff = useMessages('staff');
  const own = use(catalog('staff', chooseLocale([locale])));
  const word = (key: 'editor.paper.yes' | 'editor.paper.no' | 'editor.paper.abstain') => own[key]?.() ?? staff(key);
  const text = (texts: Readonly<Record<string, string>>) => texts[locale]?.trim() || <em className={css['note']}>{staff('editor.stillMissing')}</em>;
  const oval = `${css['oval']} ${draft.method === 'APPROVAL' ? css['box'] : ''}`;
  const answers = draft.method === 'YES_NO' ? [{ key: 'yes', label: word('editor.paper.yes') }, { key: 'no', label: word('editor.paper.no') }] : draft.options.map(option => ({ key: option.key, label: text(option.label) }));
  return (
    <div className={css['paper']} lang={locale}>
      <h3>{text(draft.question)}</h3>
      {Object.values(draft.description).some(each => each.trim()) && <p>{text(draft.description)}</p>}
      <ul className={css['ovals']}>
        {[...answers, ...(draft.allowAbstain ? [{ key: 'abstain', label: word('editor.paper.abstain') }] : [])].map(({ key, label }) => <li key={key}><span aria-hidden="true" className={oval} /><span>{label}</span></li>)}
      </ul>
    </div>
  );
}
