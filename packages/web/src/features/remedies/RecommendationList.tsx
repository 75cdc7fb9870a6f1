import type { RecommendationLineFragment, RecommendationState } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Link } from '../../ui/Link.tsx';
import css from './Remedies.module.css';
import { noon } from './words.ts';

const MARK: Readonly<Record<RecommendationState, 'plain' | 'live' | 'done' | 'warn'>> = { OWED: 'plain', ON_AGENDA: 'live', OVERDUE: 'warn', ANSWERED: 'done' };

export function RecommendationBadge({ state }: { state: RecommendationState }) {
  const say = useMessages('remedies');
  return <Badge kind={MARK[state]}>{say(`remedies.recState.${state}`)}</Badge>;
}

/** By when an answer is owed, or when it came. */
export function OwedBy({ of: { state, due, response }, timeZone }: { of: Pick<RecommendationLineFragment, 'state' | 'due' | 'response'>; timeZone: string }) {
  const say = useMessages('remedies');
  const dates = useDates(timeZone);
  const day = (date: string) => dates.day(noon(date));
  if (response?.givenOn) return <>{say(`remedies.kind.${response.kind}`)} · {say('remedies.rec.answered', { day: day(response.givenOn) })}</>;
  return <>{say(state === 'OVERDUE' ? 'remedies.rec.wasDue' : 'remedies.rec.due', { day: day(due) })}</>;
}

/** Recommendations as links, each with who owes whom what by when. */
export function RecommendationList({ recommendations, timeZone }: { recommendations: readonly RecommendationLineFragment[]; timeZone: string }) {
  const say = useMessages('remedies');
  const pick = usePickText();
  return (
    <ul className={css['lines']}>
      {recommendations.map((each) => (
        <li key={each.id} className={css['line']}>
          <p className={css['badges']}><RecommendationBadge state={each.state} /><span className={css['small']}>{say('remedies.rec.fromTo', { from: pick(each.from.name), to: pick(each.to.name) })}</span></p>
          <p className={css['name']}><Link href={`/recommendations/${each.id}`}><LocalText of={each.title} /></Link></p>
          <p className={css['small']}><OwedBy of={each} timeZone={timeZone} /></p>
        </li>
      ))}
    </ul>
  );
}
