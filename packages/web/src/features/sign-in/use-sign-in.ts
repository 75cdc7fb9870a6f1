import { useApolloClient } from '@apollo/client/react';
import { use, useState } from 'react';
import { useLocation } from 'wouter';
import { SignInDocument, type SignInMutation } from '../../gql/graphql.ts';
import { readAs } from '../../i18n/locale-store.ts';
import { useMessages } from '../../i18n/use-messages.ts';
import { keepRoot, sharedWith } from '../../lib/secret/roots.ts';
import { slipToken } from '../../lib/slip.ts';
import { setGuest, setShared } from '../../shell/guest.ts';
import { changeViewer } from '../../shell/session.ts';
import { toast } from '../../ui/announce.tsx';
import { PreloadContext } from '../../ui/Link.tsx';

type Answer = SignInMutation['signIn'];
type Refused = Extract<Answer, { __typename: 'SignInRefused' }>;

export interface SignIn {
  busy: boolean;
  refused: Refused | null;
  fault: unknown;
  start(root: Uint8Array<ArrayBuffer>, guest: boolean): Promise<void>;
}

/** Derives the token, signs in, and leads on: to where the link said, else to what waits, else home. */
export function useSignIn(to: string | null): SignIn {
  const client = useApolloClient();
  const [, go] = useLocation();
  const bring = use(PreloadContext);
  const say = useMessages();
  const [state, setState] = useState<{ busy: boolean; refused: Refused | null; fault: unknown }>({ busy: false, refused: null, fault: null });
  return {
    ...state,
    async start(root, guest) {
      setState({ busy: true, refused: null, fault: null });
      try {
        const token = await slipToken(root);
        const { data } = await client.mutate({ mutation: SignInDocument, variables: { input: { token, guest } }, fetchPolicy: 'no-cache' });
        const answer = data?.signIn;
        if (answer?.__typename !== 'SignedIn') return setState({ busy: false, refused: answer ?? null, fault: answer ? null : new Error('no answer') });
        const { viewer } = answer;
        setGuest(guest);
        await changeViewer(client);
        const next = to ?? landing(viewer);
        // What stands there is on its way while this device is made ready.
        bring(next);
        // Before anything can be voted on: what is derived from it must be the same after a reload.
        if (await keepRoot(viewer.id, root, guest) === 'MEMORY' && !guest) toast(say('signIn.notKept'));
        if (!guest && await sharedWith(viewer.id)) setShared(true);
        await readAs(viewer.locale, !guest);
        go(next, { replace: true });
      } catch (fault) {
        setState({ busy: false, refused: null, fault });
      }
    },
  };
}

/** A family whose ballot waits goes straight to it; whoever has work to do sees the whole list first. */
function landing(viewer: Extract<Answer, { __typename: 'SignedIn' }>['viewer']): string {
  const vote = viewer.needs.find((need) => need.kind === 'CAST_BALLOT');
  return vote?.targetId && viewer.roles.length === 0 ? `/b/${vote.targetId}` : '/';
}
