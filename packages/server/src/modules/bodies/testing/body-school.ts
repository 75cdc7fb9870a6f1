import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { systemClock } from '../../../platform/clock/system-clock.ts';
import { type Database, gate, school } from '../../../platform/database/database.ts';
import { createEvents } from '../../../platform/events/house-events.ts';
import type { House } from '../../../platform/room.ts';
import { type Constituency, type ViewerFacts, viewerFacts } from '../../people/index.ts';
import { type BodyRecord, bodiesById } from '../application/body-record.ts';
import { createBody } from '../application/create-body.ts';
import type { BodyWording } from '../domain/body-wording.ts';

export const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

export const bodyWording = (rest: Partial<BodyWording> = {}): BodyWording =>
  ({ kind: 'SSC', meetingLaw: 'GREENE', authority: 'DECIDING', name: both('Council', 'Consejo'), remit: [], studentSeats: false, ...rest });

/** A school with one environment, and the people and bodies a test puts into it. */
export class BodySchool {
  private constructor(readonly house: House, readonly schoolId: string, readonly environmentId: string) {}

  static async open(db: Database, timeZone = 'America/Los_Angeles'): Promise<BodySchool> {
    const log = pino({ level: 'silent' });
    const house = { db, events: await createEvents(db, systemClock, log), clock: systemClock, log } as unknown as House;
    const [row] = await db.fork(gate).execute<{ id: string }[]>(`insert into school (name) values ('Small School') returning id`);
    const environmentId = randomUUID();
    await db.fork(school(row!.id)).execute(
      `insert into learning_environment (id, school_id, name, slug, required_locales, time_zone) values (?, ?, 'Small', ?, '{en,es}', ?)`, [environmentId, row!.id, `small-${environmentId}`, timeZone]);
    return new BodySchool(house, row!.id, environmentId);
  }

  async sql<T extends object>(text: string, params: readonly unknown[] = []): Promise<T> {
    return this.house.db.fork(school(this.schoolId)).execute<T>(text, [...params]);
  }

  async person(constituencies: readonly Constituency[], roles: readonly string[] = []): Promise<ViewerFacts> {
    const id = randomUUID();
    await this.sql('insert into person (id, school_id) values (?, ?)', [id, this.schoolId]);
    await this.sql(`insert into person_pii (person_id, school_id, given_name, family_name) values (?, ?, 'Ana', 'López')`, [id, this.schoolId]);
    for (const each of constituencies) await this.sql('insert into membership (school_id, environment_id, person_id, constituency) values (?, ?, ?, ?)', [this.schoolId, this.environmentId, id, each]);
    for (const each of roles) await this.sql('insert into role_grant (school_id, environment_id, person_id, role) values (?, ?, ?, ?)', [this.schoolId, this.environmentId, id, each]);
    return (await viewerFacts(this.house, { personId: id, schoolId: this.schoolId }))!;
  }

  async body(id: string): Promise<BodyRecord> {
    const [body] = await bodiesById(this.house.db.under(school(this.schoolId)), [id]);
    return body!;
  }

  async made(by: ViewerFacts, rest: Partial<BodyWording> = {}): Promise<BodyRecord> {
    const answer = await createBody(this.house, by, this.environmentId, bodyWording(rest));
    if (answer.answer !== 'CHANGED') throw new Error(JSON.stringify(answer));
    return this.body(answer.bodyId);
  }
}
