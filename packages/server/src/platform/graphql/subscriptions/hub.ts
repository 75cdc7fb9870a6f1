import type { GraphQLSchema } from 'graphql';
import type { House } from '../../room.ts';
import type { RequestContext } from '../context.ts';
import { coded } from '../errors.ts';
import { Channel } from './channel.ts';
import { Gate } from './gate.ts';
import type { Member } from './member.ts';
import type { SubscribeOperation } from './operation.ts';

/** How often sockets that were slow are looked at; none is while all keep up. */
const DRAIN_MS = 50;

/** Where a member sits; held by the socket, which leaves it. */
export interface Seat {
  readonly schoolId: string;
  leave(): void;
  /** Asks again whether the viewer may have this, and sends what waited. @throws a coded error when not any more. */
  recheck(viewer: RequestContext): Promise<void>;
}

/** Finds those who ask the same and gives them one channel. */
export class Hub {
  readonly #schema: GraphQLSchema;
  readonly #house: House;
  readonly #gate: Gate;
  readonly #channels = new Map<string, Channel>();
  readonly #waiting = new Map<Member, Channel>();
  #drain: NodeJS.Timeout | undefined;
  #closed = 0;

  constructor(schema: GraphQLSchema, house: House) {
    this.#schema = schema;
    this.#house = house;
    this.#gate = new Gate(house);
  }

  get channels(): number {
    return this.#channels.size;
  }

  /** Executions since the start: one per change and channel, however many watch. */
  get executions(): number {
    return [...this.#channels.values()].reduce((sum, { executions }) => sum + executions, this.#closed);
  }

  /** @throws a coded error when this viewer may not have this. */
  async join(member: Member, viewer: RequestContext, cursor: string | undefined): Promise<Seat> {
    const { operation } = member;
    const schoolId = await this.#gate.mayHave(operation, viewer);
    // The school is the scope: what is executed once may be seen by everybody who was let into it.
    const key = `${schoolId} ${operation.question}`;
    const channel = this.#channels.get(key) ?? this.#open(key, operation, schoolId);
    const leave = () => {
      channel.leave(member);
      this.#waiting.delete(member);
      if (channel.members.size > 0 || this.#channels.get(key) !== channel) return;
      this.#channels.delete(key);
      this.#closed += channel.executions;
      channel.close();
    };
    channel.join(member, cursor).catch((error: unknown) => {
      this.#house.log.error({ err: error }, 'a subscription could not be joined');
      member.end(error);
    });
    return {
      schoolId,
      leave,
      recheck: async (again) => {
        if (await this.#gate.mayHave(operation, again) !== schoolId) throw coded('NOT_FOUND');
        member.live = true;
        if (member.waiting) this.#wait(member, channel);
      },
    };
  }

  close(): void {
    clearInterval(this.#drain);
    for (const channel of this.#channels.values()) channel.close();
    this.#channels.clear();
  }

  #open(key: string, operation: SubscribeOperation, schoolId: string): Channel {
    const channel = new Channel(this.#schema, this.#house, operation, schoolId, (member, from) => { this.#wait(member, from); });
    this.#channels.set(key, channel);
    return channel;
  }

  #wait(member: Member, channel: Channel): void {
    this.#waiting.set(member, channel);
    this.#drain ??= setInterval(() => { this.#lookAgain(); }, DRAIN_MS);
  }

  #lookAgain(): void {
    for (const [member, channel] of this.#waiting) {
      if (!member.ready) continue;
      this.#waiting.delete(member);
      channel.release(member).catch((error: unknown) => { member.end(error); });
    }
    if (this.#waiting.size > 0) return;
    clearInterval(this.#drain);
    this.#drain = undefined;
  }
}
