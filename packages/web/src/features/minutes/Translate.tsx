import { useState } from 'react';
import { TranslateNotesDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Row } from '../../ui/Page.tsx';
import css from './Minutes.module.css';
import type { Block, Minutes } from './minutes.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMinutesAct } from './use-minutes-act.ts';

const base = (tag: string) => tag.toLowerCase().split('-')[0];

/** Puts a note into another language of the environment, by hand. */
export default function Translate({ block, minutes, locales }: { block: Block; minutes: Minutes; locales: readonly string[] }) {
  const say = useMessages('minutes');
  const locale = useLocale();
  const [into, open] = useState<string | null>(null);
  const missing = locales.filter((tag) => !block.text.some((text) => base(text.locale) === base(tag)));
  if (missing.length === 0) return null;
  return (
    <span className={css['tool']}>
      <Row>{missing.map((tag) => <Button key={tag} kind="quiet" onClick={() => open(tag)}>{say('translate.open', { language: languageName(tag, locale) })}</Button>)}</Row>
      {into && <TranslateDialog block={block} minutes={minutes} language={into} onClose={() => open(null)} />}
    </span>
  );
}

function TranslateDialog({ block, minutes: { id, version }, language, onClose }: { block: Block; minutes: Minutes; language: string; onClose: () => void }) {
  const core = useMessages();
  const say = useMessages('minutes');
  const locale = useLocale();
  const [text, write] = useState('');
  const { run, busy, trouble } = useMinutesAct();
  const [written] = block.text;
  const save = async () => {
    if (await run(TranslateNotesDocument, { id, version, itemId: block.itemId ?? null, language, text })) onClose();
  };
  return (
    <Dialog open title={say('translate.title', { language: languageName(language, locale) })} closeLabel={core('cancel')} onClose={onClose} actions={<Button busy={busy} aria-disabled={text.trim() === '' || undefined} onClick={() => { if (text.trim() !== '') void save(); }}>{say('translate.save')}</Button>}>
      {written && <blockquote lang={written.locale} className={css['quote']}>{written.text}</blockquote>}
      <TextArea label={say('translate.text')} lang={language} rows={6} value={text} onChange={(event) => write(event.target.value)} />
      <TroubleNotice trouble={trouble} />
    </Dialog>
  );
}
