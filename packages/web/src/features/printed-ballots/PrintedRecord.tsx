import { useMessages } from '../../i18n/use-messages.ts';
import { Section, Stack } from '../../ui/Page.tsx';
import type { PrintedBallot } from './GivePrinted.tsx';
import { PartTitle } from './PartTitle.tsx';
import { ReadingLog } from './ReadingLog.tsx';

/** Once counted: how the printed ballots were read, for those who stand for the result. */
export function PrintedRecord({ ballot }: { ballot: PrintedBallot }) {
  const say = useMessages();
  const staff = useMessages('staff');
  return (
    <Section title={staff('printed.recordTitle')}>
      <Stack gap={5}>
        <p>{staff('printed.recordLead')}</p>
        {ballot.printed?.constituencies.map((part) => (
          <section key={part.constituency} aria-label={say(`constituency.${part.constituency}`)}>
            <Stack gap={3}>
              <PartTitle part={part} />
              <ReadingLog ballot={ballot} entries={part.entries} />
            </Stack>
          </section>
        ))}
      </Stack>
    </Section>
  );
}
