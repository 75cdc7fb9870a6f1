import { useState } from 'react';
import type { ItemIntent } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Choices } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { useRoom } from './room-context.ts';
import { type Texts, TextsField, textsIn } from './TextsField.tsx';

const INTENTS: readonly ItemIntent[] = ['ACTION', 'DISCUSSION'];

/** Adds what was not on the notice. It can be acted on only once the body has found it urgent, which the agenda then offers. */
export function AddItemDialog({ onClose }: { onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const { sitting, act } = useRoom();
  const [title, setTitle] = useState<Texts>({});
  const [description, setDescription] = useState<Texts>({});
  const [rationale, setRationale] = useState<Texts>({});
  const [intent, setIntent] = useState<ItemIntent>('ACTION');
  const [tried, setTried] = useState(false);
  const said = textsIn(title);
  const acts = intent === 'ACTION';
  const good = acts ? textsIn(rationale) : [];
  const missing = (texts: readonly unknown[]) => (tried && texts.length === 0 ? say('room.fault.REQUIRED') : undefined);
  const add = () => {
    setTried(true);
    if (said.length === 0 || (acts && good.length === 0)) return;
    act('addItem', { id: sitting.id, input: { title: said, description: textsIn(description), rationale: good, intent, minutesPlanned: null, presenter: null } });
    onClose();
  };
  return (
    <Dialog open title={say('room.addItem.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={add}>{say('room.addItem.verb')}</Button>}>
      <p>{say('room.addItem.how')}</p>
      <TextsField id="item-title" label={say('room.addItem.name')} error={missing(said)} texts={title} onChange={setTitle} />
      <TextsField id="item-description" label={say('room.addItem.description')} long texts={description} onChange={setDescription} />
      <Choices legend={say('room.addItem.intent')} value={[intent]} choices={INTENTS.map((each) => ({ value: each, label: say(`room.intent.${each}`) }))} onChange={([next]) => setIntent(INTENTS.find((each) => each === next) ?? intent)} />
      {acts && <TextsField id="item-rationale" label={say('room.addItem.rationale')} hint={say('room.addItem.rationaleHint')} error={missing(good)} long most={2000} texts={rationale} onChange={setRationale} />}
    </Dialog>
  );
}
