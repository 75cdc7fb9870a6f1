import { pickText } from '../../i18n/LocalText.tsx';
import type { Locale } from '../../i18n/locales.ts';
import { useMessagesIn } from '../../i18n/use-messages.ts';
import type { PrintedBallot } from './GivePrinted.tsx';
import css from './Printed.module.css';
import { GRADED } from './read-marks.ts';

/** One printed ballot in one language. Options stand in the one order that every language and every page has. */
export function PrintedSheet({ ballot, locale }: { ballot: PrintedBallot; locale: Locale }) {
  const say = useMessagesIn('core', locale);
  const staff = useMessagesIn('staff', locale);
  const { method, maxChoices, options, environment } = ballot;
  const text = (texts: PrintedBallot['question']) => pickText(texts, locale)?.text ?? '';
  const about = text(ballot.description);
  return (
    <article className={css['sheet']} lang={locale}>
      <p className={css['from']}>{environment.school.name} · {environment.name}</p>
      <h2 className={css['question']}>{text(ballot.question)}</h2>
      {about && <p className={css['about']}>{about}</p>}
      <p className={css['how']}><strong>{staff(`printed.how.${method as Printable}`, { most: maxChoices })}</strong></p>
      <ol className={css['options']}>
        {options.map((option) => (
          <li key={option.id}>
            <span className={GRADED.includes(method) && option.kind !== 'ABSTAIN' ? css['wideBox'] : css['box']} aria-hidden="true" />
            <span>{option.kind === 'CHOICE' ? text(option.label) : say(`option.${option.kind}`)}{option.cost !== null && <> · {option.cost.toLocaleString(locale)}</>}</span>
          </li>
        ))}
      </ol>
      <p className={css['note']}>{staff('printed.fold')}</p>
    </article>
  );
}

type Printable = 'YES_NO' | 'CHOOSE_ONE' | 'APPROVAL' | 'SCORE' | 'DOTS' | 'INSTANT_RUNOFF' | 'SCOTTISH_STV' | 'BUDGET_GREEDY' | 'EQUAL_SHARES';
