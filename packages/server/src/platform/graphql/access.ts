import { Extensions } from 'type-graphql';

/** Who may reach a root field at all; what they may see there is the room's policy. */
export type Access = 'PUBLIC' | 'SIGNED_IN';

export interface RootFieldExtensions {
  readonly access: Access;
}

/** Anyone, signed in or not. */
export const Public = () => Extensions({ access: 'PUBLIC' satisfies Access });

/** Only a live session; otherwise the coded error UNAUTHENTICATED. On subscriptions: at subscribe and at each event. */
export const SignedIn = () => Extensions({ access: 'SIGNED_IN' satisfies Access });
