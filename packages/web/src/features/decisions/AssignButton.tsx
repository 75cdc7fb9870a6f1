import { useLazyQuery } from '@apollo/client/react';
import { useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import { MeetingActionsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/announce.tsx';
import { AssignDialog, type HeldMeeting } from './AssignDialog.tsx';

/** The way to give somebody something to do because of a decision; what the dialog needs is asked for when it is opened. */
export function AssignButton({ meetingId, decision: { id, number } }: { meetingId: string; decision: { readonly id: string; readonly number: number } }) {
  const core = useMessages();
  const say = useMessages('decisions');
  const [meeting, open] = useState<HeldMeeting | null>(null);
  const [ask, { loading }] = useLazyQuery(MeetingActionsDocument, { fetchPolicy: 'network-only' });
  const read = async () => {
    const { data, error } = await ask({ variables: { id: meetingId } });
    if (data?.meeting) open(data.meeting);
    else toast(core(`fault.${faultCode(error)}`));
  };
  return (
    <>
      <Button kind="quiet" busy={loading} aria-label={say('actions.assignFor', { number })} onClick={() => void read()}>{say('actions.assign')}</Button>
      {meeting && <AssignDialog meeting={meeting} decisionId={id} onAssigned={() => {}} onClose={() => open(null)} />}
    </>
  );
}
