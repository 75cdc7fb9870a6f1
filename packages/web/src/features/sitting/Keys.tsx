import { useState } from 'react';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import css from './Room.module.css';
import { useRoom } from './room-context.ts';
import { useKeys, useKeysOn } from './use-keys.ts';
import { useCast } from './Vote.tsx';

const VOTING = ['a', 'n', 'b'] as const;
const RUNNING = ['r', 'i', 'p', 'u'] as const;
const CHOICES = { a: 'AYE', n: 'NO', b: 'ABSTAIN' } as const;

const press = (id: string) => {
  const found = document.getElementById(id);
  if (found instanceof HTMLButtonElement && !found.disabled) found.click();
  else found?.focus();
};

/** Single keys for what is done most, and the list of them. */
export function Keys() {
  const say = useMessages('sitting');
  const { me, runs } = useRoom();
  const { cast } = useCast();
  const [on, turn] = useKeysOn();
  const [open, setOpen] = useState(false);
  const votes = me !== null;
  useKeys(on, {
    '?': () => setOpen(true), '/': () => setOpen(true),
    ...(votes ? { a: () => cast(CHOICES.a), n: () => cast(CHOICES.n), b: () => cast(CHOICES.b) } : {}),
    ...(runs ? { r: () => document.querySelector<HTMLElement>('#roll button')?.focus(), i: () => press('next'), p: () => press('put'), u: () => press('announce') } : {}),
  });
  const keys = [...(votes ? VOTING : []), ...(runs ? RUNNING : []), '?'] as const;
  if (!votes && !runs) return null;
  return (
    <>
      <Button kind="quiet" className={css['keysButton']} onClick={() => setOpen(true)}>{say('room.keys')}</Button>
      <Dialog open={open} title={say('room.keys')} closeLabel={say('room.close')} onClose={() => setOpen(false)}>
        <dl className={css['keys']}>
          {keys.map((key) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{say(`room.key.${key === '?' ? 'help' : key}`)}</dd></div>)}
        </dl>
        <Checkbox label={say('room.keys.on')} hint={say('room.keys.hint')} checked={on} onChange={turn} />
      </Dialog>
    </>
  );
}
