import { randomUUID } from 'node:crypto';
import { type Statements, school } from '../../../../platform/database/database.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import type { House } from '../../../../platform/room.ts';
import { type ViewerFacts, isUuid, mayDraftBallots } from '../../../people/index.ts';
import type { Constituency, Texts } from '../../domain/ballot.ts';
import { uniformName } from '../../domain/elections/candidate-name.ts';
import type { SeatTaken, Vacancy } from '../../domain/elections/seating.ts';
import { givenText } from './given-text.ts';
import { type ElectionChange, recordElection } from './record-election.ts';

/**
 * The door to seats, until bodies have a room that keeps them: who holds which seat, from when to when, and which are
 * vacant. Everything that writes or reads `seat_holding` is in this file.
 */
export interface SeatRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly body: Texts;
  readonly constituency: Constituency;
  readonly seatName: Texts;
  readonly number: number;
  /** Null: vacant. */
  readonly personId: string | null;
  readonly name: string;
  readonly basis: 'ELECTED' | 'ACCLAIMED' | 'VACANT';
  readonly vacancy: Vacancy | null;
  readonly starts: string;
  readonly ends: string;
  readonly electionId: string | null;
}

export interface SeatsOfElection {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly body: Texts;
  readonly termStarts: string;
  readonly termEnds: string;
  readonly constituencies: readonly { readonly constituency: Constituency; readonly seatName: Texts }[];
}

const insert = (em: Statements, seat: Omit<SeatRecord, 'name'>) => em.execute(
  `insert into seat_holding (id, school_id, environment_id, body, constituency, seat_name, number, person_id, basis, vacancy, starts, ends, election_id)
   values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)`,
  [seat.id, seat.schoolId, seat.environmentId, JSON.stringify(seat.body), seat.constituency, JSON.stringify(seat.seatName), seat.number, seat.personId,
    seat.basis, seat.vacancy, seat.starts, seat.ends, seat.electionId]);

/** Winners take their seats; what nobody won is declared vacant. A term that began already runs from `today`. */
export async function takeSeats(em: Statements, election: SeatsOfElection, taken: readonly SeatTaken[], today: string): Promise<void> {
  const { id: electionId, schoolId, environmentId, body, termStarts, termEnds } = election;
  for (const seat of taken) {
    const { seatName } = election.constituencies.find(({ constituency }) => constituency === seat.constituency)!;
    const starts = termStarts > today || termEnds <= today ? termStarts : today;
    await insert(em, {
      id: randomUUID(), schoolId, environmentId, body, seatName, starts, ends: termEnds, electionId,
      constituency: seat.constituency, number: seat.number, personId: seat.personId,
      basis: seat.personId === null ? 'VACANT' : seat.basis, vacancy: seat.personId === null ? seat.vacancy : null,
    });
  }
}

/** Seats that stand today or will, by `condition` on `s`; under the school's scope. */
async function seatsWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<SeatRecord[]> {
  const rows = await em.execute<(Omit<SeatRecord, 'name'> & { givenName: string | null; familyName: string | null })[]>(
    `select s.id, s.school_id as "schoolId", s.environment_id as "environmentId", s.body, s.constituency, s.seat_name as "seatName", s.number,
       s.person_id as "personId", s.basis, s.vacancy, s.starts::text as starts, s.ends::text as ends, s.election_id as "electionId",
       i.given_name as "givenName", i.family_name as "familyName"
     from seat_holding s left join person_pii i on i.person_id = s.person_id
     where s.ended_at is null and ${condition}
     order by s.body::text, array_position('{PARENT,EL_PARENT,STUDENT,TEACHER,OTHER_STAFF,ADMINISTRATOR,COMMUNITY}'::text[], s.constituency), s.ends, s.number, s.id`,
    params);
  return rows.map(({ givenName, familyName, ...rest }) => ({ ...rest, name: uniformName(givenName, familyName) }));
}

export const seatsOfElection = (em: Statements, electionId: string) => seatsWhere(em, 's.election_id = ?', [electionId]);
export const seatsOfEnvironment = (em: Statements, environmentId: string) => seatsWhere(em, 's.environment_id = ? and s.ends >= current_date', [environmentId]);

/**
 * Declares a held seat vacant, with the reason on record: its holder left, or may no longer hold it.
 * @throws NOT_FOUND when the viewer does not prepare elections there; BAD_INPUT without a reason, or for a seat nobody holds.
 */
export async function declareVacancy(house: House, viewer: ViewerFacts, seatId: string, reason: string): Promise<SeatRecord> {
  const given = givenText(reason, 'reason', 500);
  return house.db.transaction(school(viewer.schoolId), async (em) => {
    if (!isUuid(seatId)) throw coded('NOT_FOUND');
    await em.execute('select id from seat_holding where id = ? for update', [seatId]);
    const [seat] = await seatsWhere(em, 's.id = ?', [seatId]);
    if (seat === undefined || !mayDraftBallots(viewer, seat.environmentId)) throw coded('NOT_FOUND');
    if (seat.personId === null) throw coded('BAD_INPUT', { field: 'id', rule: 'SEAT_NOT_HELD' });
    await em.execute('update seat_holding set ended_at = clock_timestamp(), end_reason = ? where id = ?', [given, seat.id]);
    const vacant: SeatRecord = { ...seat, id: randomUUID(), personId: null, name: '', basis: 'VACANT', vacancy: 'LEFT' };
    await insert(em, vacant);
    const change: ElectionChange = {
      election: { id: seat.electionId ?? seat.id, schoolId: seat.schoolId, environmentId: seat.environmentId },
      kind: 'seat.vacated', actorId: viewer.personId, detail: { seatId: seat.id },
    };
    await recordElection(house, em, change);
    return vacant;
  });
}
