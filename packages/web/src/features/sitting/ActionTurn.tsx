import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { faultCode } from '../../apollo/faults.ts';
import { FinishActionHereDocument, ReopenActionHereDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/announce.tsx';
import type { ActionItem } from './sitting.ts';

/** Says of an action item that it is done, or not yet: its owner, and whoever prepares the body's meetings. Each takes back the other. */
export function ActionTurn({ action: { id, version, title, state, viewerCan } }: { action: ActionItem }) {
  const core = useMessages();
  const say = useMessages('sitting');
  const [finish, { loading: finishing }] = useMutation(FinishActionHereDocument);
  const [reopen, { loading: reopening }] = useMutation(ReopenActionHereDocument);
  const [stale, setStale] = useState(false);
  // Where it stands may have come from a shared message, which knows nobody's permissions.
  const may = viewerCan.finish || viewerCan.reopen;
  if (!may || state === 'DROPPED') return null;
  const verb = say(state === 'OPEN' ? 'room.action.finish' : 'room.action.reopen');
  const turn = async () => {
    setStale(false);
    const variables = { actionId: id, version };
    try {
      const answer = state === 'OPEN' ? (await finish({ variables })).data?.finishAction : (await reopen({ variables })).data?.reopenAction;
      if (answer?.__typename !== 'ActionChanged') setStale(true);
    } catch (fault) {
      toast(core(`fault.${faultCode(fault)}`));
    }
  };
  return (
    <>
      <Button kind="quiet" busy={finishing || reopening} aria-label={`${verb}: ${title}`} onClick={() => void turn()}>{verb}</Button>
      {stale && <span role="alert">{say('room.action.stale')}</span>}
    </>
  );
}
