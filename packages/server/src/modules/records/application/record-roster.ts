import { createHash } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import { type BodyRecord, bodiesById, goneOn } from '../../bodies/index.ts';
import { type EnvironmentRecord, environmentIn, isStudent, uniformName } from '../../people/index.ts';
import { type Texts, plain } from '../domain/popolo.ts';

export interface PostRecord {
  readonly id: string;
  readonly constituency: string;
  readonly number: number;
  readonly name: Texts;
  readonly way: string;
  readonly chosenBy: string;
  readonly votes: boolean;
  readonly retiredOn: string | null;
}

/** Somebody in a seat or an office, from one day to another. */
export interface TermRecord {
  readonly id: string;
  readonly personId: string;
  readonly starts: string;
  readonly ends: string;
  /** Null: it runs, or has run, to its end. */
  readonly endedAt: Date | null;
}

export interface HoldingRecord extends TermRecord {
  readonly seatId: string;
  readonly basis: string;
}

export interface OfficeRecord extends TermRecord { readonly office: string }

/** Somebody as the public may know them. */
export interface RecordPerson {
  readonly personId: string;
  /** As the document names them. */
  readonly id: string;
  /** A student's is the label of a seat (EC 49073.2); empty of somebody who was forgotten. */
  readonly name: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly student: boolean;
}

/** Where rows came from that were not made here. */
export interface Sources {
  /** The id in the document; null of what was only made because a row here needs it. */
  id(localId: string): string | null;
  links(localId: string): readonly object[] | null;
}

/** Of a body whatever does not grow with every meeting: some hundreds of lines after many years. */
export interface Roster {
  readonly body: BodyRecord;
  readonly environment: EnvironmentRecord;
  readonly sources: Sources;
  readonly posts: readonly PostRecord[];
  readonly holdings: readonly HoldingRecord[];
  readonly offices: readonly OfficeRecord[];
  readonly persons: ReadonlyMap<string, RecordPerson>;
}

interface StoredPerson { readonly personId: string; readonly givenName: string | null; readonly familyName: string | null; readonly student: boolean }
interface Stored {
  readonly posts: PostRecord[];
  readonly holdings: HoldingRecord[];
  readonly offices: OfficeRecord[];
  readonly persons: StoredPerson[];
  readonly sources: { readonly localId: string; readonly sourceId: string | null; readonly links: object[] }[];
}

const ORDER = `'{ADMINISTRATOR,TEACHER,OTHER_STAFF,PARENT,EL_PARENT,STUDENT,COMMUNITY}'::text[]`;
const term = (of: string, ends = `${of}.ends`) => `'id', ${of}.id, 'personId', ${of}.person_id, 'starts', ${of}.starts, 'ends', ${ends}, 'endedAt', floor(extract(epoch from ${of}.ended_at) * 1000)`;
/** Whoever has a successor by now holds the office no longer than until them. */
const OFFICE_ENDS = `greatest(o.starts, least(o.ends, ${goneOn('o')} - 1))`;
/** An appointment that was taken back before its day is no part of the record: nobody held the office by it. */
const OFFICES = `(select o.* from officer_term o join learning_environment e on e.id = b.environment_id
  where o.body_id = b.id and (o.ended_at is null or (o.ended_at at time zone e.time_zone)::date >= o.starts))`;

const STORED = `select json_build_object(
  'posts', (select coalesce(json_agg(json_build_object('id', p.id, 'constituency', p.constituency, 'number', p.number, 'name', p.name, 'way', p.way, 'chosenBy', p.chosen_by,
      'votes', p.votes, 'retiredOn', p.retired_on) order by array_position(${ORDER}, p.constituency), p.number), '[]') from seat p where p.body_id = b.id),
  'holdings', (select coalesce(json_agg(json_build_object(${term('h')}, 'seatId', h.seat_id, 'basis', h.basis) order by h.starts), '[]')
    from seat_holding h join seat p on p.id = h.seat_id where p.body_id = b.id and h.person_id is not null),
  'offices', (select coalesce(json_agg(json_build_object(${term('o', OFFICE_ENDS)}, 'office', o.office) order by o.starts), '[]') from ${OFFICES} o),
  'persons', (select coalesce(json_agg(json_build_object('personId', x.id, 'givenName', i.given_name, 'familyName', i.family_name, 'student', bool_or_student or ${isStudent('x.id', 'b.environment_id')})), '[]')
    from (select y.id, bool_or(y.student) as bool_or_student from (
      select h.person_id as id, p.constituency = 'STUDENT' as student from seat_holding h join seat p on p.id = h.seat_id where p.body_id = b.id
      union all select o.person_id, false from ${OFFICES} o
      union all select s.person_id, s.constituency = 'STUDENT' from sitting_member s join meeting m on m.id = s.meeting_id where m.body_id = b.id and s.sits
      union all select unnest(array[s.presiding_person, s.recorder_person]), false from sitting s join meeting m on m.id = s.meeting_id where m.body_id = b.id
    ) y where y.id is not null group by y.id) x left join person_pii i on i.person_id = x.id),
  'sources', (select coalesce(json_agg(json_build_object('localId', r.local_id, 'sourceId', r.source_id, 'links', r.links)), '[]') from record_source r where r.body_id = b.id)
)::text as stored from governing_body b where b.id = ?`;

/** The body's seats, terms and people, and where they came from; null when the school has no such body. */
export async function readRoster(em: Statements, bodyId: string): Promise<Roster | null> {
  const [body] = await bodiesById(em, [bodyId]);
  if (body === undefined) return null;
  const environment = await environmentIn(em, body.environmentId);
  const [row] = await em.execute<{ stored: string }[]>(STORED, [body.id]);
  const { posts, holdings, offices, persons, sources } = JSON.parse(row!.stored, (key, value: unknown) => (key === 'endedAt' && typeof value === 'number' ? new Date(value) : value)) as Stored;
  const known = new Map(sources.map((each) => [each.localId, each]));
  const imported: Sources = {
    id: (localId) => { const source = known.get(localId); return source === undefined ? localId : source.sourceId; },
    links: (localId) => known.get(localId)?.links ?? null,
  };
  const seats = new Map(posts.map((post) => [post.id, post]));
  const label = (personId: string) => {
    const held = holdings.filter((holding) => holding.personId === personId).map(({ seatId }) => seats.get(seatId)!);
    const seat = held.find(({ constituency }) => constituency === 'STUDENT') ?? held[0];
    return seat === undefined ? 'Student' : seatLabel(seat);
  };
  return {
    body, environment: environment!, sources: imported, posts, holdings, offices,
    persons: new Map(persons.flatMap(({ personId, givenName, familyName, student }) => {
      const source = imported.id(personId);
      if (source === null) return [];
      const id = student && source === personId ? opaqueId(body.id, personId) : source;
      const person: RecordPerson = student ? { personId, id, name: label(personId), givenName: null, familyName: null, student } : { personId, id, name: uniformName(givenName, familyName), givenName, familyName, student };
      return [[personId, person] as const];
    })),
  };
}

/** "Parent 2". */
export const seatLabel = ({ name, number }: Pick<PostRecord, 'name' | 'number'>): string => `${plain(name)} ${number}`;

/** A student's id in the documents of one body alone; whoever knows only documents finds nobody by it (RFC 9562, version 8). */
function opaqueId(bodyId: string, personId: string): string {
  const hash = createHash('sha256').update(`record:${bodyId}:${personId}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
