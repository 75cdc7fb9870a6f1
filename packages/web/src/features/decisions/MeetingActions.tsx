import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { MeetingActionsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Section, Stack } from '../../ui/Page.tsx';
import { ActionLine } from './ActionLine.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import css from './Decisions.module.css';

/** Who does what because of a meeting that is over, and the way to add to it; a page composes it beside the meeting or its minutes. */
export default function MeetingActions({ meetingId, onlyToAssign = false, onAssigned }: { meetingId: string; onlyToAssign?: boolean; onAssigned?: () => void }) {
  const say = useMessages('decisions');
  const [assigning, assign] = useState(false);
  const { data } = useQuery(MeetingActionsDocument, { variables: { id: meetingId }, fetchPolicy: 'cache-and-network' });
  const meeting = data?.meeting;
  const sitting = meeting?.sitting;
  if (!meeting || !sitting || (!sitting.viewerCanAssign && (onlyToAssign || sitting.actionItems.length === 0))) return null;
  const { actionItems, viewerCanAssign } = sitting;
  return (
    <div className={onlyToAssign ? css['screen'] : undefined}>
      <Section title={say('decisions.follows')}>
        <Stack gap={4}>
          {actionItems.length === 0 && <p className={css['small']}>{say('actions.noneHere')}</p>}
          {actionItems.length > 0 && <ul className={css['actions']}>{actionItems.map((action) => <li key={action.id}><ActionLine action={action} timeZone={meeting.environment.timeZone} /></li>)}</ul>}
          {viewerCanAssign && (
            <div className={css['screen']}>
              <Row>
                <Button kind="secondary" onClick={() => assign(true)}>{say('actions.assign')}</Button>
                {actionItems.length > 0 && <Link href="/actions" className={buttonClass('quiet')}>{say('actions.toAll')}</Link>}
              </Row>
            </div>
          )}
        </Stack>
      </Section>
      {assigning && <AssignDialog meeting={meeting} decisionId={null} onAssigned={() => onAssigned?.()} onClose={() => assign(false)} />}
    </div>
  );
}
