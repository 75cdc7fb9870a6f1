import { createHmac } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import { type BodyRecord, type BylawsRules, type Office, bodiesById, bylawsOf } from '../../bodies/index.ts';
import { type Constituency, isStudent, isUuid, uniformName, uuidArray } from '../../people/index.ts';
import { type InOrder, inOrder } from '../domain/agenda-tree.ts';
import type { ItemOutcome } from '../domain/carry-over.ts';
import type { MeetingState, NoticeRule, Texts } from '../domain/meeting.ts';
import type { CommentOffer } from '../domain/public-comment.ts';
import type { QuorumRule } from '../domain/quorum.ts';
import { EARLIEST, type Presence, type PresenceEvent, type Way, isPresent, presenceOf } from '../domain/sitting.ts';
import type { SpeakerClock, SpeakerKind } from '../domain/speaking.ts';
import { type ItemStanding, standingOfItem } from '../domain/standing-of-item.ts';
import { type ItemWords, type MeetingRecord, lastNotice, meetingsById, postedVersions, ruleOfNotice } from './meeting-record.ts';

/** Somebody who holds a seat, in this sitting. */
export interface SittingMemberRecord {
  /** Of this sitting alone: nobody finds the person by it. */
  readonly id: string;
  readonly personId: string;
  readonly seatId: string | null;
  readonly seat: Texts;
  readonly constituency: Constituency;
  readonly number: number;
  /** Holds a seat that has a vote; the others are in the room and count for nothing. */
  readonly votes: boolean;
  readonly office: Office | null;
  readonly name: string;
  readonly student: boolean;
  readonly presence: Presence;
  readonly since: Date | null;
  /** Is there, in the room or from elsewhere. */
  readonly present: boolean;
  /** Presides over this sitting. */
  readonly chairs: boolean;
}

export interface AttendanceRecord {
  readonly id: string;
  readonly memberId: string;
  readonly kind: 'ARRIVED' | 'LEFT';
  readonly way: Way | null;
  readonly at: Date;
}

/** An item as it was posted, or as it was added in session; and what has become of it. */
export interface SittingItemRecord extends InOrder<ItemWords> {
  readonly standing: ItemStanding;
  readonly outcome: ItemOutcome;
  readonly takenUpAt: Date | null;
  readonly closedAt: Date | null;
  readonly addedAt: Date | null;
  readonly urgencyFoundAt: Date | null;
  readonly lineage: readonly string[];
}

export interface SpeakerRecord extends SpeakerClock {
  readonly id: string;
  readonly itemId: string | null;
  readonly kind: SpeakerKind;
  readonly personId: string | null;
  /** Null of a visitor who gave none. */
  readonly name: string | null;
  readonly student: boolean;
  readonly nameWithheld: boolean;
  readonly language: string | null;
  readonly translated: boolean;
  readonly simultaneous: boolean;
  readonly remote: boolean;
  readonly seconds: number;
}

/** Somebody who does a task of the room; not always a member. */
export interface PersonInRoom {
  readonly personId: string;
  readonly name: string;
  readonly student: boolean;
}

/** What a sitting is held under: the last notice's rule, and bylaws; of today until the call to order, then those of that day. */
export interface SittingRules extends BylawsRules {
  readonly notice: NoticeRule;
}

export interface SittingRecord {
  /** The meeting's. */
  readonly id: string;
  readonly schoolId: string;
  readonly environmentId: string;
  readonly bodyId: string;
  readonly state: MeetingState;
  readonly version: number;
  readonly meeting: MeetingRecord;
  readonly body: BodyRecord;
  readonly rules: SittingRules;
  readonly quorumRule: QuorumRule;
  /** Rules and members change no more. */
  readonly frozen: boolean;
  readonly calledToOrderAt: Date | null;
  readonly endedAt: Date | null;
  readonly presiding: PersonInRoom | null;
  readonly recorder: PersonInRoom | null;
  readonly visitors: number;
  /** In the order of seats. */
  readonly members: readonly SittingMemberRecord[];
  /** By the hour, and within it as it was taken down; without what was of a day that the meeting was moved from. */
  readonly attendance: readonly AttendanceRecord[];
  readonly currentItemId: string | null;
  /** In reading order; what was added in session is last. */
  readonly items: readonly SittingItemRecord[];
  readonly offers: readonly CommentOffer[];
  /** In the order in which they are called. */
  readonly speakers: readonly SpeakerRecord[];
}

type StoredMember = Omit<SittingMemberRecord, 'presence' | 'since' | 'present' | 'chairs'>;
type StoredItem = Pick<SittingItemRecord, 'id' | 'outcome' | 'takenUpAt' | 'closedAt' | 'addedAt' | 'urgencyFoundAt' | 'lineage'>;

