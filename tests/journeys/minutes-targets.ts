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
  #member: Member | null = null;
  #ran = { ranMinutes: '', leftMinutes: '' };

  constructor(private readonly db: Database, private readonly ask: Ask, private readonly meetings: MeetingTargets, private readonly by: Member, private readonly environmentId: string) {}

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
    this.#member = member;
    this.#ran = { ranMinutes: await this.#ranBy(member), leftMinutes: await this.#leftBy(member) };
    return { satMeeting: id, circulatedMinutes: await this.#circulated(member) };
  }

  /** Over, when the member had presided and taken the record. */
  async #ranBy(member: Member): Promise<string> {
    const room = await this.meetings.inSession(member);
    for (const task of ['preside', 'takeRecord']) await this.meetings.act(room, task, `, memberId: "${room.memberId}"`);
    await this.db.executeAsOwner(`update meeting set state = 'ADJOURNED' where id = '${room.id}'; update sitting set ended_at = now(), called_to_order_at = now() where meeting_id = '${room.id}'`);
    return room.id;
  }

  /** The same, and then they lost their seat. */
  async #leftBy(member: Member): Promise<string> {
    const id = await this.#ranBy(member);
    await this.db.executeAsOwner(`update seat_holding h set ended_at = now(), end_reason = 'Moved away' from seat s, meeting m
      where s.id = h.seat_id and m.body_id = s.body_id and h.person_id = '${member.id}' and m.id = '${id}'`);
    return id;
  }

  /** Circulated, with a correction that was settled: as of long ago, so its rows are laid down. */
  async #circulated(member: Member): Promise<string> {
    const { id, memberId } = await this.meetings.inSession(member);
    for (const sql of [
      `insert into minutes (meeting_id, school_id, environment_id, body_id, state, number, circulated_at, circulated_by)
       select id, school_id, environment_id, body_id, 'CIRCULATED', 1, now(), '${this.by.id}' from meeting where id = '${id}'`,
      `insert into minutes_version (meeting_id, number, school_id, state, blocks, hash, public_blocks, public_hash)
       select id, 1, school_id, 'CIRCULATED', '[{"id":"held","kind":"FACT","itemId":null,"motionId":null,"level":0,"text":{"en":"It was held."},"lines":[]}]', repeat('0', 64), '[]', repeat('0', 64) from meeting where id = '${id}'`,
      `insert into minutes_correction (id, school_id, meeting_id, number, block_id, locale, before, after, state, sitting_id, member_id, entered_by, objections, ayes, noes, settled_at, settled_by, motion_id)
       select gen_random_uuid(), school_id, id, 1, 'held', 'en', 'was', 'is', 'ACCEPTED', id, '${memberId}', '${this.by.id}', 1, 2, 1, now(), '${this.by.id}', gen_random_uuid() from meeting where id = '${id}'`,
    ]) await this.db.executeAsOwner(sql);
    return id;
  }

  async #drafted(id: string): Promise<object> {
    const { data } = await this.ask(this.by, 'query ($id: ID!) { minutes(id: $id) { version } }', { id });
    return { id, meetingId: id, version: (data!['minutes'] as { version: number }).version };
  }

  /** Variables for one try by one viewer. */
  targets(): Readonly<Record<string, () => Promise<object>>> {
    return {
      satMinutes: async () => {
        const { rows } = await this.db.executeAsOwner(`select version from minutes where meeting_id = '${this.#meetingId}'`);
        return { id: this.#meetingId, version: rows[0]!['version'] };
      },
      ranMinutes: () => this.#drafted(this.#ran.ranMinutes),
      leftMinutes: () => this.#drafted(this.#ran.leftMinutes),
      ranMinutesAnew: async () => this.#drafted(await this.#ranBy(this.#member!)),
      leftMinutesAnew: async () => this.#drafted(await this.#leftBy(this.#member!)),
      archive: async () => ({ environmentId: this.environmentId }),
      satMeeting: async () => ({ meetingId: this.#meetingId }),
      typedNotes: async () => this.typed(),
      shownCaret: async () => ({ meetingId: this.#meetingId, caret: { device: randomUUID() } }),
    };
  }
}
