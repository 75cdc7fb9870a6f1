import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useLocale } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { AgendaEditor, type Opened } from './AgendaEditor.tsx';
import css from './Meetings.module.css';
import { type Fault, localesOf, type Meeting, openFaults, textsOf } from './meeting.ts';
import { MeetingForm } from './MeetingForm.tsx';
import { PostPanel } from './PostPanel.tsx';
import { StateBadge } from './StateBadge.tsx';
import { targetOf } from './words.ts';

/** The clock of this page, which counts in minutes. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** A meeting as it is prepared: its agenda, its day and place, and what its notice still needs. */
export function MeetingEditor({ meeting }: { meeting: Meeting }) {
  const say = useMessages('meetings');
  const pick = usePickText();
  const locale = useLocale();
  const now = useNow();
  const [, go] = useLocation();
  const [opened, open] = useState<Opened | null>(null);
  const [unsaved, setUnsaved] = useState(false);
  const { agenda, body, environment, id, state, title } = meeting;
  const faults = openFaults(meeting, now);
  const toFault = (fault: Fault) => {
    const item = agenda.find((each) => each.id === fault.itemId);
    const written = item ? [item.title, item.description, item.rationale] : [meeting.title, meeting.place];
    const target = targetOf(fault, localesOf(environment.requiredLocales, locale, ...written.map(textsOf)));
    if (item) open({ id: item.id, focus: target });
    // The field may only now come onto the page.
    setTimeout(() => document.getElementById(target)?.focus());
  };
  return (
    <Page
      wide title={pick(title)}
      over={<><Link href={`/bodies/${body.id}/meetings`}><LocalText of={body.name} /></Link><StateBadge state={state} /><Link href={`/meetings/${id}`}>{say('meetings.edit.see')}</Link></>}
    >
      <div className={css['desk']}>
        <PostPanel
          meeting={meeting} faults={faults} now={now} unsaved={unsaved || opened !== null} onFault={toFault}
          onPosted={(done) => { toast(say('meetings.post.done', { number: done.notices.length })); go(`/meetings/${id}`); }}
        />
        <div className={css['work']}>
          <Section title={say('meetings.agenda')}><AgendaEditor meeting={meeting} faults={faults} opened={opened} onOpen={open} /></Section>
          <Section title={say('meetings.edit.details')}>
            <MeetingForm
              bodyId={body.id} timeZone={environment.timeZone} requiredLocales={environment.requiredLocales} meeting={meeting} open={faults} onTouched={setUnsaved}
              onSaved={() => toast(say('meetings.edit.saved'))}
            />
          </Section>
        </div>
      </div>
    </Page>
  );
}
