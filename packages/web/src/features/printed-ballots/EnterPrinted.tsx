import { useMessages } from '../../i18n/use-messages.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import type { PrintedBallot } from './GivePrinted.tsx';
import css from './Printed.module.css';
import { ReadingForm } from './ReadingForm.tsx';

/** After the close: two people read the printed ballots, each for themselves, until they agree. */
export function EnterPrinted({ ballot, onChanged }: { ballot: PrintedBallot; onChanged: () => void }) {
  const say = useMessages();
  const staff = useMessages('staff');
  const dates = useDates(ballot.environment.timeZone);
  if (!ballot.printed) return null;
  return (
    <Section title={staff('printed.enterTitle')}>
      <Stack gap={5}>
        <p>{staff('printed.enterLead')}</p>
        {ballot.printed.constituencies.map((part) => (
          <section key={part.constituency} aria-label={say(`constituency.${part.constituency}`)}>
            <Stack gap={3}>
              <h3 className={css['h3']}>{say(`constituency.${part.constituency}`)} <span className={css['note']}>{staff('printed.givenOut', { count: part.given })}</span></h3>
              {part.entries.length > 0 && (
                <ol className={css['log']} aria-label={staff('printed.log')}>
                  {part.entries.map(({ person, enteredAt, papers }) => (
                    <li key={enteredAt + person.id}>{staff('printed.entry', { name: person.displayName, when: dates.dayTime(enteredAt), papers })}</li>
                  ))}
                </ol>
              )}
              {part.agreed && <Notice kind="good" title={staff('printed.agreed')} />}
              {!part.agreed && new Set(part.entries.map(({ person }) => person.id)).size > 1 && <Notice kind="warn" title={staff('printed.differ.title')}><p>{staff('printed.differ')}</p></Notice>}
              {!part.agreed && part.viewerEntered && <p className={css['note']}>{staff('printed.waitsForOther')}</p>}
              {ballot.printed?.awaited && !part.agreed && <ReadingForm ballot={ballot} constituency={part.constituency} again={part.viewerEntered} onEntered={onChanged} />}
            </Stack>
          </section>
        ))}
      </Stack>
    </Section>
  );
}
