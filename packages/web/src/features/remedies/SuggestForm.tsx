import { useState } from 'react';
import { SuggestDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import css from './Remedies.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useRemedyAct } from './use-remedy-act.ts';

/** Somebody's own words to an advisory body, in the language they speak. */
export function SuggestForm({ bodyId, onDone }: { bodyId: string; onDone: () => void }) {
  const say = useMessages('remedies');
  const locale = useLocale();
  const act = useRemedyAct();
  const [open, begin] = useState(false);
  const [language, speak] = useState<string>(locale);
  const [text, write] = useState('');
  const send = async () => {
    if (!await act.run(SuggestDocument, { bodyId, input: { locale: language, text: text.trim() } })) return;
    toast(say('remedies.suggest.done'));
    write('');
    begin(false);
    onDone();
  };
  if (!open) return <div className={css['screen']}><Button kind="secondary" onClick={() => begin(true)}>{say('remedies.suggest.title')}</Button></div>;
  return (
    <form noValidate className={`${css['narrow']} ${css['screen']}`} onSubmit={(event) => { event.preventDefault(); void send(); }}>
      <Stack gap={4}>
        <p>{say('remedies.suggest.lead')}</p>
        <Select label={say('remedies.suggest.language')} value={language} onChange={(event) => speak(event.target.value)}>
          {[...new Set<string>([locale, ...LANGUAGES])].map((tag) => <option key={tag} value={tag}>{languageName(tag, tag)}</option>)}
        </Select>
        <TextArea label={say('remedies.suggest.words')} hint={say('remedies.suggest.wordsHint')} lang={language} dir="auto" rows={6} maxLength={4000} value={text} onChange={(event) => write(event.target.value)} />
        <TroubleNotice trouble={act.trouble} />
        <Row><Button type="submit" disabled={text.trim() === ''} busy={act.busy}>{say('remedies.suggest.send')}</Button><Button kind="quiet" onClick={() => begin(false)}>{say('remedies.cancel')}</Button></Row>
      </Stack>
    </form>
  );
}
