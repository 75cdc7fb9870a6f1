import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Public, SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { forgetPeople } from '../application/person-reader.ts';
import { setPreferences } from '../application/set-preferences.ts';
import { type SetUpOutcome, setUpSchool } from '../application/set-up-school.ts';
import { revokeSession } from '../application/sessions.ts';
import { signIn } from '../application/sign-in.ts';
import { signInThrottle } from '../application/throttle.ts';
import { currentSession, lookAs, signedIn } from '../application/viewer.ts';
import { COOKIE_LIFE } from '../domain/session-life.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { actorOf } from './actor-of.ts';
import { PreferencesInput, SetUpSchoolInput, SignInInput, SignInRefusedType, SignInResultUnion, SignedInType } from './sign-in.type.ts';
import { SessionType, ViewerType } from './viewer.type.ts';
import { toSession } from './viewer.resolver.ts';

// One for the process: aliases, connections and requests all draw from it.
const throttle = signInThrottle();

@Resolver()
export class SignInResolver {
  @Public()
  @Mutation(() => SignInResultUnion, { description: 'Signs in whoever holds a usable slip. Throttled: 20 tries a minute for one token, more for a network. Errors: BAD_INPUT.' })
  async signIn(@Arg('input', () => SignInInput) input: SignInInput, @Ctx() ctx: RequestContext): Promise<SignedInType | SignInRefusedType> {
    const replaces = input.transport === 'COOKIE' && ctx.session?.transport === 'COOKIE' ? ctx.session.sessionId : null;
    const outcome = await signIn(ctx.house, throttle, {
      token: input.token, transport: input.transport, device: input.device?.trim() || null, guest: input.guest, address: ctx.address, replaces,
    });
    return answer(ctx, outcome, input.transport, input.guest);
  }

  @Public()
  @Mutation(() => SignInResultUnion, { description: 'Makes the first school of an empty server with the one-time set-up link and signs its administrator in. Errors: BAD_INPUT (slug TAKEN).' })
  async setUpSchool(@Arg('input', () => SetUpSchoolInput) input: SetUpSchoolInput, @Ctx() ctx: RequestContext): Promise<SignedInType | SignInRefusedType> {
    return answer(ctx, await setUpSchool(ctx.house, throttle, ctx.address, input), 'COOKIE');
  }

  @Public()
  @Mutation(() => Boolean, { description: 'Ends the session this request came with; false when there was none.' })
  async signOut(@Ctx() ctx: RequestContext): Promise<boolean> {
    ctx.cookies?.clearSession();
    if (ctx.session === null) return false;
    await revokeSession(ctx.house, ctx.session, ctx.session.sessionId);
    lookAs(ctx, null, null);
    return true;
  }

  @SignedIn()
  @Mutation(() => SessionType, { description: "Ends one of the viewer's own sessions, its sockets within a second. Errors: NOT_FOUND." })
  async revokeSession(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<SessionType> {
    const actor = actorOf(ctx);
    const ended = await revokeSession(ctx.house, actor, id);
    if (id === actor.sessionId) ctx.cookies?.clearSession();
    return toSession(ended, actor.sessionId);
  }

  @SignedIn()
  @Mutation(() => ViewerType, { description: "Changes the viewer's own language. Errors: BAD_INPUT." })
  async setPreferences(@Arg('input', () => PreferencesInput) { locale }: PreferencesInput, @Ctx() ctx: RequestContext): Promise<ViewerFacts> {
    await setPreferences(ctx.house, actorOf(ctx), { locale });
    const viewer = { ...await signedIn(ctx), locale };
    lookAs(ctx, viewer, currentSession(ctx));
    forgetPeople(ctx);
    return viewer;
  }
}

function answer(ctx: RequestContext, outcome: SetUpOutcome, transport: 'COOKIE' | 'BEARER', guest = false): SignedInType | SignInRefusedType {
  if (!outcome.ok) return new SignInRefusedType(outcome.refusal, outcome.refusal === 'THROTTLED' ? outcome.retryAfter : null);
  lookAs(ctx, outcome.viewer, outcome.sessionId);
  if (transport === 'BEARER') return new SignedInType(outcome.viewer, outcome.expiresAt, outcome.token);
  // The session's own end slides with use, and only the server knows it; the cookie merely outlives it.
  ctx.cookies?.setSession(outcome.token, guest ? null : new Date(ctx.house.clock.now().getTime() + COOKIE_LIFE * 1000));
  return new SignedInType(outcome.viewer, outcome.expiresAt, null);
}
