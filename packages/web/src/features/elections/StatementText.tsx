import { pickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import css from './Elections.module.css';
import type { Nomination } from './view.ts';

/** What a candidate says: in the reader's language where it is there, with the original one tap away. */
export function StatementText({ statement }: { statement: Nomination['statement'] }) {
  const say = useMessages('elections');
  const locale = useLocale();
  const shown = pickText(statement, locale);
  if (!shown) return <p className={css['small']}>{say('statement.none')}</p>;
  const original = statement.find((each) => each.original && each.locale !== shown.locale);
  return (
    <>
      <p className={css['statement']} lang={shown.locale}>{shown.text}</p>
      {shown.translated && <p className={css['small']}>{say('statement.translated')}</p>}
      {shown.locale !== locale && <p className={css['small']}>{say('statement.only', { language: languageName(shown.locale, locale) })}</p>}
      {original && (
        <details className={css['original']}>
          <summary>{say('statement.original', { language: languageName(original.locale, locale) })}</summary>
          <p className={css['statement']} lang={original.locale}>{original.text}</p>
        </details>
      )}
    </>
  );
}
