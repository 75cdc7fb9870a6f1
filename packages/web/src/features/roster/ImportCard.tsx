import { useQuery } from '@apollo/client/react';
import { ServerFault } from '../../apollo/faults.ts';
import { useLive } from '../../apollo/use-live.ts';
import { RosterImportDocument, RosterImportProgressedDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section, Stack } from '../../ui/Page.tsx';
import { Progress } from '../../ui/Progress.tsx';
import type { ImportState } from './import-state.ts';
import { ImportActs } from './ImportActs.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { ImportDetails } from './ImportDetails.tsx';

const ENDED: readonly string[] = ['COMMITTED', 'FAILED', 'DISCARDED'];

/** One import from reading to its result, live all the way; a reload or another computer finds it again. */
export function ImportCard({ id, timeZone }: { id: string; timeZone: string }) {
  const result = useQuery(RosterImportDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const state = result.data?.rosterImport?.state;
  useLive(RosterImportProgressedDocument, state && !ENDED.includes(state) ? { id } : null);
  return (
    <Loaded result={result}>
      {({ rosterImport }) => (rosterImport ? <Import import_={rosterImport} timeZone={timeZone} /> : <FaultPanel fault={new ServerFault('NOT_FOUND')} onRetry={() => void result.refetch()} />)}
    </Loaded>
  );
}

function Import({ import_, timeZone }: { import_: ImportState; timeZone: string }) {
  const staff = useMessages('staff');
  const dates = useDates(timeZone);
  const { state, done, total } = import_;
  const shown = state === 'PREVIEWED' || state === 'COMMITTED';
  return (
    <Page wide title={import_.fileName} tab={staff('import.title')} over={<Link href="/import">{staff('import.title')}</Link>} lead={staff('import.started', { day: dates.dayTime(import_.startedAt) })}>
      {state === 'READING' && <Progress label={staff('import.readingRows', { done })} done={done} total={total} />}
      {state === 'COMMITTING' && (
        <Stack gap={3}>
          <Progress label={total ? staff('import.committingOf', { done, total }) : staff('import.committing')} done={done} total={total} />
          <p>{staff('import.mayLeave')}</p>
        </Stack>
      )}
      {state === 'COMMITTED' && (
        <Stack gap={4}>
          <Notice kind="good" live="polite" title={staff('import.committed')}><p>{staff('import.committedNext')}</p></Notice>
          <Row><Link className={buttonClass()} href="/slips">{staff('people.makeSlips')}</Link><Link className={buttonClass('secondary')} href="/people">{staff('people.title')}</Link></Row>
        </Stack>
      )}
      {state === 'FAILED' && <Notice kind="danger" live="assertive" title={staff('import.failed')}><p>{staff('import.failedHow')}</p></Notice>}
      {state === 'DISCARDED' && <Notice title={staff('import.discarded')}><p>{staff('import.discardedHow')}</p></Notice>}
      {state === 'PREVIEWED' && <ImportActs import_={import_} />}
      {shown && import_.counts.length > 0 && <Section title={staff(state === 'COMMITTED' ? 'import.changed' : 'import.wouldChange')}><ImportCounts import_={import_} /></Section>}
      {(shown || import_.faultCount > 0) && <ImportDetails key={import_.orgs.find(each => each.chosen)?.sourcedId} import_={import_} />}
    </Page>
  );
}
