import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { CorrectingMembersDocument, ProposeCorrectionDocument } from '../../gql/graphql.ts';
import { usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { Changed } from './Changed.tsx';
import css from './Minutes.module.css';
import { type Block, type Minutes, partsIn, passageOf, wordsChanged } from './minutes.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMinutesAct } from './use-minutes-act.ts';

/** A member's way to say how a passage should read: they write it as it should be, and the page finds what changed. */
export default function CorrectButton({ block, minutes }: { block: Block; minutes: Minutes }) {
  const say = useMessages('minutes');
  const [open, setOpen] = useState(false);
  return (
    <span className={css['tool']}>
      <Button kind="quiet" aria-describedby={`block-${block.id}`} onClick={() => setOpen(true)}>{say('correct.open')}</Button>
      {open && <CorrectDialog block={block} minutes={minutes} onClose={() => setOpen(false)} />}
    </span>
  );
}

function CorrectDialog({ block, minutes: { id, version, correctingIn }, onClose }: { block: Block; minutes: Minutes; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('minutes');
  const locale = useLocale();
  const languages = block.text.map((text) => text.locale);
  const [language, setLanguage] = useState(() => languages.find((tag) => tag === locale) ?? languages[0] ?? locale);
  const parts = partsIn(block, language);
  const filled = parts.map((text, at) => ({ text, at })).filter(({ text }) => text !== '');
  const [part, setPart] = useState(filled[0]?.at ?? 0);
  const was = parts[part] ?? '';
  const [edited, edit] = useState<string | null>(null);
  const [missing, tell] = useState(false);
  const { run, busy, trouble } = useMinutesAct();
  const mover = useMover(correctingIn ?? null);
  const passage = passageOf(parts, was, (edited ?? was).trim());
  const propose = async () => {
    if (!passage || mover.missing) return tell(true);
    if (await run(ProposeCorrectionDocument, { id, version, input: { blockId: block.id, language, ...passage, memberId: mover.memberId } })) onClose();
  };
  return (
    <Dialog open title={say('correct.title')} closeLabel={core('cancel')} onClose={onClose} actions={<Button busy={busy} onClick={() => void propose()}>{say('correct.verb')}</Button>}>
      <p>{say('correct.how')}</p>
      {languages.length > 1 && (
        <Select label={say('correct.language')} value={language} onChange={(event) => { setLanguage(event.target.value); edit(null); }}>
          {languages.map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
        </Select>
      )}
      {filled.length > 1 && (
        <Select label={say('correct.part')} value={part} onChange={(event) => { setPart(Number(event.target.value)); edit(null); }}>
          {filled.map(({ text, at }) => <option key={at} value={at}>{text.slice(0, 80)}</option>)}
        </Select>
      )}
      <TextArea label={say('correct.text')} lang={language} rows={6} value={edited ?? was} onChange={(event) => { edit(event.target.value); tell(false); }} error={missing && !passage ? say('correct.same') : undefined} />
      {mover.among.length > 0 && (
        <Select label={say('correct.who')} value={mover.value} onChange={(event) => mover.choose(event.target.value)} error={missing && mover.missing ? say('correct.whoMissing') : undefined}>
          <option value="">{say('correct.choose')}</option>
          {mover.among.map(({ id: memberId, called }) => <option key={memberId} value={memberId}>{called}</option>)}
        </Select>
      )}
      {passage && <p lang={language} className={css['quote']}><Changed pieces={wordsChanged(passage.before, passage.after)} /></p>}
      <TroubleNotice trouble={trouble} />
    </Dialog>
  );
}

/** Who proposes it: the viewer, or the member whose words are entered by whoever runs the sitting where the minutes are up. */
function useMover(sittingId: string | null) {
  const say = useMessages('minutes');
  const pick = usePickText();
  const { data } = useQuery(CorrectingMembersDocument, { variables: { id: sittingId ?? '' }, skip: sittingId === null });
  const [chosen, choose] = useState<string | null>(null);
  const sitting = data?.meeting?.sitting;
  const here = (sitting?.members ?? []).filter(({ presence }) => presence === 'IN_ROOM' || presence === 'REMOTE');
  const own = here.find(({ id }) => id === sitting?.me?.id)?.id ?? '';
  const runs = sitting?.viewerCan.run ?? false;
  const value = chosen ?? own;
  return {
    value, choose, missing: runs && value === '', memberId: runs && value !== own ? value : null,
    among: runs ? here.map(({ id, name, seat, number }) => ({ id, called: name || pick(seat) || say('correct.member', { number }) })) : [],
  };
}
