import { useState } from 'react';
import { EVERYBODY, type PeopleChoice } from '../../features/people/PeopleFilters.tsx';
import { PeopleList } from '../../features/people/PeopleList.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row } from '../../ui/Page.tsx';
import { StaffGate } from './StaffGate.tsx';

const KEPT = 'people';

/** The filter lives in the history entry: going back from a person finds the list as it was. */
function useKeptChoice(): [PeopleChoice, (choice: PeopleChoice) => void] {
  const [choice, set] = useState<PeopleChoice>(() => ({ ...EVERYBODY, ...(history.state as Record<string, Partial<PeopleChoice>> | null)?.[KEPT] }));
  return [choice, next => {
    history.replaceState({ ...(history.state as object | null), [KEPT]: next }, '');
    set(next);
  }];
}

export default function PeoplePage() {
  const staff = useMessages('staff');
  const [choice, setChoice] = useKeptChoice();
  return (
    <StaffGate can="seePeople">
      {({ environment }) => (
        <Page wide title={staff('people.title')} over={environment.name} lead={staff('people.lead')}>
          <Row>
            <Link className={buttonClass('secondary')} href="/people/new">{staff('people.add')}</Link>
            {environment.viewerCan.importRoster && <Link className={buttonClass('secondary')} href="/import">{staff('people.import')}</Link>}
            {environment.viewerCan.makeSlips && <Link className={buttonClass('secondary')} href="/slips">{staff('people.makeSlips')}</Link>}
          </Row>
          <PeopleList environmentId={environment.id} choice={choice} onChoice={setChoice} />
        </Page>
      )}
    </StaffGate>
  );
}
