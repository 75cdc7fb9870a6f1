import { lazy, Suspense } from 'react';
import { useLive } from '../../apollo/use-live.ts';
import { ElectionChangedDocument } from '../../gql/graphql.ts';
import { LocalText, usePickText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { announce } from '../../ui/announce.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Section } from '../../ui/Page.tsx';
import { Candidates } from './Candidates.tsx';
import { Challenges } from './Challenges.tsx';
import { ElectionBadge } from './ElectionBadge.tsx';
import { ElectionDates } from './ElectionDates.tsx';
import { ElectionNow } from './ElectionNow.tsx';
import css from './Elections.module.css';
import { NominateForm } from './NominateForm.tsx';
import { OwnNominations } from './OwnNomination.tsx';
import { Outcome } from './Outcome.tsx';
import type { ElectionShown } from './view.ts';

/** Only for the committee, so it comes by itself. */
const Office = lazy(() => import('./ElectionOffice.tsx'));

/** One address for an election's whole life: what to do now, its dates, who stands, who was elected. */
export function ElectionView({ election, onChanged }: { election: ElectionShown; onChanged: () => void }) {
  const say = useMessages('elections');
  const pick = usePickText();
  const { id, state, version, viewerCan: can } = election;
  useLive(ElectionChangedDocument, { id }, ({ electionChanged: { election: now } }) => {
    // What one may do, and students' names, never travel in a shared message: they are asked for again.
    if (!now || (now.state === state && now.version === version)) return;
    if (now.state !== state) announce(say('announce', { title: pick(election.title), state: say(`state.${now.state}`) }));
    onChanged();
  });
  const committee = can.edit || can.notice || can.withdraw || can.certify || can.decideChallenges || can.translateStatements || state === 'TALLIED' || election.composition.length > 0;
  return (
    <Page title={pick(election.title)} over={<><Link href="/elections">{say('title')}</Link><ElectionBadge state={state} /></>} lead={election.governingBody ? <Link href={`/bodies/${election.governingBody.id}`}><LocalText of={election.body} /></Link> : <LocalText of={election.body} />}>
      <ElectionNow election={election} />
      {committee && <Suspense fallback={null}><Office election={election} onChanged={onChanged} /></Suspense>}
      <OwnNominations election={election} onChanged={onChanged} />
      {can.nominate && <NominateForm election={election} onChanged={onChanged} />}
      <Outcome election={election} onChanged={onChanged} />
      <Candidates election={election} onChanged={onChanged} />
      <ElectionDates election={election} />
      {election.description.length > 0 && <Section title={say('about')}><p className={css['prose']}><LocalText of={election.description} /></p></Section>}
      <Challenges election={election} onChanged={onChanged} />
      <p className={css['small']}><Link href={`/elections/${id}/notice`}>{say('print.notice')}</Link> · <Link href={`/elections/${id}/candidates`}>{say('print.candidates')}</Link></p>
    </Page>
  );
}
