import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import css from './Minutes.module.css';
import type { MinutesMeeting } from './minutes.ts';

/** Of a meeting that was imported: its minutes are where it was recorded, and here is the way to them as far as anybody said. */
export function Elsewhere({ meeting: { environment, id }, imported: { importedAt, links } }: { meeting: MinutesMeeting; imported: NonNullable<MinutesMeeting['importedFrom']> }) {
  const say = useMessages('minutes');
  const dates = useDates(environment.timeZone);
  return (
    <Page title={say('minutes.title')}>
      <EmptyState title={say('minutes.elsewhere')} action={<Link href={`/meetings/${id}`} className={buttonClass('secondary')}>{say('minutes.toMeeting')}</Link>}>
        <div className={css['part']}>
          <p>{say('minutes.elsewhere.how', { day: dates.day(importedAt) })}</p>
          {links.length > 0 && (
            <>
              <p>{say('minutes.elsewhere.links')}</p>
              <ul className={css['links']}>{links.map(({ url, note }) => <li key={url}><a href={url} rel="noreferrer">{note ?? url}</a></li>)}</ul>
            </>
          )}
        </div>
      </EmptyState>
    </Page>
  );
}
