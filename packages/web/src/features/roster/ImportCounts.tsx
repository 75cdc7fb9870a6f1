import { useMessages } from '../../i18n/use-messages.ts';
import { Table } from '../../ui/Table.tsx';
import type { ImportState } from './import-state.ts';

export const EFFECTS = ['ADD', 'CHANGE', 'LEAVE', 'KEEP'] as const;
const SUBJECTS = ['PERSON', 'MEMBERSHIP', 'GUARDIANSHIP'] as const;

export const countOf = (import_: Pick<ImportState, 'counts'>, subject: string, effect: string): number =>
  import_.counts.filter(count => count.subject === subject && count.effect === effect).reduce((sum, { count }) => sum + count, 0);

/** What the roster does, in numbers. */
export function ImportCounts({ import_ }: { import_: ImportState }) {
  const staff = useMessages('staff');
  return (
    <Table
      caption={staff('import.counts')} hideCaption rows={SUBJECTS.map(subject => ({ subject }))} rowKey={row => row.subject}
      columns={[
        { key: 'subject', head: staff('import.subject'), cell: ({ subject }) => staff(`import.subject.${subject}`) },
        ...EFFECTS.map(effect => ({ key: effect, head: staff(`import.effect.${effect}`), number: true, cell: ({ subject }: { subject: (typeof SUBJECTS)[number] }) => staff('number', { count: countOf(import_, subject, effect) }) })),
      ]}
    />
  );
}
