import { useState } from 'react';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import { ElectionTroubleNotice } from './ElectionTroubleNotice.tsx';
import css from './Elections.module.css';
import { useCandidateName } from './names.ts';
import { useWriteStatement } from './use-write-statement.ts';
import type { ElectionShown, Nomination } from './view.ts';
import { wordsIn } from './words-in.ts';

/** The committee adds the required languages the candidate did not write. */
export function TranslateForm({ nomination, election, onChanged }: { nomination: Nomination; election: ElectionShown; onChanged: () => void }) {
  const say = useMessages('elections');
  const locale = useLocale();
  const name = useCandidateName();
  const { environment: { requiredLocales, timeZone }, statementWords } = election;
  const own = nomination.statement.filter((each) => !each.translated).map((each) => each.locale);
  const locales = requiredLocales.filter((each) => !own.includes(each));
  const [texts, set] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(nomination.statement.filter((each) => each.translated).map((each) => [each.locale, each.text])));
  const write = useWriteStatement(onChanged);
  // As it was found: it does not close under the hand of who writes.
  const [open] = useState(() => locales.some((each) => !texts[each]));
  if (locales.length === 0) return null;
  const long = locales.find((each) => wordsIn(texts[each] ?? '') > statementWords);
  return (
    <details className={css['original']} open={open}>
      <summary>{say('translate.title')}</summary>
      <Stack gap={3}>
        <ElectionTroubleNotice trouble={write.trouble} timeZone={timeZone} />
        {locales.map((tag) => (
          <TextArea
            key={tag} lang={tag} label={say('translate.label', { name: name(nomination), language: languageName(tag, locale) })} value={texts[tag] ?? ''}
            error={long === tag ? say('own.tooLong', { count: wordsIn(texts[tag] ?? ''), most: statementWords }) : undefined}
            onChange={(event) => set({ ...texts, [tag]: event.target.value })}
          />
        ))}
        <Row><Button kind="secondary" busy={write.busy} onClick={() => void (long || write.save(nomination.id, texts, say('translate.saved')))}>{say('translate.save')}</Button></Row>
      </Stack>
    </details>
  );
}
