import { useState } from 'react';
import { type DemandGround, type DemandPageQuery, DemandReconsiderationDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Select, TextArea, TextField } from '../../ui/Field.tsx';
import { Stack } from '../../ui/Page.tsx';
import css from './Remedies.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useRemedyAct } from './use-remedy-act.ts';
import { newSecret } from './words.ts';

const GROUNDS: readonly DemandGround[] = ['AGENDA', 'OTHER'];
const LONGEST = { words: 4000, name: 200, contact: 300 };

type Items = NonNullable<NonNullable<DemandPageQuery['meeting']>['sitting']>['items'];

/** A demand in somebody's own words; the secret stays the same however often it is sent, so that it is one demand. */
export function DemandForm({ meetingId, items, onSent }: { meetingId: string; items: Items; onSent: (secret: string) => void }) {
  const say = useMessages('remedies');
  const pick = usePickText();
  const act = useRemedyAct();
  const [secret] = useState(newSecret);
  const [itemId, choose] = useState('');
  const [ground, judge] = useState<DemandGround | null>(null);
  const [words, write] = useState('');
  const [name, call] = useState('');
  const [contact, reach] = useState('');
  const [tried, tryOnce] = useState(false);
  const missing = {
    itemId: tried && itemId === '' ? say('remedies.demand.missing.itemId') : undefined,
    ground: tried && ground === null ? say('remedies.demand.missing.ground') : undefined,
    words: tried && words.trim() === '' ? say('remedies.demand.missing.words') : undefined,
  };
  const send = async () => {
    tryOnce(true);
    if (itemId === '' || ground === null || words.trim() === '') return;
    const input = { itemId, ground, words: words.trim(), name: name.trim() || null, contact: contact.trim() || null, secret };
    if (await act.run(DemandReconsiderationDocument, { meetingId, input })) onSent(secret);
  };
  return (
    <form noValidate className={css['narrow']} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Stack gap={5}>
        <ErrorSummary title={say('remedies.demand.fix')} faults={Object.entries(missing).flatMap(([field, text]) => (text ? [{ id: `demand-${field}`, text }] : []))} />
        <Select id="demand-itemId" label={say('remedies.demand.about')} error={missing.itemId} value={itemId} onChange={(event) => choose(event.target.value)}>
          <option value="">{say('remedies.demand.choose')}</option>
          {items.map((item) => <option key={item.id} value={item.id}>{item.label} {pick(item.title)}</option>)}
        </Select>
        <Choices
          id="demand-ground" legend={say('remedies.demand.ground')} error={missing.ground} value={ground ? [ground] : []} onChange={([value]) => judge(value as DemandGround)}
          choices={GROUNDS.map((value) => ({ value, label: say(`remedies.demand.ground.${value}`), hint: say(`remedies.demand.ground.${value}.hint`) }))}
        />
        <TextArea id="demand-words" label={say('remedies.demand.words')} hint={say('remedies.demand.wordsHint')} error={missing.words} rows={6} maxLength={LONGEST.words} value={words} onChange={(event) => write(event.target.value)} />
        <TextField label={say('remedies.demand.name')} autoComplete="name" maxLength={LONGEST.name} value={name} onChange={(event) => call(event.target.value)} />
        <TextField label={say('remedies.demand.contact')} hint={say('remedies.demand.contactHint')} maxLength={LONGEST.contact} value={contact} onChange={(event) => reach(event.target.value)} />
        <TroubleNotice trouble={act.trouble} />
        <div><Button type="submit" busy={act.busy}>{say('remedies.demand.send')}</Button></div>
      </Stack>
    </form>
  );
}
