import { type ReactNode, use } from 'react';
import { catalog, type Compiled } from '../../i18n/catalogs.ts';
import { pickText, type Text } from '../../i18n/LocalText.tsx';
import { chooseLocale, type Locale } from '../../i18n/locales.ts';
import { datesIn, type Dates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row } from '../../ui/Page.tsx';
import css from './Sheets.module.css';
import type { ElectionShown } from './view.ts';

/** What a sheet of paper needs to speak its own language, whoever prints it. */
export interface SheetVoice {
  readonly locale: Locale;
  readonly say: (key: string, args?: object) => string;
  readonly core: (key: string, args?: object) => string;
  readonly dates: Dates;
  readonly text: (of: readonly Text[]) => string;
}

/** One sheet for each required language, one after another, ready to be printed and posted. */
export function Sheets({ election, title, children }: { election: ElectionShown; title: string; children: (voice: SheetVoice) => ReactNode }) {
  const say = useMessages('elections');
  const locales = [...new Set(election.environment.requiredLocales.map((each) => chooseLocale([each])))];
  return (
    <Page title={title} over={<Link href={`/elections/${election.id}`}>{say('print.back')}</Link>}>
      <div className={css['tools']}><Row><Button onClick={() => window.print()}>{say('print.verb')}</Button></Row></div>
      {locales.map((locale) => <Paper key={locale} locale={locale} timeZone={election.environment.timeZone}>{children}</Paper>)}
    </Page>
  );
}

const speak = (words: Compiled) => (key: string, args?: object) => words[key]?.(args) ?? key;

function Paper({ locale, timeZone, children }: { locale: Locale; timeZone: string; children: (voice: SheetVoice) => ReactNode }) {
  const say = speak(use(catalog('elections', locale)));
  const core = speak(use(catalog('core', locale)));
  return (
    <article lang={locale} className={css['paper']}>
      {children({ locale, say, core, dates: datesIn(locale, timeZone), text: (of) => pickText(of, locale)?.text ?? '' })}
    </article>
  );
}
