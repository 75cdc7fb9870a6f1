import { useState } from 'react';
import { SeatPersonDocument, type SittingBasis } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Page.tsx';
import { BASES, type Seat, termEnd, todayIn } from './body.ts';
import type { KeepProps } from './keeping.ts';
import { type Picked, PersonPicker } from './PersonPicker.tsx';
import { TermFields } from './TermFields.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';
import { useSeatWords } from './words.ts';

/** Who takes a vacant seat, how, and for how long: by default as the bylaws say. */
export function SeatDialog({ body, seat, seatId, onClose, onDone }: KeepProps & { seat: Seat; seatId: string }) {
  const core = useMessages();
  const say = useMessages('bodies');
  const words = useSeatWords()(seat);
  const act = useBodyAct();
  const [person, pick] = useState<Picked | null>(null);
  const [basis, setBasis] = useState<SittingBasis>(seat.way);
  const [term, setTerm] = useState(() => {
    const starts = todayIn(body.environment.timeZone);
    return { starts, ends: seat.vacancy === 'LEFT' && seat.ends > starts ? seat.ends : termEnd(starts, body.bylaws.rules.termMonths) };
  });
  const [tried, setTried] = useState(false);
  const send = async () => {
    setTried(true);
    if (!person) return;
    const done = await act.run(SeatPersonDocument, { id: body.id, version: body.version, input: { seatId, personId: person.id, basis, ...term } });
    if (done) onDone('SEATS', say('bodies.seatForm.done', { name: person.displayName, seat: words }));
  };
  return (
    <Dialog open title={say('bodies.seatForm.title', { seat: words })} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={() => void send()}>{say('bodies.seatForm.verb')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <PersonPicker environmentId={body.environment.id} picked={person} error={tried && !person ? say('bodies.pick.missing') : undefined} onPick={pick} />
        <Choices
          legend={say('bodies.seatForm.basis')} hint={seat.way === 'ELECTED' && say('bodies.seatForm.elected')} value={[basis]} onChange={([next]) => setBasis(BASES.find((each) => each === next) ?? basis)}
          choices={BASES.map((each) => ({ value: each, label: say(`bodies.seatForm.basis.${each}`) }))}
        />
        <TermFields term={term} months={body.bylaws.rules.termMonths} onChange={setTerm} />
      </Stack>
    </Dialog>
  );
}
