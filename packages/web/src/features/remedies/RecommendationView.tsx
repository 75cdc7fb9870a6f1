import { lazy, Suspense } from 'react';
import type { RecommendationShownFragment } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Section, Stack } from '../../ui/Page.tsx';
import { OwedBy, RecommendationBadge } from './RecommendationList.tsx';
import css from './Remedies.module.css';
import { OriginalWords } from './SuggestionCard.tsx';
import { noon } from './words.ts';

/** Only for those who answer. */
const RespondForm = lazy(() => import('./RespondForm.tsx').then((module) => ({ default: module.RespondForm })));

/** A recommendation as everybody reads it, from the family's own words to the answer. */
export function RecommendationView({ recommendation }: { recommendation: RecommendationShownFragment }) {
  const say = useMessages('remedies');
  const pick = usePickText();
  const dates = useDates(recommendation.to.environment.timeZone);
  const { agendaMeetingId, decidedOn, from, meetingId, motions, response, state, suggestion, text, title, to, viewerCan } = recommendation;
  const answered = response?.givenOn != null;
  const motion = motions.find(({ id }) => id === response?.motionId);
  return (
    <Page wide title={pick(title)} over={<><Link href={`/bodies/${from.id}`}><LocalText of={from.name} /></Link> → <Link href={`/bodies/${to.id}`}><LocalText of={to.name} /></Link><RecommendationBadge state={state} /></>}>
      <p><strong><OwedBy of={recommendation} timeZone={to.environment.timeZone} /></strong></p>
      <Section title={say('remedies.rec.words')}>
        <Stack gap={3}>
          <p className={css['large']}><LocalText of={text} /></p>
          <p className={css['small']}>{say('remedies.rec.adopted', { day: dates.day(noon(decidedOn)) })} · <Link href={`/meetings/${meetingId}`}>{say('remedies.rec.meeting')}</Link>{viewerCan.draft && agendaMeetingId && <> · <Link href={`/meetings/${agendaMeetingId}`}>{say('remedies.toAgenda')}</Link></>}</p>
        </Stack>
      </Section>
      {suggestion && <Section title={say('remedies.rec.began')}><OriginalWords of={suggestion} /></Section>}
      <Section title={say('remedies.rec.response')}>
        {response && answered ? (
          <Stack gap={3}>
            <p><Badge kind="done">{say(`remedies.kind.${response.kind}`)}</Badge></p>
            <p className={css['large']}><LocalText of={response.text} /></p>
            <p className={css['small']}>{say(response.motionId ? 'remedies.rec.byMotion' : 'remedies.rec.byChair', { body: pick(to.name) })}{motion && <> <Link href={`/meetings/${motion.meetingId}`}>{say('remedies.rec.toMotion')}</Link></>}</p>
          </Stack>
        ) : (
          <Stack gap={4}>
            <p>{say('remedies.rec.noResponse')}</p>
            {response && <p><Badge kind="warn">{say('remedies.rec.draft')}</Badge></p>}
            {viewerCan.draft && <div className={css['screen']}><Suspense fallback={null}><RespondForm key={recommendation.version} recommendation={recommendation} /></Suspense></div>}
          </Stack>
        )}
      </Section>
      <p className={css['screen']}><Link href={`/recommendations?e=${to.environment.id}`}>{say('remedies.rec.all.link')}</Link></p>
    </Page>
  );
}
