import type { ReactNode } from 'react';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Section } from '../../ui/Page.tsx';
import css from './Elections.module.css';
import { type ElectionShown, noon } from './view.ts';

interface Moment {
  key: string;
  what: string;
  when: ReactNode;
  /** From and until which moment it is under way; over after that. */
  from: string | null;
  until: string | null;
}

/** The election's way through the calendar, in words; what is over and what is under way is said, not only drawn. */
export function ElectionDates({ election }: { election: ElectionShown }) {
  const say = useMessages('elections');
  return <Section title={say('dates')}><DateList election={election} /></Section>;
}

export function DateList({ election }: { election: ElectionShown }) {
  const say = useMessages('elections');
  const moments = useMoments(election);
  const now = Date.now();
  const over = (at: string | null) => at !== null && Date.parse(at) <= now;
  const live = election.state !== 'WITHDRAWN' && election.state !== 'SCHEDULED';
  return (
    <ol className={css['dates']}>
      {moments.map(({ key, what, when, from, until }) => {
        const under = live && over(from) && !over(until);
        return (
          <li key={key} aria-current={under ? 'step' : undefined}>
            <span className={css['what']}>{what}</span>
            <span className={css['when']}>{when}</span>
            <span>{under ? <Badge kind="live">{say('date.now')}</Badge> : live && over(until) && <Badge>{say('date.done')}</Badge>}</span>
          </li>
        );
      })}
    </ol>
  );
}

function useMoments(election: ElectionShown): Moment[] {
  const say = useMessages('elections');
  const dates = useDates(election.environment.timeZone);
  const { noticedAt, noticeAt, orientationAt, nominationsFrom, nominationsUntil, opensAt, closesAt, challengeUntil, challengeDays, termStarts, termEnds } = election;
  const span = (from: string, until: string) => say('date.span', { from: dates.dayTime(from), until: dates.dayTime(until) });
  const posted = noticedAt ?? noticeAt;
  return [
    { key: 'notice', what: say('date.notice'), when: posted ? dates.dayTime(posted) : say('date.noticeByHand'), from: null, until: noticedAt },
    { key: 'orientation', what: say('date.orientation'), when: <>{dates.dayTime(orientationAt)} <span className={css['small']}><LocalText of={election.place} /></span></>, from: null, until: orientationAt },
    { key: 'nominations', what: say('date.nominations'), when: span(nominationsFrom, nominationsUntil), from: nominationsFrom, until: nominationsUntil },
    { key: 'voting', what: say('date.voting'), when: span(opensAt, closesAt), from: opensAt, until: closesAt },
    { key: 'challenge', what: say('date.challenge'), when: challengeUntil ? say('date.until', { when: dates.dayTime(challengeUntil) }) : say('date.challengeRule', { days: challengeDays }), from: election.certifiedAt, until: challengeUntil },
    { key: 'term', what: say('date.term'), when: say('date.span', { from: dates.day(noon(termStarts)), until: dates.day(noon(termEnds)) }), from: election.seatedAt, until: null },
  ];
}
