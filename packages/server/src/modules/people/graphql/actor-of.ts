import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Actor } from '../application/acting.ts';

/** @throws UNAUTHENTICATED when nobody is signed in. */
export function actorOf(ctx: RequestContext): Actor {
  if (ctx.session === null) throw coded('UNAUTHENTICATED');
  return ctx.session;
}
