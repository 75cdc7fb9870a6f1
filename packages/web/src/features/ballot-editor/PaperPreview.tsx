import { use, useState } from 'react';
import type { BallotMethod } from '../../gql/graphql.ts';
import { catalog } from '../../i18n/catalogs.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { chooseLocale } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { useMoney } from '../../i18n/use-money.ts';
import { languageName } from '../../lib/language-name.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import css from './Editor.module.css';
import { isBudget, TOP_SCORE } from './methods.ts';
import type { StepProps } from './step.ts';

/** The ballot paper in each of its languages. */
export function PaperPreview({ draft, locales }: Pick<StepProps, 'draft' | 'locales'>) {
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
  const money = useMoney();
  const own = use(catalog('staff', chooseLocale([locale])));
  const word = (key: 'editor.paper.yes' | 'editor.paper.no' | 'editor.paper.abstain') => own[key]?.() ?? staff(key);
  const text = (texts: Readonly<Record<string, string>>) => texts[locale]?.trim() || <em className={css['note']}>{staff('editor.stillMissing')}</em>;
  const answers = draft.method === 'YES_NO'
    ? [{ key: 'yes', label: word('editor.paper.yes'), cost: 0 }, { key: 'no', label: word('editor.paper.no'), cost: 0 }]
    : draft.options.map(({ key, label, cost }) => ({ key, label: text(label), cost: isBudget(draft.method) ? cost : 0 }));
  return (
    <div className={css['paper']} lang={locale}>
      <h3>{text(draft.question)}</h3>
      {Object.values(draft.description).some(each => each.trim()) && <p>{text(draft.description)}</p>}
      <ul className={css['ovals']}>
        {answers.map(({ key, label, cost }) => (
          <li key={key}><Mark method={draft.method} /><span className={css['grow']}>{label}</span>{cost > 0 && <strong>{money(cost)}</strong>}</li>
        ))}
        {draft.allowAbstain && <li><span aria-hidden="true" className={css['oval']} /><span>{word('editor.paper.abstain')}</span></li>}
      </ul>
    </div>
  );
}

/** What one makes one's mark in: an oval where one is chosen, a box where several are, or a number is written. */
function Mark({ method }: { method: BallotMethod }) {
  if (method === 'SCORE') return <span aria-hidden="true" className={css['scores']}>{Array.from({ length: TOP_SCORE + 1 }, (_, score) => <span key={score} className={css['oval']}>{score}</span>)}</span>;
  return <span aria-hidden="true" className={`${css['oval']} ${method === 'YES_NO' || method === 'CHOOSE_ONE' ? '' : css['box']}`} />;
}
