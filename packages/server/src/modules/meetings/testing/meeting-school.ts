import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { systemClock } from '../../../platform/clock/system-clock.ts';
import { type Database, gate, school } from '../../../platform/database/database.ts';
import { createEvents } from '../../../platform/events/house-events.ts';
import type { House } from '../../../platform/room.ts';
import { usualBylaws } from '../../bodies/index.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import type { MeetingAnswer } from '../application/change-meeting.ts';
import { draftMeeting } from '../application/draft-meeting.ts';
import { type MeetingRecord, meetingsById } from '../application/meeting-record.ts';
import { addAgendaItem } from '../application/plan-agenda.ts';
import { postNotice } from '../application/post-notice.ts';
import { provePosting } from '../application/prove-posting.ts';
import type { MeetingLaw } from '../domain/meeting.ts';
import type { AgendaItemWording, MeetingWording } from '../domain/meeting-wording.ts';
import { HOUR } from '../domain/notice-period.ts';

export const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

export const inHours = (hours: number): Date => new Date(Date.now() + hours * HOUR);

/** A meeting fit to be noticed. */
export const meetingWording = (rest: Partial<MeetingWording> = {}): MeetingWording => ({
  kind: 'REGULAR', title: both('Council', 'Consejo'), startsAt: inHours(100), endsAt: null, place: both('Library', 'Biblioteca'), onlineUrl: null,
  interpretation: ['es'], childcare: true, ...rest,
});

/** An action item fit to be noticed. */
export const itemWording = (rest: Partial<AgendaItemWording> = {}): AgendaItemWording => ({
  title: both('Budget', 'Presupuesto'), description: both('The plan\'s money.', 'El dinero del plan.'), rationale: both('Pays for tutors.', 'Paga tutores.'),
  intent: 'ACTION', minutesPlanned: 20, presenter: null, ...rest,
});

/** A school with one environment that requires English and Spanish, and bodies that meet in it. */
export class MeetingSchool {
  private constructor(readonly house: House, readonly schoolId: string, readonly environmentId: string) {}

  static async open(db: Database): Promise<MeetingSchool> {
    const log = pino({ level: 'silent' });
    const house = { db, events: await createEvents(db, systemClock, log), clock: systemClock, log } as unknown as House;
    const [row] = await db.fork(gate).execute<{ id: string }[]>(`insert into school (name) values ('Meeting School') returning id`);
    const environmentId = randomUUID();
    await db.fork(school(row!.id)).execute(
      `insert into learning_environment (id, school_id, name, slug, required_locales) values (?, ?, 'Meeting', ?, '{en,es}')`,
      [environmentId, row!.id, `meeting-${environmentId}`]);
    return new MeetingSchool(house, row!.id, environmentId);
  }

  sql<T extends object = object[]>(statement: string, params: readonly unknown[] = []): Promise<T> {
    return this.house.db.under(school(this.schoolId)).execute<T>(statement, params);
  }

  async person(constituency: string, role?: string): Promise<ViewerFacts> {
    const id = randomUUID();
    await this.sql('insert into person (id, school_id) values (?, ?)', [id, this.schoolId]);
    await this.sql('insert into membership (school_id, environment_id, person_id, constituency) values (?, ?, ?, ?)', [this.schoolId, this.environmentId, id, constituency]);
    if (role !== undefined) await this.sql('insert into role_grant (school_id, environment_id, person_id, role) values (?, ?, ?, ?)', [this.schoolId, this.environmentId, id, role]);
    return (await viewerFacts(this.house, { personId: id, schoolId: this.schoolId }))!;
  }

