import { useQuery } from '@apollo/client/react';
import { type ReactNode, useRef, useState } from 'react';
import { ServerFault } from '../../apollo/faults.ts';
import { type ActionOfBodyFragment, ActionsDocument, type ActionsQuery } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { FaultPanel } from '../../shell/FaultPanel.tsx';
import { Loaded } from '../../shell/Loaded.tsx';
import { useFreshen } from '../../lib/use-freshen.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page, Row, Section, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { ActionLine } from './ActionLine.tsx';
import { NoteDialog } from './NoteDialog.tsx';
import { ReviseDialog } from './ReviseDialog.tsx';
import { ActionTroubleNotice } from './ActionTroubleNotice.tsx';
import css from './Decisions.module.css';
import { sortedActions } from './sorted-actions.ts';
import { useAction } from './use-action.ts';
import { useLiveActions } from './use-live-actions.ts';

type Shown = ActionOfBodyFragment;
type Listed = NonNullable<ActionsQuery['viewer']>['mine'];
type Asked = { readonly act: 'FINISH' | 'DROP' | 'REVISE'; readonly action: Shown };

const nodes = (of: Listed): Shown[] => of.edges.map(({ node }) => node);

const STEP = 20;
const MOST = 100;
/** Of what is over. */
const LATELY = 5;

/** How long what is heard may be of one's own act. */
const OWN_MS = 2000;

/** What one is to do because of meetings, and what others are to do because of the meetings one prepares. */
export function ActionsView() {
  const core = useMessages();
  const say = useMessages('decisions');
  const [first, setFirst] = useState(STEP);
  const [asked, ask] = useState<Asked | null>(null);
  const result = useQuery(ActionsDocument, { variables: { first, ended: LATELY }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  const turned = useRef(0);
  const freshen = useFreshen(result, say('actions.announce'));
  const acts = useAction(() => {
    turned.current = Date.now();
    freshen(true);
  });
  // What one did oneself is said on the page.
  const onHeard = () => freshen(acts.busy || Date.now() - turned.current < OWN_MS);
  const { done } = acts;
  const list = (of: readonly Shown[]) => of.length > 0 && <Stack as="ul" gap={3}>{of.map((action) => <ActionCard key={action.id} action={action} acts={acts} onAsk={ask} />)}</Stack>;
  const more = (of: Listed): ReactNode => <ShowMore label={core('showMore')} busy={result.loading} shown={of.pageInfo.hasNextPage && first < MOST} onPress={() => setFirst(Math.min(MOST, first + STEP))} />;
  const shown = result.data ?? result.previousData;
  return (
    <Loaded result={{ ...result, data: shown as ActionsQuery | undefined }} title={say('actions.title')}>
      {({ viewer }) => {
        if (!viewer) return <FaultPanel fault={new ServerFault('UNAUTHENTICATED')} onRetry={() => void result.refetch().catch(() => {})} />;
        const { mine, theirs, mineEnded, theirsEnded } = sortedActions({ mine: nodes(viewer.mine), theirs: nodes(viewer.theirs), mineEnded: nodes(viewer.mineEnded), theirsEnded: nodes(viewer.theirsEnded) });
        return (
          <Page title={say('actions.title')} lead={say('actions.lead')}>
            {viewer.environments.map(({ id }) => <LiveActions key={id} environmentId={id} onHeard={onHeard} />)}
            {done && (
              <Notice kind="good" live="polite" title={say(`actions.done.${done.act}`, { title: done.action.title })}>
                {done.back && <Row><Button kind="quiet" busy={acts.busy} onClick={() => void acts.undo()}>{say('actions.undo')}</Button></Row>}
              </Notice>
            )}
            <Section title={say('actions.mine')}>
              <Stack gap={4}>
                {mine.length === 0 && <EmptyState title={say('actions.none')}>{say('actions.noneWhy')}</EmptyState>}
                {list(mine)}
                {more(viewer.mine)}
              </Stack>
            </Section>
            {theirs.length > 0 && <Section title={say('actions.theirs')}><Stack gap={4}>{list(theirs)}{more(viewer.theirs)}</Stack></Section>}
            {mineEnded.length + theirsEnded.length > 0 && <Section title={say('actions.ended')}><Stack gap={4}>{list(mineEnded)}{list(theirsEnded)}</Stack></Section>}
            {asked && asked.act !== 'REVISE' && <NoteDialog key={asked.action.id} act={asked.act} action={asked.action} acts={acts} onClose={() => ask(null)} />}
            {asked?.act === 'REVISE' && <ReviseDialog key={asked.action.id} action={asked.action} acts={acts} onClose={() => ask(null)} />}
          </Page>
        );
      }}
    </Loaded>
  );
}

/** Listens to one environment; somebody may be of several. */
function LiveActions({ environmentId, onHeard }: { environmentId: string; onHeard: () => void }) {
  useLiveActions(environmentId, onHeard);
  return null;
}

function ActionCard({ action, acts, onAsk }: { action: Shown; acts: ReturnType<typeof useAction>; onAsk: (asked: Asked) => void }) {
  const say = useMessages('decisions');
  const { body, meetingId, title, viewerCan: { drop, finish, reopen, revise } } = action;
  const named = (verb: string) => `${verb}: ${title}`;
  const { trouble } = acts;
  const asks = (act: Asked['act']) => { acts.forget(); onAsk({ act, action }); };
  return (
    <Card as="li" className={css['card']}>
      <p className={css['small']}><Link href={`/bodies/${body.id}`}><LocalText of={body.name} /></Link> · <Link href={`/meetings/${meetingId}`}>{say('actions.toMeeting')}</Link></p>
      <div className={css['part']}><ActionLine action={action} timeZone={body.environment.timeZone} /></div>
      {trouble?.id === action.id && <ActionTroubleNotice trouble={trouble} />}
      <Row>
        {finish && <Button kind="secondary" aria-label={named(say('actions.finish'))} onClick={() => asks('FINISH')}>{say('actions.finish')}</Button>}
        {revise && <Button kind="quiet" aria-label={named(say('actions.revise'))} onClick={() => asks('REVISE')}>{say('actions.revise')}</Button>}
        {drop && <Button kind="quiet" aria-label={named(say('actions.drop'))} onClick={() => asks('DROP')}>{say('actions.drop')}</Button>}
        {reopen && <Button kind="secondary" busy={acts.busy} aria-label={named(say('actions.reopen'))} onClick={() => void acts.run(action, { act: 'REOPEN' })}>{say('actions.reopen')}</Button>}
      </Row>
    </Card>
  );
}
