import { use } from 'react';
import { catalog } from '../../i18n/catalogs.ts';
import { chooseLocale, LOCALES, type Locale } from '../../i18n/locales.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { wallTime } from '../../lib/zoned.ts';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row } from '../../ui/Page.tsx';
import { PdfButton } from '../../ui/PdfButton.tsx';
import css from './MeetingSheet.module.css';
import type { Meeting } from './meeting.ts';
import { noticeDocument } from './notice-document.ts';
import { type Said, sheetWords } from './sheet-words.ts';

/** The notice as it hangs at the school: one sheet for each language the environment requires, on paper or as a PDF. */
export function MeetingSheets({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const required = meeting.environment.requiredLocales;
  const locales = [...new Set((required.length > 0 ? required : ['en']).map((each) => chooseLocale([each])))];
  return (
    <Page title={say('meetings.sheet')} over={<Link href={`/meetings/${meeting.id}`}>{say('meetings.sheet.back')}</Link>}>
      <div className={css['tools']}>
        <Row>
          <Button onClick={() => window.print()}>{say('meetings.sheet.print')}</Button>
          {locales.map((locale) => <SavePdf key={locale} meeting={meeting} locale={locale} />)}
        </Row>
      </div>
      {meeting.changed && <p className={css['tools']}>{say('meetings.sheet.changed')}</p>}
      {locales.map((locale) => <Sheet key={locale} meeting={meeting} locale={locale} />)}
    </Page>
  );
}

function SavePdf({ meeting, locale }: { meeting: Meeting; locale: Locale }) {
  const say = useMessages('meetings');
  const words = use(catalog('meetings', locale));
  const day = meeting.startsAt ? wallTime(meeting.startsAt, meeting.environment.timeZone).date : 'notice';
  return (
    <PdfButton
      fileName={`${say('meetings.pdf.file')}-${day}-${locale}`} make={() => noticeDocument(meeting, locale, words)}
      words={{
        busy: say('meetings.pdf.busy'),
        failed: [say('meetings.pdf.failed'), say('meetings.pdf.failedHow')],
        uncovered: (letters) => [say('meetings.pdf.uncovered'), say('meetings.pdf.uncoveredHow', { letters })],
      }}
    >
      {say('meetings.pdf.save', { language: LOCALES[locale] })}
    </PdfButton>
  );
}

const In = ({ of: { text, lang } }: { of: Said }) => (lang ? <span lang={lang}>{text}</span> : text);

function Sheet({ meeting, locale }: { meeting: Meeting; locale: Locale }) {
  const words = sheetWords(meeting, locale, use(catalog('meetings', locale)));
  return (
    <article lang={locale} className={css['paper']}>
      <p>{words.from}</p>
      <h2><In of={words.body} /></h2>
      <p className={css['what']}>{words.what}</p>
      {words.off && <p className={css['off']}>{words.off}</p>}
      <p><strong><In of={words.title} /></strong></p>
      <p className={css['when']}>{words.when}</p>
      <p><In of={words.place} />{words.onlineUrl && <><br />{words.onlineUrl}</>}</p>
      <p>{words.care}</p>
      <h3>{words.agendaTitle}</h3>
      <ul className={css['agenda']}>
        {words.agenda.map(({ id, depth, label, title, about, description, rationale, only, papers }) => (
          <li key={id} data-depth={depth}>
            <p><strong>{label} <In of={title} /></strong> ({about})</p>
            <p><In of={description} /> {rationale && <>{rationale[0]} <In of={rationale[1]} /></>}</p>
            {only && <p><em>{only}</em></p>}
            {papers && <p>{papers}</p>}
          </li>
        ))}
      </ul>
      {words.speak && <p><strong>{words.speak}</strong></p>}
      {words.reading && <p>{words.reading}</p>}
      {words.version && <p className={css['small']}>{words.version}</p>}
      <p className={css['sign']}>{words.sign}</p>
    </article>
  );
}
