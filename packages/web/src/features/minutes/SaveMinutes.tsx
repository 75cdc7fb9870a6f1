import { use } from 'react';
import { catalog } from '../../i18n/catalogs.ts';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { wallTime } from '../../lib/zoned.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Page.tsx';
import { PdfButton } from '../../ui/PdfButton.tsx';
import type { Minutes, MinutesMeeting } from './minutes.ts';
import { minutesDocument } from './minutes-document.ts';

/** On paper, or as a PDF that a screen reader reads. */
export function SaveMinutes({ meeting, minutes }: { meeting: MinutesMeeting; minutes: Minutes }) {
  const say = useMessages('minutes');
  const locale = useLocale();
  const words = use(catalog('minutes', locale));
  const day = meeting.startsAt ? wallTime(meeting.startsAt, meeting.environment.timeZone).date : meeting.id;
  return (
    <Row>
      <Button kind="secondary" onClick={() => print()}>{say('minutes.print')}</Button>
      <PdfButton
        fileName={`${say('minutes.pdf.file')}-${day}-${locale}`} make={() => minutesDocument(meeting, minutes, locale, words)}
        words={{
          busy: say('minutes.pdf.busy'),
          failed: [say('minutes.pdf.failed'), say('minutes.pdf.failedHow')],
          uncovered: (letters) => [say('minutes.pdf.uncovered'), say('minutes.pdf.uncoveredHow', { letters })],
        }}
      >
        {say('minutes.pdf.save')}
      </PdfButton>
    </Row>
  );
}
