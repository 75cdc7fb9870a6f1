import { randomUUID } from 'node:crypto';
import { type GraphQLSchema, execute } from 'graphql';
import type { Change } from '../../events/events.ts';
import type { House } from '../../room.ts';
import { causeOf, isUnexpected, mask } from '../mask.ts';
import { sharedContext } from '../request-context.ts';
import type { Delivery } from '../shared.ts';
import type { Frame, Member } from './member.ts';
import type { SubscribeOperation } from './operation.ts';

/** Deliveries of one channel are at least this far apart: the first at once, then ten a second. */
const PACE_MS = 100;

/**
 * Everybody who asked the same question about the same school: executed once per change with no viewer,
 * serialized once, and the same string sent to every socket.
 */
export class Channel {
  readonly members = new Set<Member>();
  readonly #abort = new AbortController();
  readonly #topics: readonly string[];
  readonly #schema: GraphQLSchema;
  readonly #house: House;
  readonly #operation: SubscribeOperation;
  readonly #schoolId: string;
  readonly #onWait: (member: Member, channel: Channel) => void;
  /** Executions run one after another, so that an older reading never follows a newer one. */
  #turn: Promise<unknown> = Promise.resolve();
  #joining: Member[] = [];
  /** Every member has been sent all up to here. */
  #cursor = '';
  /** The newest reading of the whole, and when it began. */
  #state: { readonly at: number; readonly frame: Frame } | null = null;
  executions = 0;

  constructor(schema: GraphQLSchema, house: House, operation: SubscribeOperation, schoolId: string, onWait: (member: Member, channel: Channel) => void) {
    this.#schema = schema;
    this.#house = house;
    this.#operation = operation;
    this.#schoolId = schoolId;
    this.#topics = operation.shared.topics(operation.args);
    this.#onWait = onWait;
    // Listening starts here, before anyone's first reading, so that nothing falls between the two.
    const changes = house.events.changes(this.#topics, this.#abort.signal);
    this.#follow(changes).catch((error: unknown) => {
      house.log.error({ err: error }, 'a subscription channel failed');
      for (const member of this.members) member.end(error);
    });
  }

  /** Registers the member, then sends what it missed since `cursor`, or the state of things when it names none. */
  async join(member: Member, cursor: string | undefined): Promise<void> {
    this.members.add(member);
    if (cursor === undefined) {
      this.#joining.push(member);
      await this.#inTurn(() => this.#welcome());
    } else {
      await this.#inTurn(() => this.#replay([member], cursor));
    }
  }

  leave(member: Member): void {
    this.members.delete(member);
  }

  close(): void {
    this.#abort.abort();
  }

  /** Sends a member what waited for it, once its socket has room. */
  async release(member: Member): Promise<void> {
    if (!member.release()) return;
    await this.#inTurn(async () => {
      const cursor = await this.#house.events.cursor();
      this.#send([member], await this.#frame({ cursor, resume: 'RELOAD', subjectId: null }));
    });
  }

  async #follow(changes: AsyncIterable<Change>): Promise<void> {
    const { clock } = this.#house;
    for await (const change of changes) {
      const began = clock.now().getTime();
      await this.#inTurn(() => this.#tell(change));
      const left = PACE_MS - (clock.now().getTime() - began);
      if (left > 0) await clock.wait(left, this.#abort.signal);
    }
  }

  async #tell({ cursor, subjects, missed }: Change): Promise<void> {
    if (missed) {
      if (this.#cursor !== '') this.#cursor = await this.#replay(this.members, this.#cursor);
      return;
    }
    this.#state = null;
    const each = subjects.length > 0 ? subjects : [null];
    for (const [index, subjectId] of each.entries()) {
      // Only the last carries the new cursor: whoever is cut off between two is told the rest again.
      const last = index === each.length - 1;
      const delivery = { cursor: last || this.#cursor === '' ? cursor : this.#cursor, resume: 'LIVE', subjectId } as const;
      this.#send(this.members, await this.#frame(delivery));
    }
    this.#cursor = cursor;
  }

  /** One reading for all who came while the one before was under way. */
  async #welcome(): Promise<void> {
    const joining = this.#joining.filter((member) => this.members.has(member));
    this.#joining = [];
    if (joining.length === 0) return;
    const now = this.#house.clock.now().getTime();
    // Whatever has happened since a recent reading is still to be heard, and then told to these as well.
    if (this.#state === null || now - this.#state.at >= PACE_MS) {
      const cursor = await this.#house.events.cursor();
      if (this.#cursor === '') this.#cursor = cursor;
      this.#state = { at: now, frame: await this.#frame({ cursor, resume: 'LIVE', subjectId: null }) };
    }
    this.#send(joining, this.#state.frame);
  }

  /** Sends what happened since `from`, each subject once; answers where that leads. */
  async #replay(members: Iterable<Member>, from: string): Promise<string> {
    const resumed = await this.#house.events.resume(this.#schoolId, this.#topics, from);
    if (this.#cursor === '') this.#cursor = resumed.cursor;
    const happened = new Map<string | null, string>();
    if (resumed.answer === 'REPLAYED') {
      for (const { subjectId, cursor } of resumed.happenings) if (!happened.has(subjectId)) happened.set(subjectId, cursor);
    } else {
      happened.set(null, resumed.cursor);
    }
    let left = happened.size;
    for (const [subjectId, cursor] of happened) {
      left -= 1;
      this.#send(members, await this.#frame({ cursor: left === 0 ? resumed.cursor : cursor, resume: resumed.answer, subjectId }));
    }
    return resumed.cursor;
  }

  #inTurn(work: () => Promise<unknown>): Promise<unknown> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #frame(delivery: Delivery): Promise<Frame> {
    const { document, operationName, variables } = this.#operation;
    const requestId = randomUUID();
    this.executions += 1;
    const { data, errors } = await execute({
      schema: this.#schema,
      document,
      operationName: operationName ?? null,
      variableValues: variables,
      rootValue: delivery,
      contextValue: sharedContext(this.#house, this.#schoolId, requestId),
    });
    for (const error of errors?.filter(isUnexpected) ?? []) {
      this.#house.log.error({ requestId, path: error.path?.join('.'), err: causeOf(error) }, 'a delivery failed');
    }
    const payload = errors ? { data, errors: errors.map((error) => mask(error, requestId)) } : { data };
    return { about: delivery.subjectId, tail: Buffer.from(`${JSON.stringify(payload)}}`) };
  }

  #send(members: Iterable<Member>, frame: Frame): void {
    for (const member of members) if (member.deliver(frame)) this.#onWait(member, this);
  }
}
