import { DeclareNotesLanguageDocument } from '../../gql/graphql.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Select } from '../../ui/Field.tsx';
import css from './Minutes.module.css';
import type { Minutes } from './minutes.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useMinutesAct } from './use-minutes-act.ts';

/** In which language the notes are written: whoever wrote first may read the pages in another. */
export default function NotesLanguage({ minutes: { id, version, notesLanguage }, locales }: { minutes: Minutes; locales: readonly string[] }) {
  const say = useMessages('minutes');
  const locale = useLocale();
  const { run, busy, trouble } = useMinutesAct();
  if (notesLanguage == null) return null;
  return (
    <div className={css['part']}>
      <Select label={say('notes.language')} hint={say('notes.language.how')} value={notesLanguage} disabled={busy} onChange={(event) => void run(DeclareNotesLanguageDocument, { id, version, language: event.target.value })}>
        {[...new Set([notesLanguage, ...locales, locale])].map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
      </Select>
      <TroubleNotice trouble={trouble} />
    </div>
  );
}
