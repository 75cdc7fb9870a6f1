import { createHash, randomUUID } from 'node:crypto';
import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { recordBody, usualBylaws } from '../../../bodies/index.ts';
import { CARRIED_OVER } from '../../../meetings/index.ts';
import type { EnvironmentRecord } from '../../../people/index.ts';
import { beginningOf } from '../../domain/wall-day.ts';
import type { History, HistoryMeeting, HistoryMotion } from './history.ts';

type Row = Readonly<Record<string, unknown>>;

/** Adds rows of one table at once; columns that no row names get their defaults. */
async function insertAll(em: Statements, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]!).join(', ');
  await em.execute(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`, [JSON.stringify(rows)]);
}

/** New ids for what a document has, and what each was there. */
class NewIds {
  readonly #given = new Map<string, string>();
  readonly rows: { local_id: string; source_id: string | null; links: readonly unknown[] }[] = [];

  /** @param kind things of one kind, within one thing where they are parts of it, have ids of their own. */
  make(kind: string, sourceId: string, { made = false, links = [], within = '' }: { readonly made?: boolean; readonly links?: readonly unknown[]; readonly within?: string } = {}): string {
    const id = randomUUID();
    this.#given.set(`${kind} ${within} ${sourceId}`, id);
    this.rows.push({ local_id: id, source_id: made ? null : sourceId, links });
    return id;
  }

  /** For something that a row here needs and the document does not have. */
  fill(): string {
    const id = randomUUID();
    this.rows.push({ local_id: id, source_id: null, links: [] });
    return id;
  }

  of(kind: string, sourceId: string, within = ''): string { return this.#given.get(`${kind} ${within} ${sourceId}`)!; }
}

const at = (moment: Date | string | number): string => new Date(moment).toISOString();
const digest = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * Writes a body's history into an environment, all of it over: its meetings can be changed by nobody, its people have no way
 * in, and its notices stand under no law, because nobody here can say that they hung in time. Under the school's scope, in
 * one transaction. Answers the body's id.
 */
export async function writeHistory(house: Pick<House, 'events'>, em: Statements, environment: EnvironmentRecord, history: History): Promise<string> {
  const ids = new NewIds();
  const own = { school_id: environment.schoolId };
  const bodyId = ids.make('body', history.body.id, { links: history.body.links });
  // Whoever the record does not name: who entered it, who moved, and who seconded.
  const [nobody, another] = [ids.fill(), ids.fill()];
  await writePeople(em, environment, history, ids, [nobody, another]);
  await writeBody(em, environment, history, ids, bodyId);
  for (const meeting of history.meetings) ids.make('event', meeting.id, { links: meeting.links });
  const members = await writeMeetings(em, environment, history, ids, { bodyId, nobody, another });
  await writeMotions(em, environment, history, ids, { bodyId, nobody, another, member: (meetingId, personId, stand) => members.get(`${meetingId} ${personId ?? stand}`)! });
  await insertAll(em, 'record_source', ids.rows.map((row) => ({ ...own, body_id: bodyId, ...row })));
  await recordBody(house, em, {
    body: { id: bodyId, schoolId: environment.schoolId, environmentId: environment.id }, kind: 'record.imported', actorId: null,
    detail: { meetings: history.meetings.length, motions: history.motions.length },
  });
  return bodyId;
}

async function writePeople(em: Statements, { id: environmentId, schoolId }: EnvironmentRecord, { persons }: History, ids: NewIds, fill: readonly string[]): Promise<void> {
  const own = { school_id: schoolId };
  const people = persons.map((person) => ({ ...person, local: ids.make('person', person.id) }));
  await insertAll(em, 'person', [...people.map(({ local }) => local), ...fill].map((id) => ({ ...own, id, active: false })));
  await insertAll(em, 'person_pii', people.filter(({ givenName, familyName }) => givenName !== null || familyName !== null)
    .map(({ local, givenName, familyName }) => ({ ...own, person_id: local, given_name: givenName ?? '', family_name: familyName ?? '' })));
  // A student stays one here, so that nobody outside is shown a name that somebody gives them later.
  await insertAll(em, 'membership', people.filter(({ student }) => student).map(({ local }) => ({ ...own, id: randomUUID(), environment_id: environmentId, person_id: local, constituency: 'STUDENT', from_roster: false })));
}

async function writeBody(em: Statements, { id: environmentId, schoolId, timeZone }: EnvironmentRecord, { body, posts, holdings, offices }: History, ids: NewIds, bodyId: string): Promise<void> {
  const own = { school_id: schoolId };
  await insertAll(em, 'governing_body', [{
    ...own, id: bodyId, environment_id: environmentId, kind: body.kind, meeting_law: body.meetingLaw, authority: body.authority, name: body.name, remit: body.remit, student_seats: body.studentSeats,
    version: 1, closed_at: body.closedOn && at(beginningOf(body.closedOn, timeZone)), created_at: new Date().toISOString(),
  }]);
  await insertAll(em, 'bylaws', body.bylaws.map(({ number, adoptedOn, effectiveFrom, rules, note }) => ({
    ...own, body_id: bodyId, number, adopted_on: adoptedOn, effective_from: effectiveFrom, rules, note, recorded_at: new Date().toISOString(),
  })));
  const seats = new Map(posts.map((post) => [post.id, { ...post, local: ids.make('post', post.id, { made: post.made }) }]));
  await insertAll(em, 'seat', [...seats.values()].map(({ local, constituency, number, name, way, chosenBy, votes, retiredOn }) => ({
    ...own, id: local, body_id: bodyId, constituency, number, name, way, chosen_by: chosenBy, votes, retired_on: retiredOn,
  })));
  const inSeat = (postId: string) => {
    const { local, constituency, name, number } = seats.get(postId)!;
    return { ...own, environment_id: environmentId, body: body.name, constituency, seat_name: name, number, seat_id: local };
  };
  const declared = { declared_at: new Date().toISOString() };
  await insertAll(em, 'seat_holding', holdings.map(({ id, postId, personId, basis, starts, ends, endedAt }) => ({
    ...inSeat(postId), id: ids.make('membership', id), person_id: ids.of('person', personId), basis, vacancy: null, starts, ends, ended_at: endedAt, end_reason: endedAt && 'record', ...declared,
  })));
  // A seat that nobody has any more is there to be filled.
  const empty = posts.filter(({ id, retiredOn }) => retiredOn === null && !holdings.some(({ postId, endedAt }) => postId === id && endedAt === null));
  await insertAll(em, 'seat_holding', empty.map(({ id }) => ({
    ...inSeat(id), id: ids.fill(), person_id: null, basis: 'VACANT', vacancy: 'TERM_ENDED', starts: holdings.filter(({ postId }) => postId === id).map(({ ends }) => ends).toSorted().at(-1) ?? '1900-01-01', ends: '9999-12-31', ...declared,
  })));
  await insertAll(em, 'officer_term', offices.map(({ id, office, personId, starts, ends, endedAt }) => ({
    ...own, id: ids.make('membership', id), body_id: bodyId, office, person_id: ids.of('person', personId), starts, ends, ended_at: endedAt, end_reason: endedAt && 'record',
  })));
}

interface Meant { readonly bodyId: string; readonly nobody: string; readonly another: string }

/** Answers members of each sitting by meeting and person, those who stand for nobody among them. */
async function writeMeetings(em: Statements, { id: environmentId, schoolId }: EnvironmentRecord, { meetings, motions, body }: History, ids: NewIds, { bodyId, nobody, another }: Meant): Promise<ReadonlyMap<string, string>> {
  const own = { school_id: schoolId };
  const local = (meeting: HistoryMeeting) => ids.of('event', meeting.id);
  const person = (id: string | null) => id && ids.of('person', id);
  const now = new Date().toISOString();
  const heldFrom = ({ startsAt, calledAt, endedAt }: HistoryMeeting) => at(Math.min(...[startsAt, calledAt, endedAt].filter((each) => each !== null).map(Number)));
  await insertAll(em, 'meeting', meetings.map((meeting) => ({
    ...own, id: local(meeting), environment_id: environmentId, body_id: bodyId, kind: meeting.kind, state: meeting.state, version: 1, title: meeting.title, starts_at: at(meeting.startsAt),
    ends_at: meeting.endsAt && at(meeting.endsAt), place: meeting.place, interpretation: [], childcare: false, called_by: nobody, created_at: now, door_secret: `\\x${randomUUID().replaceAll('-', '')}${randomUUID().replaceAll('-', '')}`,
    cancelled_at: meeting.state === 'CANCELLED' ? at(meeting.startsAt) : null, cancelled_by: meeting.state === 'CANCELLED' ? nobody : null,
  })));
  const items = meetings.flatMap((meeting) => {
    for (const { id, made } of meeting.items) ids.make('item', id, { made, within: meeting.id });
    return meeting.items.map((item, nth) => ({ ...item, meeting, position: nth + 1, local: ids.of('item', item.id, meeting.id), parent: item.parentId && ids.of('item', item.parentId, meeting.id) }));
  });
  // What was carried over there does not come up again here; what nothing took over still does.
  const byId = new Map(items.map((item) => [item.id, item.local]));
  const taken = new Set<string>();
  const carried = (carriedFrom: readonly string[]) => {
    const lineage = carriedFrom.map((id) => {
      if (!byId.has(id)) byId.set(id, ids.make('item', id, { within: 'elsewhere' }));
      return byId.get(id)!;
    });
    const origin = lineage.at(-1);
    const first = origin !== undefined && !taken.has(origin);
    if (first) taken.add(origin);
    return { lineage, origin_kind: first ? CARRIED_OVER : null, origin_id: first ? origin : null };
  };
  await insertAll(em, 'agenda_item', items.map(({ meeting, local: id, parent, position, title, description, rationale, intent, outcome, addedAt, urgencyFoundAt, carriedFrom }) => ({
    ...own, id, meeting_id: local(meeting), parent_id: parent, position, title, description, rationale, intent, state: 'POSTED', outcome, closed_at: outcome === 'OPEN' ? null : at(meeting.endedAt ?? meeting.startsAt),
    added_at: addedAt, urgency_found_at: urgencyFoundAt, ...carried(carriedFrom),
  })));
  await insertAll(em, 'notice', meetings.map((meeting) => ({
    ...own, meeting_id: local(meeting), number: 1, posted_at: at(meeting.startsAt), posted_by: nobody, title: meeting.title, starts_at: at(meeting.startsAt), ends_at: meeting.endsAt && at(meeting.endsAt), place: meeting.place,
    interpretation: [], childcare: false, kind: meeting.kind, meeting_law: 'PRIVATE', notice_hours: 0, digest: digest([meeting.id, meeting.title, meeting.items]),
  })));
  await insertAll(em, 'notice_item', items.filter(({ addedAt }) => addedAt === null).map(({ meeting, local: id, parent, position, title, description, rationale, intent }) => ({
    ...own, meeting_id: local(meeting), notice_number: 1, item_id: id, position, parent_id: parent, title, description: filled(description, title), rationale: intent === 'ACTION' ? filled(rationale, title) : rationale, intent, digest: digest([title, description, rationale, intent]),
  })));
  const sat = meetings.filter(({ state, rules, members }) => state !== 'CANCELLED' && (state === 'ADJOURNED' || rules !== null || members.length > 0));
  await insertAll(em, 'sitting', sat.map((meeting) => ({
    ...own, meeting_id: local(meeting), version: 1, frozen_at: heldFrom(meeting), called_to_order_at: meeting.calledAt && at(meeting.calledAt), ended_at: meeting.endedAt && at(meeting.endedAt), meeting_law: 'PRIVATE', notice_hours: 0, noticed_for: heldFrom(meeting),
    rules: { ...usualBylaws('OTHER', body.meetingLaw), ...body.bylaws.at(-1)!.rules, ...meeting.rules }, presiding_person: person(meeting.presidingId) ?? (meeting.calledAt && nobody), recorder_person: person(meeting.recorderId), visitors: meeting.visitors,
  })));
  const members = new Map<string, string>();
  const seated = sat.flatMap((meeting) => {
    const moved = motions.filter(({ meetingId }) => meetingId === meeting.id).flatMap((motion) => [motion, ...motion.amendments]);
    const stand = moved.some(({ moverId, seconderId }) => moverId === null || seconderId === null) ? [nobody, another] : [];
    const rows = [
      ...meeting.members.map((each) => ({ key: each.personId, person_id: ids.of('person', each.personId), seat_id: each.postId && ids.of('post', each.postId), seat_name: each.name, constituency: each.constituency, number: each.number, votes: each.votes, office: each.office })),
      ...stand.map((id, nth) => ({ key: id, person_id: id, seat_id: null, seat_name: { en: '–' }, constituency: 'COMMUNITY', number: 10_000 + nth, votes: false, office: null })),
    ];
    return rows.map(({ key, ...row }, nth) => {
      const id = randomUUID();
      members.set(`${meeting.id} ${key}`, id);
      return { ...own, id, meeting_id: local(meeting), ...row, position: nth + 1, sits: true };
    });
  });
  await insertAll(em, 'sitting_member', seated);
  await insertAll(em, 'attendance', sat.flatMap((meeting) => meeting.attendance.map(({ personId, kind, way, at: moment }, nth) => ({
    ...own, id: randomUUID(), meeting_id: local(meeting), nth: nth + 1, member_id: members.get(`${meeting.id} ${personId}`), kind, way: kind === 'ARRIVED' ? way ?? 'IN_ROOM' : null, at: at(moment), recorded_by: nobody, recorded_at: now,
  }))));
  await insertAll(em, 'speaker', sat.flatMap((meeting) => meeting.speeches.map(({ id, language, translated, itemId }, nth) => ({
    ...own, id: ids.make('speech', id), meeting_id: local(meeting), item_id: itemId && ids.of('item', itemId, meeting.id), kind: 'PUBLIC', name_withheld: true, language, translated, simultaneous: false, remote: false, seconds: 120,
    state: 'DONE', position: nth + 1, spent_ms: 0, entered_by: nobody, asked_at: at(meeting.calledAt ?? meeting.startsAt),
  }))));
  return members;
}

const filled = (texts: Readonly<Record<string, string>>, otherwise: Readonly<Record<string, string>>) => (Object.keys(texts).length === 0 ? otherwise : texts);

interface Moving extends Meant { readonly member: (meetingId: string, personId: string | null, stand: string) => string }

async function writeMotions(em: Statements, { id: environmentId, schoolId }: EnvironmentRecord, { meetings, motions }: History, ids: NewIds, { bodyId, nobody, another, member }: Moving): Promise<void> {
  const own = { school_id: schoolId };
  const meeting = ({ meetingId }: HistoryMotion) => ids.of('event', meetingId);
  const item = (motion: HistoryMotion) => motion.itemId && ids.of('item', motion.itemId, motion.meetingId);
  /** Whoever is not named stands behind one of two members who are nobody, so that a motion that passed was moved and seconded by two. */
  const by = (motion: HistoryMotion, of: { readonly moverId: string | null; readonly seconderId: string | null }, seconded: boolean) =>
    ({ mover_id: member(motion.meetingId, of.moverId, nobody), seconder_id: of.seconderId !== null || seconded ? member(motion.meetingId, of.seconderId, another) : null });
  for (const motion of motions) ids.make('motion', motion.id, { links: motion.links });
  const held = new Set(meetings.map(({ id }) => id));
  const others = new Map<string, string>();
  /** Minutes of a meeting that came with it; anything else is only known by what it was called there. */
  const aboutId = (motion: HistoryMotion) => {
    if (motion.aboutId === null) return null;
    if (motion.kind.endsWith('_MINUTES') && held.has(motion.aboutId)) return ids.of('event', motion.aboutId);
    if (!others.has(motion.aboutId)) others.set(motion.aboutId, ids.make('about', motion.aboutId));
    return others.get(motion.aboutId)!;
  };
  await insertAll(em, 'motion', motions.map((motion) => {
    const movers = by(motion, motion, motion.secondedAt !== null);
    return {
      ...own, id: ids.of('motion', motion.id), meeting_id: meeting(motion), number: motion.number, kind: motion.kind, state: motion.state, item_id: item(motion), about_id: aboutId(motion), text: motion.text, threshold: motion.threshold,
      immediate: motion.findings?.immediate ?? null, after_posting: motion.findings?.afterPosting ?? null, review_on: motion.reviewOn, ...movers, moved_at: motion.movedAt, seconded_at: movers.seconder_id && (motion.secondedAt ?? motion.movedAt),
      stated_at: motion.statedAt, decided_at: motion.decidedAt, disposed_by: motion.disposedBy, referred_to: motion.referredTo,
    };
  }));
  await insertAll(em, 'amendment', motions.flatMap((motion) => motion.amendments.map((amendment) => {
    const movers = by(motion, amendment, amendment.state !== 'MOVED' && amendment.state !== 'WITHDRAWN' && amendment.state !== 'FAILED');
    return {
      ...own, id: ids.make('amendment', amendment.id, { within: motion.id }), meeting_id: meeting(motion), motion_id: ids.of('motion', motion.id), number: amendment.number, state: amendment.state, text: amendment.text, ...movers,
      moved_at: amendment.movedAt, seconded_at: movers.seconder_id && amendment.movedAt, decided_at: amendment.decidedAt,
    };
  })));
  const put = motions.flatMap((motion) => motion.questions.map((question) => ({ motion, question, local: ids.make('vote event', question.id) })));
  // A sitting has one question before it, also when it is remembered: the first ones of all sittings, then the second ones.
  const turns = [...Map.groupBy(put, ({ motion }) => motion.meetingId).values()];
  for (let turn = 0; turns.some((theirs) => theirs.length > turn); turn += 1) {
    const now = turns.flatMap((theirs) => theirs[turn] ?? []);
    await insertAll(em, 'question', now.map(({ motion, question, local }) => ({
      ...own, id: local, meeting_id: meeting(motion), motion_id: ids.of('motion', motion.id), amendment_id: question.amendmentId && ids.of('amendment', question.amendmentId, motion.id), way: question.way, state: 'OPEN',
      opened_at: question.openedAt, opened_by: nobody,
    })));
    await insertAll(em, 'roll_call_line', now.flatMap(({ motion, question, local }) => question.lines.map(({ personId, vote }, nth) => ({
      ...own, question_id: local, meeting_id: meeting(motion), member_id: member(motion.meetingId, personId, nobody), position: nth + 1, vote,
    }))));
    await em.execute(
      `update question q set state = x.state, closed_at = x.closed_at, closed_by = x.closed_by, stopped_why = x.stopped_why, adopted = x.adopted, explained = nullif(x.explained, 'null'), quorum_present = x.quorum_present, quorum_needed = x.quorum_needed
       from jsonb_populate_recordset(null::question, ?::jsonb) x where q.id = x.id`,
      [JSON.stringify(now.map(({ question, local }) => ({
        id: local, state: question.adopted === null ? 'STOPPED' : 'ANNOUNCED', closed_at: question.closedAt, closed_by: nobody, stopped_why: question.stoppedWhy, adopted: question.adopted, explained: question.explained,
        quorum_present: question.adopted === null ? null : question.quorumPresent, quorum_needed: question.adopted === null ? null : Math.min(question.quorumPresent, question.quorumNeeded),
      })))]);
  }
  await insertAll(em, 'decision', motions.flatMap((motion) => (motion.decision === null || motion.itemId === null ? [] : [{
    ...own, id: ids.make('decision', motion.decision.id, { made: motion.decision.id.endsWith('#decision') }), environment_id: environmentId, body_id: bodyId, meeting_id: meeting(motion), motion_id: ids.of('motion', motion.id), item_id: item(motion),
    number: motion.decision.number, text: motion.decision.text, rationale: motion.decision.rationale, decided_on: motion.decision.decidedOn, review_on: motion.decision.reviewOn, recorded_at: new Date().toISOString(),
  }])));
}
