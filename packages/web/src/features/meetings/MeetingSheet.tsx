import { use } from 'react';
import { catalog, type Compiled } from '../../i18n/catalogs.ts';
import { pickText, type Text } from '../../i18n/LocalText.tsx';
import { chooseLocale, type Locale } from '../../i18n/locales.ts';
import { datesIn } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { languageName } from '../../lib/language-name.ts';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row } from '../../ui/Page.tsx';
import css from './MeetingSheet.module.css';
import { lastNotice, lawOf, type Meeting } from './meeting.ts';
import { spanIn } from './words.ts';

/** The notice as it hangs at the school: one sheet for each language the environment requires. */
export function MeetingSheets({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const required = meeting.environment.requiredLocales;
  const locales = [...new Set((required.length > 0 ? required : ['en']).map((each) => chooseLocale([each])))];
  return (
    <Page title={say('meetings.sheet')} over={<Link href={`/meetings/${meeting.id}`}>{say('meetings.sheet.back')}</Link>}>
      <div className={css['tools']}><Row><Button onClick={() => window.print()}>{say('meetings.sheet.print')}</Button></Row></div>
      {meeting.changed && <p className={css['tools']}>{say('meetings.sheet.changed')}</p>}
      {locales.map((locale) => <Sheet key={locale} meeting={meeting} locale={locale} />)}
    </Page>
  );
}

const speak = (words: Compiled) => (key: string, args?: object) => words[key]?.(args) ?? key;

function Sheet({ meeting, locale }: { meeting: Meeting; locale: Locale }) {
  const say = speak(use(catalog('meetings', locale)));
  const dates = datesIn(locale, meeting.environment.timeZone);
  const span = spanIn(locale, meeting.environment.timeZone, (when) => say('meetings.until', { when }));
  const text = (of: readonly Text[]) => pickText(of, locale)?.text ?? '';
  const { agenda, body, cancelReason, childcare, endsAt, environment, interpretation, kind, noticeHours, onlineUrl, place, startsAt, state, title } = meeting;
  const last = lastNotice(meeting);
  const law = lawOf(meeting);
  const languages = new Intl.ListFormat(locale, { type: 'conjunction' }).format(interpretation.map((tag) => languageName(tag, locale)));
  return (
    <article lang={locale} className={css['paper']}>
      <p>{environment.school.name} · {environment.name}</p>
      <h2>{text(body.name)}</h2>
      <p className={css['what']}>{say('meetings.sheet.title')} · {say(`meetings.kind.${kind}`)}</p>
      {state === 'CANCELLED' && <p className={css['off']}>{say('meetings.cancelled')}. {cancelReason}</p>}
      <p><strong>{text(title)}</strong></p>
      <p className={css['when']}>{startsAt ? span(startsAt, endsAt) : say('meetings.noDay')}</p>
      <p>{text(place)}{onlineUrl && <><br />{onlineUrl}</>}</p>
      <p>{interpretation.length > 0 ? say('meetings.interpreted', { languages }) : say('meetings.notInterpreted')} {childcare && say('meetings.childcare')}</p>
      <h3>{say('meetings.agenda')}</h3>
      <ul className={css['agenda']}>
        {agenda.map((item) => (
          <li key={item.id} data-depth={item.depth}>
            <p><strong>{item.label} {text(item.title)}</strong> ({[say(`meetings.intent.${item.intent}`), ...(item.minutesPlanned != null ? [say('meetings.minutes', { count: item.minutesPlanned })] : []), ...(item.presenter ? [item.presenter] : [])].join(', ')})</p>
            <p>{text(item.description)} {item.rationale.length > 0 && <>{say('meetings.rationale')} {text(item.rationale)}</>}</p>
            {item.intent === 'ACTION' && item.standing?.may === 'DISCUSSION_ONLY' && <p><em>{say(`meetings.only.${item.standing.reason ?? 'LISTED_TOO_LATE'}`, { when: item.standing.neededBy ? dates.dayTime(item.standing.neededBy) : '' })}</em></p>}
          </li>
        ))}
      </ul>
      {state !== 'CANCELLED' && <p><strong>{say(law === 'PRIVATE' ? 'meetings.speak.PRIVATE' : 'meetings.speak')}</strong></p>}
      {last && <p className={css['small']}>{say('meetings.version', { number: last.number, when: dates.dayTime(last.postedAt) })} {say(`meetings.sheet.law.${law}`, { hours: noticeHours })}</p>}
      <p className={css['sign']}>{say('meetings.sheet.sign')}</p>
    </article>
  );
}
