import { useMutation } from '@apollo/client/react';
import { faultCode } from '../../apollo/faults.ts';
import { FollowBodyDocument, UnfollowBodyDocument } from '../../gql/graphql.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { toast } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import type { Body } from './body.ts';

/** Whoever does not sit in a body can be told of its meetings all the same. */
export function FollowButton({ body: { id, viewerFollows } }: { body: Body }) {
  const say = useMessages('bodies');
  const core = useMessages();
  const [follow, following] = useMutation(FollowBodyDocument);
  const [unfollow, unfollowing] = useMutation(UnfollowBodyDocument);
  const press = () => void (viewerFollows ? unfollow({ variables: { id } }) : follow({ variables: { id } })).then(
    () => toast(say(viewerFollows ? 'bodies.unfollowed' : 'bodies.followed')), (fault: unknown) => toast(core(`fault.${faultCode(fault)}`)));
  return <Button kind="secondary" aria-pressed={viewerFollows} busy={following.loading || unfollowing.loading} onClick={press}>{say(viewerFollows ? 'bodies.following' : 'bodies.follow')}</Button>;
}
