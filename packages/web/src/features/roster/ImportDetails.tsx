import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Section } from '../../ui/Page.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { ImportState } from './import-state.ts';
import { countOf, EFFECTS } from './ImportCounts.tsx';
import { ImportFaults } from './ImportFaults.tsx';
import { ImportRows } from './ImportRows.tsx';

/** Every fault with file and line, every row with its effect. */
export function ImportDetails({ import_ }: { import_: ImportState }) {
  const staff = useMessages('staff');
  const tabs = [
    ...(import_.faultCount > 0 ? [{ key: 'FAULT', label: staff('import.tab.faults', { count: import_.faultCount }) }] : []),
    ...(import_.warningCount > 0 ? [{ key: 'WARNING', label: staff('import.tab.warnings', { count: import_.warningCount }) }] : []),
    ...EFFECTS.map(effect => ({ key: effect, count: countOf(import_, 'PERSON', effect) })).filter(({ count }) => count > 0)
      .map(({ key, count }) => ({ key, label: staff('import.tab.rows', { effect: staff(`import.effect.${key}`), count }) })),
  ];
  const [chosen, choose] = useState<string | null>(null);
  const current = tabs.find(tab => tab.key === chosen)?.key ?? tabs[0]?.key;
  if (!current) return null;
  const effect = EFFECTS.find(each => each === current);
  return (
    <Section title={staff('import.details')}>
      <Tabs label={staff('import.details')} tabs={tabs} current={current} onChange={choose}>
        {effect ? <ImportRows key={effect} id={import_.id} effect={effect} /> : <ImportFaults key={current} id={import_.id} level={current === 'FAULT' ? 'FAULT' : 'WARNING'} />}
      </Tabs>
    </Section>
  );
}
