import { randomUUID } from 'node:crypto';
import { sendMessage } from '../../packages/server/src/modules/messages/index.ts';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import type { Who } from './authorization-lines.ts';

interface Place { readonly schoolId: string; readonly environmentId: string }

/** Messages and mailboxes: of the viewer themself, and of somebody else. */
export class MessageTargets {
  constructor(private readonly db: Database, private readonly viewers: Readonly<Record<Who, Member | null>>, private readonly placeOf: (member: Member) => Place) {}

  /** Something in everybody's mailbox. */
  async everybody(): Promise<void> {
    for (const viewer of Object.values(this.viewers)) if (viewer !== null) await this.#sent(viewer);
  }

  /** Variables for one try by one viewer. */
  targets(): Readonly<Record<string, (who: Who) => Promise<object>>> {
    return {
      ownMessage: async (who) => ({ id: await this.#sent(this.#self(who)) }),
      strangersMessage: async (who) => ({ id: await this.#sent(this.#stranger(who)) }),
      ownMailbox: async (who) => ({ personId: this.#self(who).id }),
      strangersMailbox: async (who) => ({ personId: this.#stranger(who).id }),
    };
  }

  #self(who: Who): Member { return this.viewers[who] ?? this.viewers.staff!; }

  #stranger(who: Who): Member { return who === 'staff' ? this.viewers.parent! : this.viewers.staff!; }

  async #sent(to: Member): Promise<string> {
    const { schoolId, environmentId } = this.placeOf(to);
    const dedupeKey = randomUUID();
    await this.db.transaction(school(schoolId), (em) => sendMessage(em, {
      schoolId, environmentId, kind: 'BODY_ROSTER', about: { kind: 'BODY', id: environmentId, path: '/bodies' }, recipients: [to.id], words: { body: 'Council' }, dedupeKey }));
    const [row] = await this.db.under(school(schoolId)).execute<{ id: string }[]>('select id from message where dedupe_key = ?', [dedupeKey]);
    return row!.id;
  }
}
