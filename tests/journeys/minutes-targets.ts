import { randomUUID } from 'node:crypto';
import * as Y from 'yjs';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import type { Database } from '../../packages/server/src/platform/database/database.ts';
import type { Answer } from '../../packages/server/src/testing/served-house.ts';
import type { MeetingTargets } from './meeting-targets.ts';

type Ask = (who: Member | null, document: string, variables?: object) => Promise<Answer>;

/** Notes and minutes in the states that the matrix asks about. */
export class MinutesTargets {
  #meetingId = '';

  constructor(private readonly db: Database, private readonly ask: Ask, private readonly meetings: MeetingTargets, private readonly by: Member) {}

  typed(): object {
    const doc = new Y.Doc();
    doc.getText('general').insert(0, 'Said.');
    return { key: randomUUID(), meetingId: this.#meetingId, update: Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64') };
  }

  /** Ids of what is only looked at, by the name documents give them. */
  async looked(member: Member): Promise<Readonly<Record<string, string>>> {
    const { id, itemId } = await this.meetings.inSession(member);
    this.#meetingId = id;
    const position = Buffer.from([0]).toString('base64');
    const shown = await this.ask(this.by, 'mutation ($meetingId: ID!, $caret: CaretInput!) { showCaret(meetingId: $meetingId, caret: $caret) }',
      { meetingId: id, caret: { device: randomUUID(), itemId, anchor: position, head: position } });
    if (shown.data?.['showCaret'] !== true) throw new Error(shown.text);
    // Nobody's pen stays down for as long as the matrix is read.
    await this.db.executeAsOwner(`update minutes_caret set at = at + interval '1 hour' where meeting_id = '${id}'`);
    return { satMeeting: id };
  }

  /** Variables for one try by one viewer. */
  targets(): Readonly<Record<string, () => Promise<object>>> {
    return {
      satMeeting: async () => ({ meetingId: this.#meetingId }),
      typedNotes: async () => this.typed(),
      shownCaret: async () => ({ meetingId: this.#meetingId, caret: { device: randomUUID() } }),
    };
  }
}
