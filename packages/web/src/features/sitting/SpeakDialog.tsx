import { useState } from 'react';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { useRoom } from './room-context.ts';
import { isHere } from './sitting.ts';
import { useNames } from './words.ts';

/** Languages heard at these schools; a speaker who names none speaks the meeting's. */
const LANGUAGES = ['en', 'es', 'hy', 'ko', 'fil', 'zh', 'vi', 'ru', 'ar', 'fa'] as const;

const VISITOR = 'visitor';
const SELF = 'self';

/** Asks to speak: for oneself, or entered for a visitor, whose name is theirs to give. */
export function SpeakDialog({ onClose }: { onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const locale = useLocale();
  const pick = usePickText();
  const { sitting, me, runs, act } = useRoom();
  const { name: memberName } = useNames();
  const [itemId, setItemId] = useState(sitting.currentItemId ?? '');
  const [name, setName] = useState('');
  const [language, setLanguage] = useState<string>('');
  const [translated, setTranslated] = useState(false);
  const [simultaneous, setSimultaneous] = useState(false);
  const [remote, setRemote] = useState(false);
  const [who, setWho] = useState(runs ? VISITOR : SELF);
  const ask = () => {
    const other = who === VISITOR;
    const memberId = other || who === SELF ? null : who;
    act('askToSpeak', {
      id: sitting.id,
      input: { itemId: itemId || null, visitor: other, name: other ? name.trim() || null : null, nameWithheld: other && name.trim() === '', memberId, language: language || null, translated, simultaneous: translated && simultaneous, remote },
    });
    if (who === SELF) toast(say('room.speak.done'));
    onClose();
  };
  return (
    <Dialog open title={say(runs ? 'room.speak.enter' : 'room.speak.ask')} closeLabel={core('cancel')} onClose={onClose} actions={<Button onClick={ask}>{say('room.speak.verb')}</Button>}>
      {runs && (
        <Select label={say('room.speak.who')} value={who} onChange={(event) => setWho(event.target.value)}>
          <option value={VISITOR}>{say('room.speak.visitor')}</option>
          {sitting.viewerCan.speak && <option value={SELF}>{say('room.speak.self')}</option>}
          {sitting.members.filter((member) => isHere(member) && member.id !== me?.id).map((member) => <option key={member.id} value={member.id}>{memberName(member.id)}</option>)}
        </Select>
      )}
      {who === VISITOR && <TextField label={say('room.speak.name')} hint={say('room.speak.nameHint')} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      <Select label={say('room.speak.about')} value={itemId} onChange={(event) => setItemId(event.target.value)}>
        <option value="">{say('room.speaker.anything')}</option>
        {sitting.items.filter(({ outcome }) => outcome === 'OPEN').map((item) => <option key={item.id} value={item.id}>{item.label} {pick(item.title)}</option>)}
      </Select>
      <Select label={say('room.speak.language')} value={language} onChange={(event) => setLanguage(event.target.value)}>
        <option value="">{say('room.speak.usual')}</option>
        {LANGUAGES.map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
      </Select>
      <Checkbox label={say('room.speak.translated')} hint={say('room.speak.translatedHint')} checked={translated} onChange={setTranslated} />
      {translated && <Checkbox label={say('room.speak.simultaneous')} checked={simultaneous} onChange={setSimultaneous} />}
      <Checkbox label={say('room.speak.remote')} checked={remote} onChange={setRemote} />
    </Dialog>
  );
}
