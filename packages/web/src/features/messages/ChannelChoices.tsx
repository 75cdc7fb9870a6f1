import { useMutation, useQuery } from '@apollo/client/react';
import { faultCode } from '../../apollo/faults.ts';
import { ChooseMessageChannelDocument, type MessageChannelsQuery, MessageChannelsDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { Section, Stack } from '../../ui/Page.tsx';
import MailboxLink from './MailboxLink.tsx';

type Choice = NonNullable<MessageChannelsQuery['viewer']>['messageChannels'][number];

/** How the school reaches this person beside the mailbox, which everybody has. */
export default function ChannelChoices() {
  const say = useMessages('mailbox');
  const { data } = useQuery(MessageChannelsDocument, { fetchPolicy: 'cache-and-network' });
  const channels = data?.viewer?.messageChannels ?? [];
  return (
    <Section title={say('channels.title')}>
      <Stack gap={3}>
        <p>{say(channels.length > 0 ? 'channels.lead' : 'channels.none')}</p>
        {channels.map((choice) => <OneChannel key={choice.channel} choice={choice} />)}
        <MailboxLink />
      </Stack>
    </Section>
  );
}

function OneChannel({ choice: { channel, address, wanted, failed } }: { choice: Choice }) {
  const say = useMessages('mailbox');
  const core = useMessages();
  const [choose, { loading }] = useMutation(ChooseMessageChannelDocument);
  const set = (next: boolean) => void choose({ variables: { channel, wanted: next } }).then(
    () => toast(say(next ? 'channels.on' : 'channels.off')), (fault: unknown) => toast(core(`fault.${faultCode(fault)}`)));
  const hint = address === null ? say(`channels.noAddress.${channel}`) : say(failed ? 'channels.failed' : 'channels.to', { address });
  return <Checkbox label={say(`channels.${channel}`)} hint={hint} checked={wanted && address !== null} disabled={address === null || loading} onChange={set} />;
}
