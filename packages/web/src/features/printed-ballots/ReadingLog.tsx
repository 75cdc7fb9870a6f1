import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import type { PrintedBallot } from './GivePrinted.tsx';
import { usePileWords } from './pile-words.ts';
import css from './Printed.module.css';

type Entry = NonNullable<PrintedBallot['printed']>['constituencies'][number]['entries'][number];

/** Every reading of one constituency, corrected ones too. What was read stays hidden from whoever has still to read. */
export function ReadingLog({ ballot, entries }: { ballot: PrintedBallot; entries: readonly Entry[] }) {
  const staff = useMessages('staff');
  const dates = useDates(ballot.environment.timeZone);
  const words = usePileWords(ballot);
  if (entries.length === 0) return null;
  return (
    <ol className={css['log']} aria-label={staff('printed.log')}>
      {entries.map(({ person, enteredAt, papers, piles }) => (
        <li key={enteredAt + person.id}>
          {staff('printed.entry', { name: person.displayName, when: dates.dayTime(enteredAt), papers })}
          {piles && piles.length > 0 && (
            <ul className={css['read']}>
              {piles.map(({ choices, papers: alike }) => <li key={choices.join()}>{staff('printed.pile', { marks: words(choices), papers: alike })}</li>)}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
