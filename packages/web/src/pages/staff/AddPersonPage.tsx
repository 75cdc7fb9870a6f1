import { AddPersonForm } from '../../features/people/AddPersonForm.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Link } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { StaffGate } from './StaffGate.tsx';

export default function AddPersonPage() {
  const staff = useMessages('staff');
  return (
    <StaffGate can="seePeople">
      {({ environment }) => (
        <Page title={staff('people.add')} over={<Link href="/people">{staff('people.title')}</Link>} lead={staff('people.addLead')}>
          <AddPersonForm environmentId={environment.id} />
        </Page>
      )}
    </StaffGate>
  );
}
