import { useState } from 'react';
import { AppointOfficerDocument, type Office } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { type Body, dayBefore, noon, OFFICES, termEnd, todayIn } from './body.ts';
import type { KeepProps } from './keeping.ts';
import { type Picked, PersonPicker } from './PersonPicker.tsx';
import { TermFields } from './TermFields.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';
import { useOfficerWords } from './words.ts';

/** Who takes which office, of those that the bylaws know. */
export function OfficeDialog({ body, chosen, onClose, onDone }: KeepProps & { chosen: Office | undefined }) {
  const core = useMessages();
  const say = useMessages('bodies');
  const act = useBodyAct();
  const { offices, officerTermMonths } = body.bylaws.rules;
  const [office, setOffice] = useState<Office>(() => chosen ?? offices.find((each) => ![...body.officers, ...body.comingOfficers].some((officer) => officer.office === each)) ?? offices[0] ?? 'CHAIR');
  const [person, pick] = useState<Picked | null>(null);
  const [term, setTerm] = useState(() => {
    const starts = todayIn(body.environment.timeZone);
    return { starts, ends: termEnd(starts, officerTermMonths) };
  });
  const [tried, setTried] = useState(false);
  const dates = useDates(body.environment.timeZone);
  const later = term.starts > todayIn(body.environment.timeZone);
  const send = async () => {
    setTried(true);
    if (!person) return;
    const done = await act.run(AppointOfficerDocument, { id: body.id, version: body.version, input: { office, personId: person.id, ...term } });
    const words = { name: person.displayName, office: say(`bodies.office.${office}`) };
    if (done) onDone('OFFICERS', later ? say('bodies.officeForm.doneLater', { ...words, when: dates.day(noon(term.starts)) }) : say('bodies.officeForm.done', words));
  };
  return (
    <Dialog open title={say('bodies.officeForm.title')} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={() => void send()}>{say('bodies.officeForm.verb')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <Select label={say('bodies.officers.office')} value={office} onChange={(event) => setOffice(event.target.value as Office)}>
          {OFFICES.filter((each) => offices.includes(each)).map((each) => <option key={each} value={each}>{say(`bodies.office.${each}`)}</option>)}
        </Select>
        <PersonPicker environmentId={body.environment.id} picked={person} error={tried && !person ? say('bodies.pick.missing') : undefined} onPick={pick} />
        <TermFields term={term} months={officerTermMonths} onChange={setTerm} />
        <Follows body={body} office={office} starts={term.starts} later={later} />
      </Stack>
    </Dialog>
  );
}

/** What becomes of whoever holds the office, and of whoever was to. */
function Follows({ body, office, starts, later }: { body: Body; office: Office; starts: string; later: boolean }) {
  const say = useMessages('bodies');
  const words = useOfficerWords();
  const dates = useDates(body.environment.timeZone);
  const held = body.officers.find((each) => each.office === office);
  const coming = body.comingOfficers.find((each) => each.office === office);
  const day = (date: string) => dates.day(noon(date));
  const stays = held && later && (held.until !== null && held.until < dayBefore(starts) && !coming ? held.until : dayBefore(starts));
  return (
    <div aria-live="polite">
      {!held && <p>{say('bodies.officeForm.nobody')}</p>}
      {held && !later && <p>{say('bodies.officeForm.steps', { name: words(held) })}</p>}
      {held && stays && <p>{say('bodies.officeForm.stays', { name: words(held), when: day(stays) })}</p>}
      {coming && <p>{say(later ? 'bodies.officeForm.replaced' : 'bodies.officeForm.upTo', { name: words(coming), when: day(coming.starts) })}</p>}
    </div>
  );
}
