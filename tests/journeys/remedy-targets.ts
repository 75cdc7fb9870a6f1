import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Member } from '../../packages/server/src/modules/people/testing/world.ts';
import { type Database, school } from '../../packages/server/src/platform/database/database.ts';
import { type MeetingTargets, bodyWith } from './meeting-targets.ts';

interface Place { readonly schoolId: string; readonly environmentId: string }
interface Held { readonly id: string; readonly bodyId: string; readonly itemId: string; readonly members: readonly string[] }

/** Demands, recommendations and suggestions in the states that the matrix asks about. */
export class RemedyTargets {
  #held!: Held;
  /** Another, of which the viewers themselves demand something. */
  #demandedOf!: { readonly id: string; readonly itemId: string };
  #bodies!: { readonly from: string; readonly to: string };
  #ids!: { readonly secret: string; readonly recommendation: string; readonly suggestion: string };

  constructor(private readonly db: Database, private readonly place: Place, private readonly meetings: MeetingTargets, private readonly member: Member) {}

  #sql<T extends object = object[]>(statement: string, params: readonly unknown[]): Promise<T> { return this.db.fork(school(this.place.schoolId)).execute<T>(statement, params); }

  async #insert(table: string, row: Readonly<Record<string, unknown>>): Promise<string> {
    const whole: Readonly<Record<string, unknown>> = { id: randomUUID(), school_id: this.place.schoolId, ...row };
    await this.#sql(`insert into ${table} (${Object.keys(whole).join(', ')}) values (${Object.keys(whole).map(() => '?').join(', ')})`, Object.values(whole));
    return whole['id'] as string;
  }

  async #motion(rest: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const { id, members: [first, second] } = this.#held;
    const [row] = await this.#sql<{ number: number }[]>('select coalesce(max(number), 0) + 1 as number from motion where meeting_id = ?', [id]);
    const now = new Date();
    return this.#insert('motion', {
      meeting_id: id, number: row!.number, kind: 'PROCEDURAL', state: 'ADOPTED', text: '{"en":"So."}', threshold: 'MAJORITY_OF_CAST', mover_id: first, seconder_id: second, seconded_at: now, stated_at: now, decided_at: now,
      disposed_by: 'CONSENT', ...rest,
    });
  }

  async #demand(rest: Readonly<Record<string, unknown>> = {}): Promise<{ readonly id: string; readonly secret: string; readonly version: number }> {
    const secret = randomBytes(16).toString('base64url');
    const id = await this.#insert('reconsideration_demand', {
      environment_id: this.place.environmentId, body_id: this.#held.bodyId, meeting_id: this.#held.id, item_id: this.#held.itemId, ground: 'OTHER', law: 'BROWN', acted_on: '2026-01-01', demanded_on: '2026-01-02',
      demand_until: '2026-04-01', answer_by: '2026-02-01', words: 'Not heard.', name: 'Rosa', contact: 'By post', secret_hash: createHash('sha256').update(secret).digest(), ...rest,
    });
    return { id, secret, version: 1 };
  }

  async #recommendation(rest: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.#insert('recommendation', {
      environment_id: this.place.environmentId, from_body_id: this.#bodies.from, to_body_id: this.#bodies.to, meeting_id: this.#held.id, motion_id: await this.#motion(), suggestion_id: this.#ids?.suggestion ?? null,
      title: '{"en":"Doors"}', text: '{"en":"That they open."}', rationale: '{}', decided_on: '2026-01-01', due: '2026-01-31', response_kind: 'ACCEPTED', response: '{"en":"Yes."}', response_by: this.member.id, ...rest,
    });
  }

  /** Something of it is on an agenda, as by itself. */
  #onAgenda(kind: string, id: string, itemId = randomUUID()): Promise<unknown> {
    return this.#insert('agenda_item', { id: itemId, meeting_id: this.#held.id, position: 9, title: '{"en":"It"}', description: '{}', rationale: '{}', intent: 'ACTION', origin_kind: kind, origin_id: id });
  }

  /** Ids of what is only looked at, by the name documents give them. */
  async looked(): Promise<Readonly<Record<string, string>>> {
    const room = await this.meetings.inSession(this.member);
    const members = await this.#sql<{ id: string }[]>('select id from sitting_member where meeting_id = ?', [room.id]);
    const [row] = await this.#sql<{ bodyId: string }[]>('select body_id as "bodyId" from meeting where id = ?', [room.id]);
    this.#held = { id: room.id, itemId: room.itemId, bodyId: row!.bodyId, members: members.map(({ id }) => id) };
    this.#bodies = { from: await bodyWith(this.db, this.place, {}), to: await bodyWith(this.db, this.place, {}) };
    await this.db.executeAsOwner(`update governing_body set authority = 'ADVISORY' where id = '${this.#bodies.from}'`);
    const suggestion = await this.#insert('suggestion', { environment_id: this.place.environmentId, body_id: this.#bodies.from, person_id: this.member.id, locale: 'ko', words: '문', suggested_on: '2026-01-01' });
    await this.#sql(`insert into suggestion_translation (suggestion_id, locale, school_id, words, translated_by) values (?, 'en', ?, 'A door', ?)`, [suggestion, this.place.schoolId, this.member.id]);
    this.#ids = { secret: '', recommendation: '', suggestion };
    const now = new Date();
    const recommendation = await this.#recommendation({ response_motion_id: await this.#motion(), given_at: now, given_on: '2026-01-20' });
    const [draft, itemId] = [await this.#recommendation(), randomUUID()];
    await this.#onAgenda('RECOMMENDATION', recommendation, itemId);
    const answering = await this.#motion({ kind: 'MAIN', item_id: itemId });
    await this.#insert('decision', {
      environment_id: this.place.environmentId, body_id: this.#held.bodyId, meeting_id: this.#held.id, motion_id: answering, item_id: itemId, number: 1, text: '{"en":"So."}', rationale: '{"en":"For."}', decided_on: '2026-01-20',
    });
    await this.#onAgenda('SUGGESTION', suggestion);
    const [{ secret, id: demanded }] = [await this.#demand({ state: 'RECONSIDERED', motion_id: await this.#motion(), settled_at: now, settled_on: '2026-01-20' })];
    await this.#onAgenda('RECONSIDERATION', demanded);
    await this.#demand({ state: 'ANSWERED', answer: '{"en":"We vote again."}', settled_at: now, settled_on: '2026-01-20' });
    await this.meetings.act(room, 'adjournMeeting');
    const other = await this.meetings.inSession(this.member);
    await this.meetings.act(other, 'adjournMeeting');
    this.#demandedOf = other;
    this.#ids = { secret, recommendation: draft, suggestion };
    return { demandedMeeting: room.id, recommendation, draftedRecommendation: draft };
  }

  /** Variables for one try by one viewer. */
  targets(): Readonly<Record<string, () => Promise<object>>> {
    const at = async (table: string, id: string) => {
      const [row] = await this.#sql<{ version: number }[]>(`select version from ${table} where id = ?`, [id]);
      return { id, version: row!.version };
    };
    return {
      demandSecret: async () => ({ secret: this.#ids.secret }),
      noSecret: async () => ({ secret: randomBytes(16).toString('base64url') }),
      freshDemand: async () => ({ ...await this.#demand(), answer: [{ locale: 'en', text: 'No.' }] }),
      demanding: async () => ({ meetingId: this.#demandedOf.id, input: { itemId: this.#demandedOf.itemId, ground: 'OTHER', words: 'Not heard.', secret: randomBytes(16).toString('base64url') } }),
      aRecommendation: async () => ({ id: this.#ids.recommendation }),
      owedAnswer: async () => ({ ...await at('recommendation', this.#ids.recommendation), input: { kind: 'DECLINED', text: [{ locale: 'en', text: 'No.' }], give: false } }),
      suggesting: async () => ({ bodyId: this.#bodies.from, input: { locale: 'es', text: 'Una puerta.' } }),
      translating: async () => ({ ...await at('suggestion', this.#ids.suggestion), input: { locale: 'es', text: 'Una puerta.' } }),
    };
  }
}
