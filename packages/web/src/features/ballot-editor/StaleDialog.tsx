import type { EditedBallotFragment } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Stack } from '../../ui/Page.tsx';
import { type Draft, type Step, STEPS, stepOf, toInput } from './draft.ts';

interface StaleDialogProps {
  theirs: EditedBallotFragment | null;
  mine: Draft;
  asDraft: (ballot: EditedBallotFragment) => Draft;
  environmentId: string;
  timeZone: string;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** Somebody saved first. What was typed here is still here; the person decides. */
export function StaleDialog({ theirs, mine, asDraft, environmentId, timeZone, onMine, onTheirs, onClose }: StaleDialogProps) {
  const staff = useMessages('staff');
  const other = theirs && toInput(asDraft(theirs), environmentId, timeZone);
  const own = toInput(mine, environmentId, timeZone);
  const differ = new Set<Step>(other ? (Object.keys(own) as (keyof typeof own)[]).filter(key => JSON.stringify(own[key]) !== JSON.stringify(other[key])).map(stepOf) : []);
  return (
    <Dialog
      open={theirs !== null} title={staff('stale.title')} onClose={onClose} closeLabel={staff('stale.look')}
      actions={<><Button onClick={onMine}>{staff('stale.mine')}</Button><Button kind="secondary" onClick={onTheirs}>{staff('stale.theirs')}</Button></>}
    >
      <Stack gap={3}>
        <p>{staff('stale.kept')}</p>
        <p>{differ.size > 0 ? staff('stale.differ') : staff('stale.same')}</p>
        {differ.size > 0 && <ul>{STEPS.filter(step => differ.has(step)).map(step => <li key={step}>{staff(`editor.step.${step}`)}</li>)}</ul>}
      </Stack>
    </Dialog>
  );
}
