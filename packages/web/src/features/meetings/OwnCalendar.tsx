import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import { MakeCalendarLinkDocument, OwnCalendarDocument, RevokeCalendarLinkDocument } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Loaded } from '../../shell/Loaded.tsx';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import { CalendarAddress } from './CalendarAddress.tsx';

/** A person's own calendar of meetings, behind an address that only they know: made, renewed and ended here. */
export default function OwnCalendar({ timeZone }: { timeZone: string }) {
  const say = useMessages('meetings');
  const result = useQuery(OwnCalendarDocument);
  return (
    <Section title={say('meetings.own')}>
      <Loaded part result={result}>{({ viewer }) => viewer && <Link madeAt={viewer.calendarLink?.madeAt ?? null} timeZone={timeZone} />}</Loaded>
    </Section>
  );
}

function Link({ madeAt, timeZone }: { madeAt: string | null; timeZone: string }) {
  const core = useMessages();
  const say = useMessages('meetings');
  const dates = useDates(timeZone);
  /** Shown until the page is left: the server keeps no copy to show again. */
  const [path, keep] = useState<string | null>(null);
  const [make, making] = useMutation(MakeCalendarLinkDocument);
  const [revoke, ending] = useMutation(RevokeCalendarLinkDocument);
  const failed = (fault: unknown) => toast(core(`fault.${faultCode(fault)}`));
  const begin = () => {
    if (madeAt !== null && !window.confirm(say('meetings.own.renewAsk'))) return;
    void make().then(({ data }) => keep(data?.makeCalendarLink.path ?? null), failed);
  };
  const end = () => {
    if (!window.confirm(say('meetings.own.endAsk'))) return;
    void revoke().then(() => {
      keep(null);
      toast(say('meetings.own.ended'));
    }, failed);
  };
  return (
    <Stack gap={4}>
      <p>{say('meetings.own.what')}</p>
      {path !== null && (
        <Notice kind="good" live="polite" title={say('meetings.own.made')}>
          <Stack gap={3}>
            <p>{say('meetings.own.once')}</p>
            <CalendarAddress path={path} />
          </Stack>
        </Notice>
      )}
      {path === null && madeAt !== null && <p>{say('meetings.own.since', { when: dates.day(madeAt) })}</p>}
      <Row>
        <Button kind="secondary" busy={making.loading} onClick={begin}>{say(madeAt === null ? 'meetings.own.make' : 'meetings.own.renew')}</Button>
        {madeAt !== null && <Button kind="danger" busy={ending.loading} onClick={end}>{say('meetings.own.end')}</Button>}
      </Row>
    </Stack>
  );
}
