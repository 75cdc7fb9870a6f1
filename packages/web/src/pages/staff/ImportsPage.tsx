import { ImportHistory } from '../../features/roster/ImportHistory.tsx';
import { RosterUpload } from '../../features/roster/RosterUpload.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Page } from '../../ui/Page.tsx';
import { StaffGate } from './StaffGate.tsx';

export default function ImportsPage() {
  const staff = useMessages('staff');
  return (
    <StaffGate can="importRoster">
      {({ environment }) => (
        <Page title={staff('import.title')} over={environment.name} lead={staff('import.lead')}>
          <RosterUpload environmentId={environment.id} />
          <ImportHistory environmentId={environment.id} timeZone={environment.timeZone} />
        </Page>
      )}
    </StaffGate>
  );
}
