import { useState } from 'react';
import { AddSeatsDocument, type Constituency, type SeatFilling } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import { CONSTITUENCIES, WAYS } from './body.ts';
import type { KeepProps } from './keeping.ts';
import { LanguageTexts } from './LanguageTexts.tsx';
import { localesOf, type Texts, textsIn, whole } from './texts.ts';
import { TroubleNotice, useFaultWords } from './TroubleNotice.tsx';
import { useBodyAct } from './use-body-act.ts';

/** More seats of one kind, vacant to begin with. */
export function AddSeatsDialog({ body, onClose, onDone }: KeepProps) {
  const core = useMessages();
  const say = useMessages('bodies');
  const locale = useLocale();
  const act = useBodyAct();
  const faultWords = useFaultWords(body.meetingLaw);
  const [name, setName] = useState<Texts>({});
  const [constituency, setConstituency] = useState<Constituency>('PARENT');
  const [chosenBy, setChosenBy] = useState<Constituency>('PARENT');
  const [way, setWay] = useState<SeatFilling>('ELECTED');
  const [number, setNumber] = useState('1');
  const [votes, setVotes] = useState(true);
  const error = (field: string) => (act.trouble?.kind === 'FAULTY' ? act.trouble.faults : []).filter((fault) => fault.field === field).map(faultWords)[0];
  const send = async () => {
    const done = await act.run(AddSeatsDocument, { id: body.id, version: body.version, input: { name: textsIn(name), constituency, chosenBy, way, number: whole(number), votes } });
    if (done) onDone('SEATS', say('bodies.addForm.done', { count: whole(number) }));
  };
  const groups = CONSTITUENCIES.map((each) => <option key={each} value={each}>{core(`constituency.${each}`)}</option>);
  return (
    <Dialog open title={say('bodies.addForm.title')} onClose={onClose} closeLabel={core('cancel')} actions={<Button busy={act.busy} onClick={() => void send()}>{say('bodies.addForm.verb')}</Button>}>
      <Stack gap={4}>
        <TroubleNotice trouble={act.trouble} law={body.meetingLaw} />
        <Select label={say('bodies.addForm.constituency')} value={constituency} onChange={(event) => { setConstituency(event.target.value as Constituency); setChosenBy(event.target.value as Constituency); }}>{groups}</Select>
        <LanguageTexts id="seats-name" label={say('bodies.addForm.name')} hint={say('bodies.addForm.nameHint')} error={error('name')} locales={localesOf(body.environment.requiredLocales, locale, name)} texts={name} most={200} onChange={setName} stacked />
        <Select label={say('bodies.addForm.chosenBy')} value={chosenBy} onChange={(event) => setChosenBy(event.target.value as Constituency)}>{groups}</Select>
        <Select label={say('bodies.addForm.way')} value={way} onChange={(event) => setWay(event.target.value as SeatFilling)}>{WAYS.map((each) => <option key={each} value={each}>{say(`bodies.way.${each}`)}</option>)}</Select>
        <TextField label={say('bodies.addForm.number')} error={error('number')} inputMode="numeric" maxLength={2} value={number} onChange={(event) => setNumber(event.target.value)} />
        <Checkbox label={say('bodies.addForm.votes')} checked={votes} onChange={setVotes} />
      </Stack>
    </Dialog>
  );
}
