import type { BodyDecisionsQuery, DecisionShownFragment } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useDates } from '../../i18n/use-dates.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { resultSentence } from '../../lib/result-sentence.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Row, Stack } from '../../ui/Page.tsx';
import { ShowMore } from '../../ui/ShowMore.tsx';
import { ActionLine } from './ActionLine.tsx';
import { AssignButton } from './AssignButton.tsx';
import css from './Decisions.module.css';
import { noon } from './words.ts';

type Body = NonNullable<BodyDecisionsQuery['body']>;

/** All that a body decided, the newest first, as anybody may read and print it. */
export function DecisionRegister({ body: { id, decisions, environment, name }, busy, onMore }: { body: Body; busy: boolean; onMore: () => void }) {
  const core = useMessages();
  const say = useMessages('decisions');
  const { edges, pageInfo } = decisions;
  return (
    <Page title={say('decisions.title')} lead={say('decisions.lead')} over={<Link href={`/bodies/${id}`}><LocalText of={name} /></Link>}>
      <p className={css['sheet']}>{environment.school.name} · {environment.name}</p>
      <Stack gap={5}>
        {edges.length === 0 && <EmptyState title={say('decisions.none')}>{say('decisions.noneWhy')}</EmptyState>}
        <ol className={css['list']}>
          {edges.map(({ node }) => <li key={node.id} className={css['decision']}><Whole decision={node} timeZone={environment.timeZone} /></li>)}
        </ol>
        <div className={css['screen']}>
          <Row>
            <ShowMore label={core('showMore')} busy={busy} shown={pageInfo.hasNextPage} onPress={onMore} />
            {edges.length > 0 && <Button kind="quiet" onClick={() => print()}>{say('decisions.print')}</Button>}
          </Row>
        </div>
        {pageInfo.hasNextPage && <p className={css['sheet']}>{say('decisions.printedPart', { count: edges.length })}</p>}
      </Stack>
    </Page>
  );
}

function Whole({ decision: { actions, decidedOn, id, meeting, motion, number, rationale, reviewOn, text }, timeZone }: { decision: DecisionShownFragment; timeZone: string }) {
  const say = useMessages('decisions');
  const sitting = useMessages('sitting');
  const dates = useDates(timeZone);
  return (
    <article className={css['part']} aria-labelledby={id}>
      <p className={css['small']}>{say('decisions.on', { number, day: dates.day(noon(decidedOn)) })}</p>
      <h2 id={id} className={css['text']}><LocalText of={text} /></h2>
      {motion?.question && <p><strong>{resultSentence(motion.question, sitting)}</strong></p>}
      {rationale.length > 0 && <p><span className={css['label']}>{say('decisions.why')}</span> <LocalText of={rationale} /></p>}
      {reviewOn && <p><span className={css['label']}>{say('decisions.review')}</span> {dates.day(noon(reviewOn))}</p>}
      {actions.length > 0 && (
        <div className={css['part']}>
          <h3 className={css['label']}>{say('decisions.follows')}</h3>
          <ul className={css['actions']}>{actions.map((action) => <li key={action.id}><ActionLine action={action} timeZone={timeZone} /></li>)}</ul>
        </div>
      )}
      {meeting.sitting?.viewerCanAssign && <div className={css['screen']}><Row><AssignButton meetingId={meeting.id} decision={{ id, number }} /></Row></div>}
      <p className={css['small']}>{say('decisions.meeting')} <Link href={`/meetings/${meeting.id}`}><LocalText of={meeting.title} /></Link></p>
    </article>
  );
}
