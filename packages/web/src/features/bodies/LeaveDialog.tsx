import { useState } from 'react';
import { type Office, type OfficeLeaving, VacateOfficeDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { type Body, dayBefore, noon, type Officer, todayIn } from './body.ts';
import type { KeepProps } from './keeping.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';
import { useOfficerWords } from './words.ts';

const LEAVINGS: readonly OfficeLeaving[] = ['RESIGNED', 'RELIEVED'];

/** How and from when on somebody leaves an office, and who does what they did from then on. */
export function LeaveDialog({ body, officer, onClose, onDone }: KeepProps & { officer: Officer }) {
  const core = useMessages();
  const say = useMessages('bodies');
  const words = useOfficerWords();
  const dates = useDates(body.environment.timeZone);
  const act = useBodyAct();
  const today = todayIn(body.environment.timeZone);
  const [leaves, setLeaves] = useState<OfficeLeaving>(officer.leaves ?? 'RESIGNED');
  const [from, setFrom] = useState(today);
  const later = from > today;
  // Nobody stays past the day on which somebody else begins.
  const taken = body.comingOfficers.some(({ office, starts }) => office === officer.office && starts < from);
  const named = { name: words(officer), office: say(`bodies.office.${officer.office}`) };
  const send = async () => {
    const done = await act.run(VacateOfficeDocument, { id: body.id, version: body.version, input: { officerId: officer.id, leaves, from } });
    if (done) onDone('OFFICERS', later ? say('bodies.leaveForm.doneLater', { ...named, when: dates.day(noon(dayBefore(from))) }) : say('bodies.leaveForm.done', named));
  };
  return (
    <Dialog open title={say('bodies.leaveForm.title', named)} onClose={onClose} closeLabel={core('cancel')} actions={<Button kind="danger" busy={act.busy} onClick={() => void send()}>{say('bodies.leaveForm.verb')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <Choices
          legend={say('bodies.leaveForm.how')} value={[leaves]} choices={LEAVINGS.map((each) => ({ value: each, label: say(`bodies.leaveForm.how.${each}`) }))}
          onChange={([next]) => setLeaves(LEAVINGS.find((each) => each === next) ?? leaves)}
        />
        <TextField type="date" label={say('bodies.field.from')} hint={say('bodies.leaveForm.fromHint')} value={from} onChange={(event) => setFrom(event.target.value)} />
        <div aria-live="polite">
          {later && !taken && <p>{say('bodies.leaveForm.stays', { name: named.name, when: dates.day(noon(dayBefore(from))) })}</p>}
          <Follows body={body} office={officer.office} from={from} />
        </div>
      </Stack>
    </Dialog>
  );
}

/** Those who prepare a body's meetings, beside who keeps it. */
const CALLING: readonly Office[] = ['CHAIR', 'VICE_CHAIR', 'SECRETARY'];

/** Until somebody takes the office, others do what its holder did. */
function Follows({ body: { officers, comingOfficers, environment }, office, from }: { body: Body; office: Office; from: string }) {
  const say = useMessages('bodies');
  const words = useOfficerWords();
  const dates = useDates(environment.timeZone);
  const coming = comingOfficers.find((each) => each.office === office);
  const open = !coming || from < coming.starts;
  const holds = (asked: Office) => officers.find((each) => each.office === asked && asked !== office);
  const [chair, vice] = [holds('CHAIR'), holds('VICE_CHAIR')];
  return (
    <>
      {coming && <p>{say(open ? 'bodies.leaveForm.followsLater' : 'bodies.leaveForm.follows', { name: words(coming), when: dates.day(noon(coming.starts)) })}</p>}
      {!coming && <p>{say('bodies.leaveForm.open')}</p>}
      {open && office === 'CHAIR' && <p>{vice ? say('bodies.leaveForm.vicePresides', { name: words(vice) }) : say('bodies.leaveForm.nobodyPresides')}</p>}
      {open && office === 'VICE_CHAIR' && !chair && <p>{say('bodies.leaveForm.nobodyPresides')}</p>}
      {open && office === 'SECRETARY' && <p>{say('bodies.leaveForm.nobodyRecords')}</p>}
      {open && CALLING.includes(office) && !CALLING.some(holds) && <p>{say('bodies.leaveForm.nobodyPrepares')}</p>}
    </>
  );
}
