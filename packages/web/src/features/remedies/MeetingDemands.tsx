import { useQuery } from '@apollo/client/react';
import { MeetingDemandsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import { AnswerDemand } from './AnswerDemand.tsx';
import { DemandCard } from './DemandCard.tsx';
import { DemandTerms } from './DemandTerms.tsx';
import css from './Remedies.module.css';

/** What was demanded of a held meeting, with its clocks, and the way to demand; a page composes it beside the meeting. */
export default function MeetingDemands({ meetingId }: { meetingId: string }) {
  const say = useMessages('remedies');
  const { data } = useQuery(MeetingDemandsDocument, { variables: { id: meetingId }, fetchPolicy: 'cache-and-network' });
  const meeting = data?.meeting;
  if (!meeting) return null;
  const { demands, demandTerms, environment: { timeZone, requiredLocales } } = meeting;
  return (
    <Section title={say('remedies.demands')}>
      <Stack gap={4}>
        {demands.length === 0 ? <p>{say('remedies.demands.none')}</p> : (
          <ul className={css['lines']}>
            {demands.map((demand) => (
              <li key={demand.id}><DemandCard demand={demand} timeZone={timeZone}>{demand.viewerCanAnswer && <AnswerDemand demand={demand} requiredLocales={requiredLocales} />}</DemandCard></li>
            ))}
          </ul>
        )}
        <DemandTerms terms={demandTerms} timeZone={timeZone} />
        {demandTerms.open && <div className={css['screen']}><Link href={`/meetings/${meetingId}/demand`} className={buttonClass('secondary')}>{say('remedies.demands.to')}</Link></div>}
      </Stack>
    </Section>
  );
}
