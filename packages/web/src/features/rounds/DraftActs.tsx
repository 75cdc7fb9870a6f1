import { useState } from 'react';
import { OpenProposalDocument, WithdrawProposalDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Link } from '../../ui/Link.tsx';
import { Row, Stack } from '../../ui/Page.tsx';
import type { Proposal } from './proposal.ts';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useProposalAct } from './use-proposal-act.ts';

/** From a draft to its first round: change it, open it, or take it back. */
export function DraftActs({ proposal, onChanged }: { proposal: Proposal; onChanged: () => void }) {
  const core = useMessages();
  const say = useMessages('rounds');
  const [asking, ask] = useState<'OPEN' | 'WITHDRAW' | null>(null);
  const act = useProposalAct(onChanged);
  const { id, version, publicRecord, viewerCan: can } = proposal;
  const answer = async () => {
    const done = asking === 'OPEN'
      ? await act.run(OpenProposalDocument, { id, version }, say('rounds.draft.opened'))
      : await act.run(WithdrawProposalDocument, { id, version }, say('rounds.lead.done.WITHDRAW'));
    if (done) ask(null);
  };
  return (
    <Row>
      {can.open && <Button onClick={() => ask('OPEN')}>{say('rounds.draft.open')}</Button>}
      {can.edit && <Link href={`/rounds/${id}/edit`} className={buttonClass('secondary')}>{say('rounds.draft.edit')}</Link>}
      {can.withdraw && <Button kind="quiet" onClick={() => ask('WITHDRAW')}>{say('rounds.draft.withdraw')}</Button>}
      <Dialog
        open={asking !== null} title={say(asking === 'WITHDRAW' ? 'rounds.lead.withdrawAsk' : 'rounds.draft.openAsk')} onClose={() => { ask(null); act.forget(); }} closeLabel={core('cancel')}
        actions={<Button kind={asking === 'WITHDRAW' ? 'danger' : 'primary'} busy={act.busy} onClick={() => void answer()}>{say(asking === 'WITHDRAW' ? 'rounds.draft.withdraw' : 'rounds.draft.open')}</Button>}
      >
        <Stack gap={3}>
          <TroubleNotice trouble={act.trouble} />
          {asking === 'OPEN' && <p>{say('rounds.draft.openWhy')}</p>}
          {asking === 'OPEN' && publicRecord && <p><strong>{say('rounds.openNames.public')}</strong></p>}
        </Stack>
      </Dialog>
    </Row>
  );
}
