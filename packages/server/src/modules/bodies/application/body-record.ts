import type { Statements } from '../../../platform/database/database.ts';
import { isStudent, isUuid, uniformName, uuidArray } from '../../people/index.ts';
import type { Authority, BodyKind, Constituency, MeetingLaw, Office, OfficeLeaving, SeatBasis, SeatWay, Texts, Vacancy } from '../domain/body.ts';
import type { BylawsRules } from '../domain/bylaws.ts';
import type { LeavingFacts } from '../domain/officers.ts';
import { goneOn, heldOn } from './office-terms.ts';

export interface BylawsRecord {
  readonly number: number;
  /** Days of the calendar, `yyyy-mm-dd`. */
  readonly adoptedOn: string;
  readonly effectiveFrom: string;
  readonly rules: BylawsRules;
  readonly note: string | null;
}

/** A seat as it stands: the post, and who holds it or why nobody does. */
export interface SeatRecord {
  /** Of the holding or vacancy; that of the post is `seatId`. */
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string | null;
  readonly seatId: string | null;
  readonly body: Texts;
  readonly constituency: Constituency;
  readonly seatName: Texts;
  readonly number: number;
  readonly way: SeatWay;
  readonly chosenBy: Constituency;
  readonly votes: boolean;
  /** Null: vacant. */
  readonly personId: string | null;
  readonly name: string;
  readonly basis: SeatBasis;
  readonly vacancy: Vacancy | null;
  readonly starts: string;
  readonly ends: string;
  readonly electionId: string | null;
}

export interface OfficerRecord {
  readonly id: string;
  readonly office: Office;
  readonly personId: string;
  readonly name: string;
  readonly student: boolean;
  readonly starts: string;
  /** Of the term; who has no successor goes on until the new year. */
  readonly ends: string;
  /** Their last day, where it is known by now that somebody follows or that they leave. */
  readonly until: string | null;
  /** The first day on which they are gone, and how they go, where that is known by now. */
  readonly leavesOn: string | null;
  readonly leaves: OfficeLeaving | null;
}

