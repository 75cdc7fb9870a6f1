import { useState } from 'react';
import { type SuggestionShownFragment, TranslateSuggestionDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { LANGUAGES, languageName } from '../../lib/language-name.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select, TextArea } from '../../ui/Field.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import css from './Remedies.module.css';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useRemedyAct } from './use-remedy-act.ts';
import { noon } from './words.ts';

/** What was said in its own language, and beside it what others made of it. */
export function OriginalWords({ of: { locale: original, words, translations } }: { of: Pick<SuggestionShownFragment, 'locale' | 'words' | 'translations'> }) {
  const say = useMessages('remedies');
  const locale = useLocale();
  return (
    <div className={css['pair']}>
      {[{ locale: original, text: words }, ...translations].map((each, nth) => (
        <div key={each.locale} className={css['quote']}>
          <p className={css['small']}>{say(nth === 0 ? 'remedies.original' : 'remedies.translation', { language: languageName(each.locale, locale) })}</p>
          <p className={css['said']} lang={each.locale} dir="auto">{each.text}</p>
        </div>
      ))}
    </div>
  );
}

export function SuggestionCard({ suggestion, timeZone }: { suggestion: SuggestionShownFragment; timeZone: string }) {
  const say = useMessages('remedies');
  const dates = useDates(timeZone);
  const { state, suggestedOn, name, recommendationId, agendaMeetingId, viewerCanTranslate } = suggestion;
  return (
    <div className={css['line']}>
      <p className={css['badges']}>
        <Badge kind={state === 'ANSWERED' ? 'done' : state === 'WAITING' ? 'plain' : 'live'}>{say(`remedies.sugState.${state}`)}</Badge>
        <span className={css['small']}>{say('remedies.suggested', { day: dates.day(noon(suggestedOn)) })}{name && <> · {say('remedies.by', { name })}</>}</span>
      </p>
      <OriginalWords of={suggestion} />
      {recommendationId ? <p><Link href={`/recommendations/${recommendationId}`}>{say('remedies.toRec')}</Link></p> : viewerCanTranslate && agendaMeetingId && <p><Link href={`/meetings/${agendaMeetingId}`}>{say('remedies.toAgenda')}</Link></p>}
      {viewerCanTranslate && !recommendationId && <Translate key={suggestion.version} suggestion={suggestion} />}
    </div>
  );
}

function Translate({ suggestion: { id, version, locale: original, translations, requiredLocales } }: { suggestion: SuggestionShownFragment }) {
  const say = useMessages('remedies');
  const locale = useLocale();
  const act = useRemedyAct();
  const tags = [...new Set([...requiredLocales, ...LANGUAGES])].filter((tag) => tag !== original);
  const missing = requiredLocales.find((tag) => tag !== original && !translations.some((each) => each.locale === tag));
  const [open, begin] = useState(false);
  const [into, choose] = useState(missing ?? tags[0] ?? 'en');
  const [text, write] = useState('');
  if (!open) return <div><Button kind="secondary" onClick={() => begin(true)}>{say('remedies.translate')}</Button></div>;
  return (
    <form noValidate className={css['narrow']} onSubmit={(event) => { event.preventDefault(); void act.run(TranslateSuggestionDocument, { id, version, input: { locale: into, text } }); }}>
      <Stack gap={4}>
        <Select label={say('remedies.translate.to')} value={into} onChange={(event) => choose(event.target.value)}>
          {tags.map((tag) => <option key={tag} value={tag}>{languageName(tag, locale)}</option>)}
        </Select>
        <TextArea label={say('remedies.translate.words')} hint={say('remedies.translate.hint')} lang={into} dir="auto" maxLength={4000} value={text} onChange={(event) => write(event.target.value)} />
        <TroubleNotice trouble={act.trouble} />
        <Row><Button type="submit" disabled={text.trim() === ''} busy={act.busy}>{say('remedies.translate.send')}</Button><Button kind="quiet" onClick={() => begin(false)}>{say('remedies.cancel')}</Button></Row>
      </Stack>
    </form>
  );
}
