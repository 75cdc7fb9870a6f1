import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type ElectionShown, nominationsOver, noon } from './view.ts';

/** What the election is at, in a sentence, and the one thing to do. */
export function ElectionNow({ election }: { election: ElectionShown }) {
  const say = useMessages('elections');
  const dates = useDates(election.environment.timeZone);
  const { state } = election;
  switch (state) {
    case 'NOTICED':
      return <Notice title={say('now.NOTICED.title', { when: dates.dayTime(election.nominationsFrom) })}><p>{say('now.NOTICED')}</p></Notice>;
    case 'NOMINATING':
      return nominationsOver(election)
        ? <Notice title={say('now.waiting.title', { when: dates.dayTime(election.opensAt) })}><p>{say('now.waiting')}</p></Notice>
        : <Notice kind="good" title={say('now.NOMINATING.title', { when: dates.dayTime(election.nominationsUntil) })}><p>{say('now.NOMINATING')}</p></Notice>;
    case 'OPEN': {
      const own = election.constituencies.find(({ ballot }) => ballot?.viewerCan.cast)?.ballot;
      return (
        <Notice kind="good" title={say('now.OPEN.title', { when: dates.dayTime(election.closesAt) })}>
          <p>{say('now.OPEN')}</p>
          {own && <p><Link href={`/b/${own.id}`} className={buttonClass()}>{say('now.vote')}</Link></p>}
        </Notice>
      );
    }
    case 'CLOSED':
    case 'TALLIED':
      return <Notice title={say('now.CLOSED.title')}><p>{say('now.CLOSED')}</p></Notice>;
    case 'CERTIFIED':
      return election.seatedAt
        ? <Notice kind="good" title={say('now.seated.title')}><p>{say('now.seated', { from: dates.day(noon(election.termStarts)), until: dates.day(noon(election.termEnds)) })}</p></Notice>
        : <Notice kind="good" title={say('now.CERTIFIED.title')}><p>{say('now.CERTIFIED', { when: dates.dayTime(election.challengeUntil ?? election.closesAt) })}</p></Notice>;
    case 'CHALLENGED':
    case 'SET_ASIDE':
    case 'SCHEDULED':
      return <Notice kind="warn" title={say(`now.${state}.title`)}><p>{say(`now.${state}`)}</p></Notice>;
    case 'WITHDRAWN':
      return <Notice kind="warn" title={say('now.WITHDRAWN.title')}><p>{election.withdrawReason}</p></Notice>;
  }
}