interface Stored extends Pick<SittingRecord, 'id' | 'version' | 'frozen' | 'calledToOrderAt' | 'endedAt' | 'presiding' | 'recorder' | 'visitors' | 'currentItemId' | 'attendance' | 'offers' | 'speakers'> {
  readonly secret: string;
  readonly rules: BylawsRules | null;
  readonly members: readonly StoredMember[];
  /** Beside their words. */
  readonly items: readonly StoredItem[];
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)`;
const student = (person: string) => isStudent(person, 'm.environment_id');
const person = (column: string) => `case when ${column} is not null then (select json_build_object('personId', ${column}, 'givenName', i.given_name, 'familyName', i.family_name,
  'student', ${student(column)}) from (select 1) one left join person_pii i on i.person_id = ${column}) end`;

const STORED = `json_build_object('id', m.id, 'secret', encode(m.door_secret, 'hex'), 'version', m.version + coalesce(s.version, 0), 'frozen', s.frozen_at is not null,
  'calledToOrderAt', ${ms('s.called_to_order_at')}, 'endedAt', ${ms('s.ended_at')}, 'rules', s.rules, 'visitors', coalesce(s.visitors, 0), 'currentItemId', s.current_item,
  'presiding', ${person('s.presiding_person')}, 'recorder', ${person('s.recorder_person')},
  'members', (select coalesce(json_agg(json_build_object('id', b.id, 'personId', b.person_id, 'seatId', b.seat_id, 'seat', b.seat_name, 'constituency', b.constituency,
      'number', b.number, 'votes', b.votes, 'office', b.office, 'givenName', i.given_name, 'familyName', i.family_name,
      'student', b.constituency = 'STUDENT' or ${student('b.person_id')}) order by b.position), '[]')
    from sitting_member b left join person_pii i on i.person_id = b.person_id where b.meeting_id = m.id and b.sits),
  'attendance', (select coalesce(json_agg(json_build_object('id', a.id, 'memberId', a.member_id, 'kind', a.kind, 'way', a.way, 'at', ${ms('a.at')}) order by a.at, a.nth), '[]')
    from attendance a where a.meeting_id = m.id and a.at >= coalesce((select n.starts_at - interval '${EARLIEST} milliseconds' from notice n where n.meeting_id = m.id order by n.number desc limit 1), '-infinity')),
  'offers', (select coalesce(json_agg(json_build_object('itemId', o.item_id, 'at', ${ms('o.at')}) order by o.at), '[]') from comment_offer o where o.meeting_id = m.id),
  'speakers', (select coalesce(json_agg(json_build_object('id', k.id, 'itemId', k.item_id, 'kind', k.kind, 'personId', k.person_id, 'visitor', k.name,
      'givenName', i.given_name, 'familyName', i.family_name, 'student', k.person_id is not null and ${student('k.person_id')}, 'nameWithheld', k.name_withheld,
      'language', k.language, 'translated', k.translated, 'simultaneous', k.simultaneous, 'remote', k.remote, 'seconds', k.seconds, 'state', k.state,
      'runningSince', ${ms('k.running_since')}, 'spentMs', k.spent_ms) order by k.position, k.asked_at, k.id), '[]')
    from speaker k left join person_pii i on i.person_id = k.person_id where k.meeting_id = m.id),
  'items', (select coalesce(json_agg(json_build_object('id', t.id, 'outcome', t.outcome, 'takenUpAt', ${ms('t.taken_up_at')}, 'closedAt', ${ms('t.closed_at')},
      'addedAt', ${ms('t.added_at')}, 'urgencyFoundAt', ${ms('t.urgency_found_at')}, 'lineage', t.lineage)), '[]') from agenda_item t where t.meeting_id = m.id))`;

const TIMES = new Set(['calledToOrderAt', 'endedAt', 'at', 'runningSince', 'takenUpAt', 'closedAt', 'addedAt', 'urgencyFoundAt']);

/** Times become moments, and the two parts of a name the one form that all names have here; a visitor's is as it was given. */
function revive(key: string, value: unknown): unknown {
  if (TIMES.has(key) && typeof value === 'number') return new Date(value);
  if (value === null || typeof value !== 'object' || !('givenName' in value)) return value;
  const { givenName, familyName, visitor, ...rest } = value as { givenName: string | null; familyName: string | null; visitor?: string | null; personId: string | null };
  return { ...rest, name: rest.personId === null ? visitor ?? null : uniformName(givenName, familyName) };
}

/** Sittings of meetings that were noticed, in the order of `ids`; under the school's scope. */
export async function sittingsById(em: Statements, ids: readonly string[]): Promise<SittingRecord[]> {
  const meetings = (await meetingsById(em, ids)).filter(({ notices }) => notices.length > 0);
  if (meetings.length === 0) return [];
  const bodies = new Map((await bodiesById(em, [...new Set(meetings.map(({ bodyId }) => bodyId))])).map((body) => [body.id, body]));
  const [row] = await em.execute<{ stored: string }[]>(
    `select json_agg(x.stored)::text as stored from (select ${STORED} as stored from meeting m left join sitting s on s.meeting_id = m.id where m.id = any(?::uuid[])) x`,
    [uuidArray(meetings.map(({ id }) => id))]);
  const stored = new Map((JSON.parse(row!.stored, revive) as Stored[]).map((each) => [each.id, each]));
  const found = new Map(meetings.map((meeting) => [meeting.id, sittingOf(meeting, bodies.get(meeting.bodyId)!, stored.get(meeting.id)!)]));
  return ids.flatMap((id) => found.get(id.toLowerCase()) ?? []);
}

/** The sitting, its meeting held against every other act until the transaction ends; null when there is none, or no notice yet. */
export async function lockSitting(em: Statements, meetingId: string): Promise<SittingRecord | null> {
  if (!isUuid(meetingId)) return null;
  await em.execute('select id from meeting where id = ? for update', [meetingId]);
  const [sitting] = await sittingsById(em, [meetingId]);
  return sitting ?? null;
}

function sittingOf(meeting: MeetingRecord, body: BodyRecord, { secret, rules, members, items, ...rest }: Stored): SittingRecord {
  const notice = lastNotice(meeting)!;
  // Some sat before bylaws had a say about drafts of minutes.
  const bylaws: BylawsRules = rules === null ? bylawsOf(body).rules : { ...rules, minutesDraftsPublic: rules.minutesDraftsPublic ?? false };
  const { schoolId, environmentId, bodyId, state } = meeting;
  const events = presenceEvents(rest.attendance);
  return {
    ...rest, schoolId, environmentId, bodyId, state, meeting, body,
    rules: { ...bylaws, notice: ruleOfNotice(notice) },
    quorumRule: quorumRuleOf(bylaws),
    members: (rest.frozen ? members : membersOfToday(body, secret)).map((member) => {
      const there = presenceOf(member.id, events);
      return { ...member, ...there, present: isPresent(there.presence), chairs: rest.presiding?.personId === member.personId };
    }),
    items: itemsOf(meeting, items),
  };
}

/** What was taken down, as the rules of attendance see it: a member's own id stands for the person. */
export const presenceEvents = (attendance: readonly AttendanceRecord[]): PresenceEvent[] =>
  attendance.map(({ memberId, kind, way, at }) => ({ personId: memberId, kind, way, at }));

const quorumRuleOf = ({ quorum }: BylawsRules): QuorumRule => (quorum.kind === 'SHARE' ? { ...quorum, kind: 'FRACTION', atLeast: true } : quorum);

/** Whoever holds a seat today; somebody who holds two sits once, where they vote. */
function membersOfToday({ seats, officers, today }: BodyRecord, secret: string): StoredMember[] {
  const held = seats.filter(({ personId, starts }) => personId !== null && starts <= today);
  const one = [...Map.groupBy(held, ({ personId }) => personId!)].map(([, all]) => all.find(({ votes }) => votes) ?? all[0]!);
  return held.filter((seat) => one.includes(seat)).map(({ personId, seatId, seatName, constituency, number, votes, name }) => ({
    id: memberIdOf(secret, personId!), personId: personId!, seatId, seat: seatName, constituency, number, votes, name, student: constituency === 'STUDENT',
    office: officers.find((officer) => officer.personId === personId)?.office ?? null,
  }));
}

/** The same for a person whenever it is asked for, and telling nobody who it is (RFC 9562, version 8). */
export function memberIdOf(secret: string, personId: string): string {
  const hash = createHmac('sha256', Buffer.from(secret, 'hex')).update(`member:${personId}`).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** What the notice lists, in its words; and after it what was added in session. */
function itemsOf(meeting: MeetingRecord, stored: readonly StoredItem[]): SittingItemRecord[] {
  const notice = lastNotice(meeting)!;
  const versions = postedVersions(meeting);
  const rest = new Map(stored.map((each) => [each.id, each]));
  const added = meeting.items.filter(({ id }) => rest.get(id)?.addedAt)
    .map((item) => ({ ...item, parentId: null, position: notice.items.length + item.position }));
  return inOrder<ItemWords>([...notice.items, ...added]).map(({ id, parentId, position, title, description, rationale, intent, minutesPlanned, presenter, depth, label }) => ({
    ...rest.get(id)!, id, parentId, position, title, description, rationale, intent, minutesPlanned, presenter, depth, label,
    standing: standingOfItem(id, versions, notice.startsAt, ruleOfNotice(notice)),
  }));
}
