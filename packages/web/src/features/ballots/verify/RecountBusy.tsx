import { useMessages } from '../../../i18n/use-messages.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Stack } from '../../../ui/Page.tsx';
import { Progress } from '../../../ui/Progress.tsx';
import type { RecountState } from './use-recount.ts';

/** Everything of a recount but its report: how far it is, a way to stop it, and that it came to nothing. */
export function RecountBusy({ state, onStop }: { state: RecountState; onStop: () => void }) {
  const say = useMessages('verify');
  if (state.is === 'BUSY') return <Stack gap={3}><Progress label={say('all.busy', { votes: state.votes })} /><div><Button kind="secondary" onClick={onStop}>{say('all.stop')}</Button></div></Stack>;
  if (state.is === 'STOPPED') return <p role="status">{say('all.stopped')}</p>;
  return state.is === 'FAILED' ? <Notice kind="danger" live="assertive" title={say('all.failed.title')}><p>{say('all.failed')}</p></Notice> : null;
}