  async body(meetingLaw: MeetingLaw, officers: Readonly<Record<string, ViewerFacts>> = {}): Promise<string> {
    const id = randomUUID();
    await this.sql(
      `insert into governing_body (id, school_id, environment_id, kind, meeting_law, authority, name) values (?, ?, ?, 'OTHER', ?, 'DECIDING', '{"en":"Body"}')`,
      [id, this.schoolId, this.environmentId, meetingLaw]);
    await this.sql(
      `insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules)
       values (?, 1, ?, '2026-01-01', '2026-01-01', ?::jsonb)`, [id, this.schoolId, JSON.stringify({ ...usualBylaws('OTHER', meetingLaw), noticeHours: 48, specialNoticeHours: 12 })]);
    for (const [office, { personId }] of Object.entries(officers)) {
      await this.sql(`insert into officer_term (school_id, body_id, office, person_id, starts, ends) values (?, ?, ?, ?, '2026-01-01', '2090-01-01')`, [this.schoolId, id, office, personId]);
    }
    return id;
  }

  /** They hold seats of the body, in this order. */
  async seat(bodyId: string, constituency: string, sitters: readonly ViewerFacts[], votes = true): Promise<void> {
    for (const { personId } of sitters) {
      const seatId = randomUUID();
      await this.sql(
        `insert into seat (id, school_id, body_id, constituency, number, name, way, chosen_by, votes)
         select ?, ?, ?, ?, count(*) + 1, '{"en":"Seat","es":"Asiento"}', 'ELECTED', ?, ? from seat where body_id = ? and constituency = ?`,
        [seatId, this.schoolId, bodyId, constituency, constituency, votes, bodyId, constituency]);
      await this.sql(
        `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
         select school_id, ?, '{"en":"Body"}', constituency, name, number, ?, 'ELECTED', '2026-01-01', '2090-01-01', id from seat where id = ?`, [this.environmentId, personId, seatId]);
    }
  }

  /** Somebody says that the last notice hung at the gate from its posting on. */
  async proved(by: ViewerFacts, meeting: MeetingRecord): Promise<MeetingRecord> {
    const { number, postedAt } = meeting.notices.at(-1)!;
    return this.done(provePosting(this.house, by, meeting, { noticeNumber: number, where: 'SITE', place: 'Gate', postedAt }));
  }

  async read(id: string): Promise<MeetingRecord> {
    const [meeting] = await meetingsById(this.house.db.under(school(this.schoolId)), [id]);
    return meeting!;
  }

  async done(acted: Promise<MeetingAnswer>): Promise<MeetingRecord> {
    const answer = await acted;
    if (answer.answer !== 'CHANGED') throw new Error(JSON.stringify(answer));
    return this.read(answer.meetingId);
  }

  /** A draft with these items, each under none. */
  async drafted(by: ViewerFacts, bodyId: string, rest: Partial<MeetingWording> = {}, items: readonly AgendaItemWording[] = [itemWording()]): Promise<MeetingRecord> {
    let meeting = await this.done(draftMeeting(this.house, by, bodyId, meetingWording(rest)));
    for (const item of items) meeting = await this.done(addAgendaItem(this.house, by, meeting, item, { parentId: null, position: 100 }));
    return meeting;
  }

  async noticed(by: ViewerFacts, bodyId: string, rest: Partial<MeetingWording> = {}, items?: readonly AgendaItemWording[]): Promise<MeetingRecord> {
    return this.done(postNotice(this.house, by, await this.drafted(by, bodyId, rest, items)));
  }

  /** All of a meeting comes nearer, as by waiting; the database's clock is nobody's to turn. */
  async passes(meetingId: string, hours: number): Promise<void> {
    const by = `interval '${hours} hours'`;
    for (const statement of [
      `update meeting set starts_at = starts_at - ${by} where id = '${meetingId}'`,
      `update notice set starts_at = starts_at - ${by}, posted_at = posted_at - ${by} where meeting_id = '${meetingId}'`,
      `update agenda_paper set added_at = added_at - ${by}, withdrawn_at = withdrawn_at - ${by} where meeting_id = '${meetingId}'`,
      `update posting_proof set posted_at = posted_at - ${by} where meeting_id = '${meetingId}'`,
    ]) await this.house.db.executeAsOwner(statement);
  }
}
