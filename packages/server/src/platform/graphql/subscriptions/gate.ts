import { randomUUID } from 'node:crypto';
import type { House } from '../../room.ts';
import { accessOf } from '../access.ts';
import type { RequestContext } from '../context.ts';
import { coded } from '../errors.ts';
import { requestContext } from '../request-context.ts';
import type { SubscribeOperation } from './operation.ts';

/** How long one answer serves all strangers who ask the same: a school's phones come back within a second. */
const SHARED_MS = 1000;
const MOST_SHARED = 1000;

/** Who may join what. What a stranger may have, anybody may; that is asked once for many, all else for each. */
export class Gate {
  readonly #house: House;
  readonly #strangers = new Map<string, { readonly at: number; readonly schoolId: Promise<string | null> }>();

  constructor(house: House) {
    this.#house = house;
  }

  /** The school whose rows are read. @throws a coded error when this viewer may not have this. */
  async mayHave(operation: SubscribeOperation, viewer: RequestContext): Promise<string> {
    const { field, shared, args } = operation;
    const isPublic = accessOf(field) === 'PUBLIC';
    if (!isPublic && viewer.session === null) throw coded('UNAUTHENTICATED');
    const forAll = isPublic ? await this.#forStrangers(operation) : null;
    return forAll ?? (await shared.authorize(args, viewer)).schoolId;
  }

  #forStrangers({ question, shared, args }: SubscribeOperation): Promise<string | null> {
    const now = this.#house.clock.now().getTime();
    const known = this.#strangers.get(question);
    if (known && now - known.at < SHARED_MS) return known.schoolId;
    const stranger = requestContext(this.#house, { requestId: randomUUID(), address: '', session: null });
    const schoolId = shared.authorize(args, stranger).then((found) => found.schoolId, () => null);
    // Oldest first out: a flood of different questions must not grow this.
    this.#strangers.delete(question);
    if (this.#strangers.size >= MOST_SHARED) this.#strangers.delete(this.#strangers.keys().next().value!);
    this.#strangers.set(question, { at: now, schoolId });
    return schoolId;
  }
}
