import type { LiveSessions } from '../../session/live-sessions.ts';
import type { RequestContext, SessionFacts } from '../context.ts';
import { coded } from '../errors.ts';
import type { Seat } from './hub.ts';
import type { Member } from './member.ts';

export interface SeatedMember { readonly member: Member; readonly seat: Seat }

/** Who sits behind a socket, as of this moment; its operations wait, go on or end with the session. */
export class SocketViewer {
  session: SessionFacts | null = null;
  readonly seated = new Set<SeatedMember>();
  readonly #context: (session: SessionFacts | null) => RequestContext;
  #token: string | null = null;
  #unfollow = () => {};
  #held = false;
  #ended = false;

  constructor(context: (session: SessionFacts | null) => RequestContext) {
    this.#context = context;
  }

  /** A context for one act; never kept for the socket's life. @throws UNAUTHENTICATED once the session has ended. */
  context(): RequestContext {
    if (this.#ended) throw coded('UNAUTHENTICATED');
    return this.#context(this.session);
  }

  /** False when the token is nobody's. */
  async signIn(sessions: LiveSessions, token: string, transport: SessionFacts['transport']): Promise<boolean> {
    const facts = await sessions.find(token);
    if (facts?.transport !== transport) return false;
    this.session = facts;
    this.#token = token;
    this.#unfollow = sessions.follow(token, facts, {
      hold: () => { this.#hold(); },
      live: (again) => { this.#goOn(again); },
      ended: () => { this.#end(); },
    });
    return true;
  }

  /** Asks anew before an operation starts, so that none starts under a session that has just ended. */
  async refresh(sessions: LiveSessions): Promise<void> {
    if (this.#token !== null && await sessions.find(this.#token) === null) this.#end();
  }

  take(seated: SeatedMember): void {
    if (this.#ended) return seated.member.end(coded('UNAUTHENTICATED'));
    if (this.#held) seated.member.live = false;
    this.seated.add(seated);
  }

  close(): void {
    this.#unfollow();
    this.seated.clear();
  }

  #hold(): void {
    this.#held = true;
    for (const { member } of this.seated) member.live = false;
  }

  #goOn(facts: SessionFacts): void {
    this.session = facts;
    this.#held = false;
    for (const { member, seat } of this.seated) {
      seat.recheck(this.#context(facts)).catch((error: unknown) => { member.end(error); });
    }
  }

  #end(): void {
    this.#ended = true;
    this.#unfollow();
    for (const { member } of [...this.seated]) member.end(coded('UNAUTHENTICATED'));
  }
}
