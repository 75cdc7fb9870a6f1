import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { BenchSchool } from './school.ts';

/** A meeting that can be called to order now: its notice hung for four days, and its hour has just come. */
export async function dueMeeting(client: pg.ClientBase, { schoolId, environmentId, coordinatorId, voters }: BenchSchool, members: number): Promise<string> {
  const [bodyId, meetingId, itemId] = [randomUUID(), randomUUID(), randomUUID()];
  const seated = voters.slice(0, members);
  await client.query('begin');
  await client.query(
    `insert into governing_body (id, school_id, environment_id, kind, meeting_law, authority, name)
     values ($1, $2, $3, 'OTHER', 'GREENE', 'DECIDING', '{"en": "Bench Council"}')`, [bodyId, schoolId, environmentId]);
  await client.query(
    `insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules) values ($1, 1, $2, '2026-01-01', '2026-01-01', $3)`,
    [bodyId, schoolId, JSON.stringify(RULES)]);
  for (const [at, { personId }] of seated.entries()) {
    const seatId = randomUUID();
    await client.query(
      `insert into seat (id, school_id, body_id, constituency, number, name, way, chosen_by) values ($1, $2, $3, 'PARENT', $4, '{"en": "Parent"}', 'ELECTED', 'PARENT')`,
      [seatId, schoolId, bodyId, at + 1]);
    await client.query(
      `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
       values ($1, $2, '{"en": "Bench Council"}', 'PARENT', '{"en": "Parent"}', $3, $4, 'ELECTED', '2026-01-01', '2090-01-01', $5)`,
      [schoolId, environmentId, at + 1, personId, seatId]);
  }
  await client.query(
    `insert into officer_term (school_id, body_id, office, person_id, starts, ends) values ($1, $2, 'CHAIR', $3, '2026-01-01', '2090-01-01')`, [schoolId, bodyId, seated[0]!.personId]);
  await client.query(
    `insert into meeting (id, school_id, environment_id, body_id, kind, state, title, starts_at, place, called_by)
     values ($1, $2, $3, $4, 'REGULAR', 'NOTICED', '{"en": "Meeting"}', now() - interval '1 minute', '{"en": "Library"}', $5)`,
    [meetingId, schoolId, environmentId, bodyId, coordinatorId]);
  await client.query(
    `insert into agenda_item (id, school_id, meeting_id, position, title, description, rationale, intent, state)
     values ($1, $2, $3, 1, '{"en": "Budget"}', '{"en": "What to buy."}', '{"en": "Books."}', 'ACTION', 'POSTED')`, [itemId, schoolId, meetingId]);
  await client.query(
    `insert into notice (meeting_id, number, school_id, posted_at, posted_by, title, starts_at, place, kind, meeting_law, notice_hours, digest)
     select id, 1, school_id, starts_at - interval '96 hours', called_by, title, starts_at, place, kind, 'GREENE', 72, repeat('0', 64) from meeting where id = $1`, [meetingId]);
  await client.query(
    `insert into notice_item (meeting_id, notice_number, item_id, school_id, position, title, description, rationale, intent, digest)
     select meeting_id, 1, id, school_id, 1, title, description, rationale, intent, repeat('0', 64) from agenda_item where id = $1`, [itemId]);
  await client.query(
    `insert into posting_proof (school_id, meeting_id, notice_number, posted_where, place, attested_by, posted_at)
     select school_id, id, 1, 'SITE', 'Gate', called_by, starts_at - interval '95 hours' from meeting where id = $1`, [meetingId]);
  await client.query('commit');
  await client.query('analyze');
  return meetingId;
}

const RULES = {
  quorum: { kind: 'MAJORITY' }, threshold: 'MAJORITY_OF_CAST', removal: 'TWO_THIRDS_OF_MEMBERS', termMonths: 24, staggered: false, noticeHours: 72,
  specialNoticeHours: 72, electionNoticeDays: 10, orientationDays: 5, proxies: false, absentee: false, consensusFirst: false, offices: ['CHAIR'],
  officerTermMonths: 12, officersBySecretBallot: false, employees: 'NONE', commentSeconds: 120,
};
