import type { FollowedDemandQuery } from '../../gql/graphql.ts';
import { WithdrawDemandDocument } from '../../gql/graphql.ts';
import { LocalText } from '../../i18n/LocalText.tsx';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Link } from '../../ui/Link.tsx';
import { Page, Stack } from '../../ui/Page.tsx';
import { DemandCard, isOpen } from './DemandCard.tsx';
import { TroubleNotice } from './TroubleNotice.tsx';
import { useRemedyAct } from './use-remedy-act.ts';

/** A demand for whoever made it: what becomes of it, and the way to take it back. */
export function FollowedDemand({ demand, secret }: { demand: NonNullable<FollowedDemandQuery['demand']>; secret: string }) {
  const say = useMessages('remedies');
  const act = useRemedyAct();
  const withdraw = async () => {
    if (!window.confirm(say('remedies.follow.withdrawHow'))) return;
    if (await act.run(WithdrawDemandDocument, { secret })) toast(say('remedies.follow.withdrawn'));
  };
  return (
    <Page title={say('remedies.follow.title')} over={<Link href={`/meetings/${demand.meetingId}`}><LocalText of={demand.body.name} /></Link>}>
      <Stack gap={5}>
        <DemandCard demand={demand} timeZone={demand.body.environment.timeZone} />
        <TroubleNotice trouble={act.trouble} />
        {isOpen(demand.state) && <div><Button kind="danger" busy={act.busy} onClick={() => void withdraw()}>{say('remedies.follow.withdraw')}</Button></div>}
      </Stack>
    </Page>
  );
}