export interface BodyRecord {
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly kind: BodyKind;
  readonly meetingLaw: MeetingLaw;
  readonly authority: Authority;
  readonly name: Texts;
  readonly remit: Texts;
  readonly studentSeats: boolean;
  readonly version: number;
  readonly rosterCertifiedAt: Date | null;
  readonly closedAt: Date | null;
  /** Today where it meets, `yyyy-mm-dd`. */
  readonly today: string;
  /** Every version, the newest first. */
  readonly bylaws: readonly BylawsRecord[];
  /** In the order of constituencies and numbers; without those given up. */
  readonly seats: readonly SeatRecord[];
  /** Who holds an office today, in the order of offices. */
  readonly officers: readonly OfficerRecord[];
  /** Who takes one on a later day; they have none of its powers before. */
  readonly comingOfficers: readonly OfficerRecord[];
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;
const ORDER = `'{ADMINISTRATOR,TEACHER,OTHER_STAFF,PARENT,EL_PARENT,STUDENT,COMMUNITY}'::text[]`;
const OFFICE_ORDER = `'{CHAIR,VICE_CHAIR,SECRETARY,TREASURER,PARLIAMENTARIAN,DELEGATE}'::text[]`;

const officersWhere = (condition: string): string =>
  `(select coalesce(json_agg(json_build_object('id', o.id, 'office', o.office, 'personId', o.person_id, 'givenName', i.given_name, 'familyName', i.family_name,
      'student', ${isStudent('o.person_id', 'g.environment_id')}, 'starts', o.starts, 'ends', o.ends, 'until', ${goneOn('o')} - 1, 'leavesOn', o.leaves_on, 'leaves', o.leaves_as)
      order by array_position(${OFFICE_ORDER}, o.office), o.starts), '[]')
    from officer_term o left join person_pii i on i.person_id = o.person_id where o.body_id = g.id and ${condition})`;

const COLUMNS = `g.id, g.school_id as "schoolId", g.environment_id as "environmentId", g.kind, g.meeting_law as "meetingLaw", g.authority, g.name, g.remit,
  g.student_seats as "studentSeats", g.version, ${ms('g.roster_certified_at')} as "rosterCertifiedAt", ${ms('g.closed_at')} as "closedAt", d.today,
  (select coalesce(json_agg(json_build_object('number', b.number, 'adoptedOn', b.adopted_on, 'effectiveFrom', b.effective_from, 'rules', '{"minutesDraftsPublic": false}' || b.rules, 'note', b.note)
      order by b.number desc), '[]') from bylaws b where b.body_id = g.id) as bylaws,
  (select coalesce(json_agg(json_build_object('id', h.id, 'schoolId', g.school_id, 'environmentId', g.environment_id, 'bodyId', g.id, 'seatId', p.id, 'body', g.name,
      'constituency', p.constituency, 'seatName', p.name, 'number', p.number, 'way', p.way, 'chosenBy', p.chosen_by, 'votes', p.votes,
      'personId', h.person_id, 'givenName', i.given_name, 'familyName', i.family_name, 'basis', h.basis, 'vacancy', h.vacancy,
      'starts', h.starts, 'ends', h.ends, 'electionId', h.election_id)
      order by array_position(${ORDER}, p.constituency), p.number), '[]')
    from seat p
    cross join lateral (select * from seat_holding x where x.seat_id = p.id and x.ended_at is null
      order by (x.starts <= d.today) desc, case when x.starts <= d.today then -(x.starts - d.today) else x.starts - d.today end limit 1) h
    left join person_pii i on i.person_id = h.person_id
    where p.body_id = g.id and p.retired_on is null) as seats,
  ${officersWhere(heldOn('o', 'd.today'))} as officers, ${officersWhere('o.ended_at is null and o.starts > d.today')} as "comingOfficers"`;

interface Named { readonly givenName: string | null; readonly familyName: string | null }

/** Bodies for which `condition` holds of `g`, in its order; under the school's scope. */
export async function bodiesWhere(em: Statements, condition: string, params: readonly unknown[]): Promise<BodyRecord[]> {
  const [row] = await em.execute<{ bodies: string | null }[]>(
    `select json_agg(x)::text as bodies from (
       select ${COLUMNS} from governing_body g join learning_environment e on e.id = g.environment_id
       cross join lateral (select (clock_timestamp() at time zone e.time_zone)::date as today) d where ${condition}) x`, params);
  return row!.bodies === null ? [] : JSON.parse(row!.bodies, revive) as BodyRecord[];
}

/** Times become moments, and the two parts of a name the one form that all names have here. */
function revive(key: string, value: unknown): unknown {
  if ((key === 'closedAt' || key === 'rosterCertifiedAt') && typeof value === 'number') return new Date(value);
  if (value === null || typeof value !== 'object' || !('givenName' in value)) return value;
  const { givenName, familyName, ...rest } = value as Named;
  return { ...rest, name: uniformName(givenName, familyName) };
}

export const bodiesById = (em: Statements, ids: readonly string[]): Promise<BodyRecord[]> => bodiesWhere(em, 'g.id = any(?::uuid[])', [uuidArray(ids)]);

/** The body, held against every other act on it until the transaction ends; null when the school has none. */
export async function lockBody(em: Statements, id: string): Promise<BodyRecord | null> {
  if (!isUuid(id)) return null;
  await em.execute('select id from governing_body where id = ? for update', [id]);
  const [body] = await bodiesById(em, [id]);
  return body ?? null;
}

/** The bylaws in force today. @throws when there never were any. */
export const bylawsOf = ({ bylaws, today }: Pick<BodyRecord, 'bylaws' | 'today'>): BylawsRecord => bylawsOn({ bylaws }, today);

/** The bylaws in force on a day, as far as they are adopted by now: the newest whose day has come. @throws when there never were any. */
export function bylawsOn({ bylaws }: Pick<BodyRecord, 'bylaws'>, day: string): BylawsRecord {
  const inForce = bylaws.find(({ effectiveFrom }) => effectiveFrom <= day) ?? bylaws.at(-1);
  if (inForce === undefined) throw new Error('a body without bylaws');
  return inForce;
}

/** The bylaws in force today, and those that by now will be on a later day. */
export function bylawsAhead({ bylaws, today }: Pick<BodyRecord, 'bylaws' | 'today'>): BylawsRecord[] {
  const days = bylaws.map(({ effectiveFrom }) => effectiveFrom).filter((day) => day > today);
  return [...new Set([today, ...days].map((day) => bylawsOn({ bylaws }, day)))];
}

/** Who votes in it today; somebody who holds two seats votes once. */
export function votingMembers({ seats, today }: Pick<BodyRecord, 'seats' | 'today'>): SeatRecord[] {
  const held = seats.filter(({ votes, personId, starts }) => votes && personId !== null && starts <= today);
  return held.filter(({ personId }, nth) => held.findIndex((each) => each.personId === personId) === nth);
}

/** Whether somebody holds a seat or an office of it today. */
export const isOfBody = ({ seats, officers, today }: Pick<BodyRecord, 'seats' | 'officers' | 'today'>, person: string): boolean =>
  officers.some(({ personId }) => personId === person) || seats.some(({ personId, starts }) => personId === person && starts <= today);

/** What an officer's leaving is asked by: from when on somebody else has the office, and which other they take. */
export const leavingFacts = ({ comingOfficers }: Pick<BodyRecord, 'comingOfficers'>, { office, personId }: OfficerRecord): LeavingFacts => ({
  followedOn: comingOfficers.find((each) => each.office === office)?.starts ?? null, takes: comingOfficers.find((each) => each.personId === personId && each.office !== office) ?? null,
});
