import { useState } from 'react';
import { AppointOfficerDocument, type Office } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { OFFICES, termEnd, todayIn } from './body.ts';
import type { KeepProps } from './keeping.ts';
import { type Picked, PersonPicker } from './PersonPicker.tsx';
import { TermFields } from './TermFields.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';

/** Who takes which office, of those that the bylaws know. */
export function OfficeDialog({ body, onClose, onDone }: KeepProps) {
  const core = useMessages();
  const say = useMessages('bodies');
  const act = useBodyAct();
  const { offices, officerTermMonths } = body.bylaws.rules;
  const [office, setOffice] = useState<Office>(() => offices.find((each) => !body.officers.some((officer) => officer.office === each)) ?? offices[0] ?? 'CHAIR');
  const [person, pick] = useState<Picked | null>(null);
  const [term, setTerm] = useState(() => {
    const starts = todayIn(body.environment.timeZone);
    return { starts, ends: termEnd(starts, officerTermMonths) };
  });
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!person) return;
    const done = await act.run(AppointOfficerDocument, { id: body.id, version: body.version, input: { office, personId: person.id, ...term } });
    if (done) onDone('OFFICERS', say('bodies.officeForm.done', { name: person.displayName, office: say(`bodies.office.${office}`) }));
  };
  return (
    <Dialog open title={say('bodies.officeForm.title')} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={() => void send()}>{say('bodies.officeForm.verb')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <p>{say('bodies.officeForm.explain')}</p>
        <Select label={say('bodies.officers.office')} value={office} onChange={(event) => setOffice(event.target.value as Office)}>
          {OFFICES.filter((each) => offices.includes(each)).map((each) => <option key={each} value={each}>{say(`bodies.office.${each}`)}</option>)}
        </Select>
        <PersonPicker environmentId={body.environment.id} picked={person} error={tried && !person ? say('bodies.pick.missing') : undefined} onPick={pick} />
        <TermFields term={term} onChange={setTerm} />
      </Stack>
    </Dialog>
  );
}
