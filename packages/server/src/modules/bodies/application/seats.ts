import { randomUUID } from 'node:crypto';
import type { EntityManager, Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { uniformName } from '../../people/index.ts';
import type { BodyKind, Constituency, Texts, Vacancy } from '../domain/body.ts';
import type { SeatRecord } from './body-record.ts';
import { grown } from './change-body.ts';
import { insertBody } from './create-body.ts';
import { insertSeats } from './plan-seats.ts';
import { recordBody } from './record-body.ts';

/** What an election tells of the seats it fills. */
export interface SeatsOfElection {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  /** The body it names; null: whichever bears the name, or one that begins with this. */
  readonly bodyId: string | null;
  readonly body: Texts;
  readonly bodyKind: BodyKind;
  readonly studentSeats: boolean;
  readonly termStarts: string;
  readonly termEnds: string;
  readonly constituencies: readonly { readonly constituency: Constituency; readonly seatName: Texts }[];
}

export type SeatFilled =
  | { readonly constituency: Constituency; readonly number: number; readonly personId: string; readonly basis: 'ELECTED' | 'ACCLAIMED' }
  | { readonly constituency: Constituency; readonly number: number; readonly personId: null; readonly vacancy: Vacancy };

/**
 * Winners take their seats in the body that the election names or whose name it bears, and what nobody won is declared vacant.
 * A body that so far was only a name begins with this; seats that it does not have yet are added. A term that began already runs from `today`.
 */
export async function takeSeats(house: Pick<House, 'events'>, em: EntityManager, election: SeatsOfElection, filled: readonly SeatFilled[], today: string): Promise<void> {
  const bodyId = await bodyOf(em, election);
  const { schoolId, environmentId, body: name, termStarts, termEnds } = election;
  const starts = termStarts > today || termEnds <= today ? termStarts : today;
  for (const { constituency, seatName } of election.constituencies) {
    const own = filled.filter((each) => each.constituency === constituency);
    const free = await freeSeats(em, bodyId, constituency, starts, own.length);
    const more = Array.from({ length: own.length - free.length }, () => ({ constituency, way: 'ELECTED' as const, chosenBy: constituency, votes: true, name: seatName }));
    const seats = [...free, ...await insertSeats(em, { id: bodyId, schoolId, environmentId, name }, more)];
    for (const [at, each] of own.entries()) await fill(em, election, seats[at]!, each, starts);
  }
  await grown(em, bodyId, true);
  await recordBody(house, em, { body: { id: bodyId, schoolId, environmentId }, kind: 'body.elected', actorId: null, detail: { electionId: election.id } });
}

async function bodyOf(em: EntityManager, { id, schoolId, environmentId, bodyId: named, body, bodyKind, studentSeats }: SeatsOfElection): Promise<string> {
  const [known] = await em.execute<{ id: string }[]>(
    `select id from governing_body where environment_id = ? and (id = ? or name = ?::jsonb) and closed_at is null order by id = ? desc nulls last, created_at limit 1 for update`,
    [environmentId, named, JSON.stringify(body), named]);
  const bodyId = known?.id ?? randomUUID();
  if (known === undefined) {
    const name = Object.entries(body).map(([locale, text]) => ({ locale, text }));
    await insertBody(em, { id: bodyId, schoolId, environmentId }, {
      kind: bodyKind, meetingLaw: bodyKind === 'OTHER' || bodyKind === 'PTA' ? 'PRIVATE' : 'GREENE', authority: bodyKind === 'ELAC' || bodyKind === 'PAC' ? 'ADVISORY' : 'DECIDING',
      name, remit: [], studentSeats,
    }, null, []);
  }
  await em.execute('update election set body_id = ? where id = ?', [bodyId, id]);
  return bodyId;
}

/** Elected seats of a constituency that stand empty when the term begins: vacant ones first, then those whose term is over. */
async function freeSeats(em: EntityManager, bodyId: string, constituency: Constituency, starts: string, most: number): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    `select p.id from seat p where p.body_id = ? and p.constituency = ? and p.way = 'ELECTED' and p.retired_on is null
       and not exists (select from seat_holding h where h.seat_id = p.id and h.ended_at is null and h.person_id is not null and h.ends >= ?::date)
     order by exists (select from seat_holding h where h.seat_id = p.id and h.ended_at is null and h.person_id is not null), p.number limit ?`,
    [bodyId, constituency, starts, most]);
  return rows.map(({ id }) => id);
}

async function fill(em: EntityManager, election: SeatsOfElection, seatId: string, filled: SeatFilled, starts: string): Promise<void> {
  await em.execute(`update seat_holding set ended_at = clock_timestamp(), end_reason = 'FILLED' where seat_id = ? and ended_at is null and person_id is null`, [seatId]);
  await em.execute(
    `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, vacancy, starts, ends, election_id, seat_id)
     select school_id, ?, ?::jsonb, constituency, name, number, ?, ?, ?, ?::date, ?::date, ?, id from seat where id = ?`,
    [election.environmentId, JSON.stringify(election.body), filled.personId, filled.personId === null ? 'VACANT' : filled.basis,
      filled.personId === null ? filled.vacancy : null, starts, election.termEnds, election.id, seatId]);
}

/** Seats that stand today or will, by `condition` on `s`; under the school's scope. */
export async function seatsWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<SeatRecord[]> {
  const rows = await em.execute<(Omit<SeatRecord, 'name'> & { givenName: string | null; familyName: string | null })[]>(
    `select s.id, s.school_id as "schoolId", s.environment_id as "environmentId", p.body_id as "bodyId", s.seat_id as "seatId", s.body, s.constituency,
       s.seat_name as "seatName", s.number, coalesce(p.way, 'ELECTED') as way, coalesce(p.chosen_by, s.constituency) as "chosenBy", coalesce(p.votes, true) as votes,
       s.person_id as "personId", s.basis, s.vacancy, s.starts::text as starts, s.ends::text as ends, s.election_id as "electionId",
       i.given_name as "givenName", i.family_name as "familyName"
     from seat_holding s left join seat p on p.id = s.seat_id left join person_pii i on i.person_id = s.person_id
     where s.ended_at is null and p.retired_on is null and ${condition}
     order by s.body::text, array_position('{PARENT,EL_PARENT,STUDENT,TEACHER,OTHER_STAFF,ADMINISTRATOR,COMMUNITY}'::text[], s.constituency), s.ends, s.number, s.id`,
    params);
  return rows.map(({ givenName, familyName, ...rest }) => ({ ...rest, name: uniformName(givenName, familyName) }));
}

export const seatsOfElection = (em: Statements, electionId: string) => seatsWhere(em, 's.election_id = ?', [electionId]);
export const seatsOfEnvironment = (em: Statements, environmentId: string) => seatsWhere(
  em, 's.environment_id = ? and s.ends >= (select (clock_timestamp() at time zone e.time_zone)::date from learning_environment e where e.id = s.environment_id)', [environmentId]);
