import type { DemandTermsShownFragment } from '../../gql/graphql.ts';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import css from './Remedies.module.css';
import { closedWords, noon } from './words.ts';

/** Until when the law lets anybody demand, or why it does not. */
export function DemandTerms({ terms: { open, reason, source, agendaUntil, otherUntil }, timeZone }: { terms: DemandTermsShownFragment; timeZone: string }) {
  const say = useMessages('remedies');
  const dates = useDates(timeZone);
  if (!open) return <p>{closedWords(say, reason ?? 'WRONG_STATE')}</p>;
  return (
    <div className={css['part']}>
      {agendaUntil && <p>{say('remedies.demand.until.agenda', { day: dates.day(noon(agendaUntil)) })}</p>}
      {otherUntil && <p>{say('remedies.demand.until.other', { day: dates.day(noon(otherUntil)) })}</p>}
      {!otherUntil && <p>{say('remedies.demand.next')}</p>}
      {source && <p className={css['small']}>{say('remedies.demand.source', { source })}</p>}
    </div>
  );
}
