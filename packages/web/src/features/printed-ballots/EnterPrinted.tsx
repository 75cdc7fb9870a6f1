import { useMessages } from '../../i18n/use-messages.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import type { PrintedBallot } from './GivePrinted.tsx';
import { PartTitle } from './PartTitle.tsx';
import css from './Printed.module.css';
import { ReadingForm } from './ReadingForm.tsx';
import { ReadingLog } from './ReadingLog.tsx';

const readers = ({ entries }: { readonly entries: readonly { readonly person: { readonly id: string } }[] }) => new Set(entries.map(({ person }) => person.id)).size;

/** After the close: two people read the printed ballots, each for themselves, until they agree. */
export function EnterPrinted({ ballot, onChanged }: { ballot: PrintedBallot; onChanged: () => void }) {
  const say = useMessages();
  const staff = useMessages('staff');
  if (!ballot.printed) return null;
  return (
    <Section title={staff('printed.enterTitle')}>
      <Stack gap={5}>
        <p>{staff('printed.enterLead')}</p>
        {ballot.printed.constituencies.map((part) => (
          <section key={part.constituency} aria-label={say(`constituency.${part.constituency}`)}>
            <Stack gap={3}>
              <PartTitle part={part} />
              <ReadingLog ballot={ballot} entries={part.entries} />
              {part.agreed && <Notice kind="good" title={staff('printed.agreed')} />}
              {!part.agreed && readers(part) > 1 && <Notice kind="warn" title={staff('printed.differ.title')}><p>{staff('printed.differ')}</p></Notice>}
              {!part.agreed && part.viewerEntered && readers(part) === 1 && <p className={css['note']}>{staff('printed.waitsForOther')}</p>}
              {ballot.printed?.awaited && !part.agreed && <ReadingForm ballot={ballot} constituency={part.constituency} again={part.viewerEntered} onEntered={onChanged} />}
            </Stack>
          </section>
        ))}
      </Stack>
    </Section>
  );
}
