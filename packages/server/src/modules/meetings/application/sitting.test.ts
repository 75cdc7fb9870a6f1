import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { school } from '../../../platform/database/database.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import { type ViewerFacts, people } from '../../people/index.ts';
import { inOrder } from '../domain/agenda-tree.ts';
import { presentAt } from '../domain/attendance.ts';
import { quorumOf } from '../domain/quorum.ts';
import { MeetingSchool, both, inHours, itemWording, meetingWording } from '../testing/meeting-school.ts';
import { addAgendaSource } from './agenda-sources.ts';
import { attend, recordAttendance } from './attend.ts';
import { callToOrder } from './call-to-order.ts';
import { cancelMeeting, discardMeeting } from './cancel-meeting.ts';
import { carriedItems } from './carried-items.ts';
import type { SittingAnswer } from './change-sitting.ts';
import { doorCodeNow } from './door-code.ts';
import { adjournMeeting, endWithoutQuorum } from './end-sitting.ts';
import type { MeetingRecord } from './meeting-record.ts';
import { noticeDigest } from './notice-digest.ts';
import { addAgendaItem } from './plan-agenda.ts';
import { postNotice } from './post-notice.ts';
import { reviseMeeting } from './revise-meeting.ts';
import { preside } from './run-sitting.ts';
import { shownMeeting } from './shown-meeting.ts';
import { quorumHistory, quorumNow } from './sitting-facts.ts';
import { addItem, closeItem, offerComment, takeUpItem } from './sitting-items.ts';
import { type SittingRecord, presenceEvents, sittingsById } from './sitting-record.ts';
import { type SpeakerWording, askToSpeak, callSpeaker, extendSpeaker, finishSpeaker, moveSpeaker, pauseSpeaker, resumeSpeaker, withdrawSpeaker } from './speakers.ts';

addAgendaSource(carriedItems);

onEachEngine('a sitting', people.entities, (test) => {
  let small: MeetingSchool;
  let [chair, secretary, ana, luis, student, outsider] = [] as unknown as [ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts, ViewerFacts];
  let council: string;

  beforeAll(async () => {
    small = await MeetingSchool.open(test().database);
    [chair, secretary, ana, luis, student, outsider] = [
      await small.person('PARENT'), await small.person('OTHER_STAFF'), await small.person('PARENT'), await small.person('PARENT'), await small.person('STUDENT'), await small.person('PARENT')];
    council = await made();
  });

  /** A council of three parents who vote and a student who does not. */
  async function made(): Promise<string> {
    const id = await small.body('GREENE', { CHAIR: chair, SECRETARY: secretary });
    await small.seat(id, 'PARENT', [chair, ana, luis]);
    await small.seat(id, 'STUDENT', [student], false);
    return id;
  }
  const key = () => randomUUID();
  const em = () => small.house.db.under(school(small.schoolId));
  const read = async (id: string): Promise<SittingRecord> => (await sittingsById(em(), [id]))[0]!;
  const member = ({ members }: SittingRecord, { personId }: ViewerFacts) => members.find((each) => each.personId === personId)!.id;
  async function why(answer: Promise<SittingAnswer>) {
    const given = await answer;
    if (given.answer === 'REFUSED') return given.refusals.map(({ reason }) => reason).join(' ');
    return given.answer === 'DONE' && given.repeated ? 'REPEATED' : given.answer;
  }
  async function noticed(rest: { hours?: number; onlineUrl?: string; proved?: boolean; body?: string; items?: string[] } = {}): Promise<string> {
    const items = (rest.items ?? ['Budget']).map((en) => itemWording({ title: both(en, `${en} (es)`) }));
    const posted = await small.noticed(secretary, rest.body ?? council, { onlineUrl: rest.onlineUrl ?? null }, items);
    if (rest.proved ?? true) await small.proved(secretary, posted);
    await small.passes(posted.id, rest.hours ?? 101);
    return posted.id;
  }
  const takenDown = async (id: string, who: ViewerFacts, kind: 'ARRIVED' | 'LEFT' = 'ARRIVED', at: Date | null = null, by = secretary) =>
    why(recordAttendance(small.house, by, key(), id, member(await read(id), who), { kind, way: null, at }));
  const called = (id: string, by = secretary) => why(callToOrder(small.house, by, key(), id, { presidingId: null, recorderId: null }));
  const notFound = { extensions: { code: 'NOT_FOUND' } };

  it('has a roll call that makes the quorum, and every arrival and departure counts it anew', async () => {
    const id = await noticed();
    expect((await read(id)).members.map(({ constituency, number, votes, office, presence }) => [constituency, number, votes, office, presence])).toEqual([
      ['PARENT', 1, true, 'CHAIR', 'NOT_COME'], ['PARENT', 2, true, null, 'NOT_COME'], ['PARENT', 3, true, null, 'NOT_COME'], ['STUDENT', 1, false, null, 'NOT_COME']]);
    expect([await takenDown(id, chair), await takenDown(id, student), await called(id), await takenDown(id, ana), await takenDown(id, ana)]).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'ALREADY_PRESENT']);
    expect(await takenDown(id, chair, 'LEFT')).toBe('DONE');
    const now = await read(id);
    expect(now).toMatchObject({ state: 'IN_SESSION', presiding: { personId: chair.personId }, recorder: { personId: secretary.personId } });
    expect(quorumHistory(now).map(({ present, met }) => [present, met])).toEqual([[1, false], [1, false], [2, true], [1, false]]);
    expect(quorumNow(now)).toEqual({ needed: 2, present: 1, members: 3, met: false });
    expect(now.members.map(({ presence, present, chairs }) => [presence, present, chairs])).toEqual([['LEFT', false, true], ['IN_ROOM', true, false], ['NOT_COME', false, false], ['IN_ROOM', true, false]]);
  });

  it('keeps any interleaving of arrivals and departures, and a quorum equal to its recomputation', async () => {
    const id = await noticed();
    const start = (await read(id)).meeting.startsAt!.getTime();
    const [moves] = fc.sample(fc.array(fc.record({ who: fc.constantFrom(chair, ana, luis, student), kind: fc.constantFrom('ARRIVED' as const, 'LEFT' as const) }), { minLength: 20, maxLength: 20 }), 1);
    // From two recorders at once, and in no order of the hours.
    await Promise.all(moves!.map(({ who, kind }, nth) => takenDown(id, who, kind, new Date(start + (nth % 7) * 60_000), nth % 2 === 0 ? chair : secretary)));
    const sitting = await read(id);
    const voting = new Set(sitting.members.filter(({ votes }) => votes).map((each) => each.id));
    const last = sitting.attendance.at(-1);
    expect(quorumNow(sitting)).toEqual(quorumOf({ kind: 'MAJORITY' }, voting, presentAt(presenceEvents(sitting.attendance), last?.at ?? new Date())));
    expect(quorumHistory(sitting).at(-1)?.present ?? 0).toBe(quorumNow(sitting).present);
  });

  it('is not called to order before its hour, nor without proof that its notice hung in time, nor by anybody', async () => {
    expect(await called(await noticed({ hours: 99 }))).toBe('TOO_EARLY');
    const unproved = await noticed({ proved: false });
    expect(await called(unproved)).toBe('NO_POSTING_PROOF');
    const posted = await small.read(unproved);
    await small.sql(`insert into posting_proof (school_id, meeting_id, notice_number, posted_where, place, attested_by, posted_at) values (?, ?, 1, 'SITE', 'Gate', ?, ?)`,
      [small.schoolId, unproved, chair.personId, new Date(posted.startsAt!.getTime() - 60_000)]);
    expect(await called(unproved)).toBe('POSTED_TOO_LATE');
    // Nor does the database hold one that was.
    await expect(small.sql(
      `update sitting set frozen_at = now(), rules = '{}', meeting_law = 'GREENE', notice_hours = 72, noticed_for = ?::timestamptz, hung_since = ?::timestamptz - interval '71 hours',
         presiding_person = ?, called_to_order_at = now() where meeting_id = ?`, [posted.startsAt, posted.startsAt, chair.personId, unproved])).rejects.toThrow(/sitting_check/);
    // What hung gave another day.
    const moved = await noticed({ hours: 20 });
    await small.done(postNotice(small.house, secretary, await small.done(reviseMeeting(small.house, secretary, await small.read(moved), meetingWording({ startsAt: inHours(100) })))));
    await small.passes(moved, 100);
    expect(await called(moved)).toBe('NO_POSTING_PROOF');
    await small.proved(secretary, await small.read(moved));
    expect(await called(moved)).toBe('DONE');
    const id = await noticed();
    for (const who of [ana, outsider]) await expect(called(id, who)).rejects.toMatchObject(notFound);
    expect(await why(callToOrder(small.house, chair, key(), id, { presidingId: randomUUID(), recorderId: null }))).toBe('NO_SUCH_MEMBER');
    const alone = await small.body('GREENE', { SECRETARY: secretary });
    expect(await called(await noticed({ body: alone }))).toBe('NOBODY_PRESIDES');
  });

  it('is presided over by whoever chairs the body on that day: a vice chair once the chair has left, and nobody to come', async () => {
    const body = await small.body('GREENE', { CHAIR: chair, VICE_CHAIR: ana, SECRETARY: secretary });
    await small.seat(body, 'PARENT', [chair, ana, luis]);
    await small.sql(`insert into officer_term (school_id, body_id, office, person_id, starts, ends) values (?, ?, 'CHAIR', ?, '2089-01-01', '2090-01-01')`, [small.schoolId, body, luis.personId]);
    const presides = async () => {
      const id = await noticed({ body });
      expect(await called(id, secretary)).toBe('DONE');
      return (await read(id)).presiding?.personId;
    };
    expect(await presides()).toBe(chair.personId);
    await small.sql(`update officer_term set leaves_on = '2026-02-01', leaves_as = 'RESIGNED' where body_id = ? and person_id = ?`, [body, chair.personId]);
    expect(await presides()).toBe(ana.personId);
    // Whoever left calls nobody to order any more.
    await expect(called(await noticed({ body }), chair)).rejects.toMatchObject(notFound);
  });

  it('counts nobody who came on the day that it was moved from', async () => {
    const id = await noticed();
    for (const who of [chair, ana]) await takenDown(id, who);
    await small.done(postNotice(small.house, secretary, await small.done(reviseMeeting(small.house, secretary, await small.read(id), meetingWording({ startsAt: inHours(100) })))));
    const moved = await read(id);
    expect([moved.members.map(({ presence }) => presence), quorumHistory(moved)]).toEqual([['NOT_COME', 'NOT_COME', 'NOT_COME', 'NOT_COME'], []]);
    await small.passes(id, 100);
    await small.house.db.executeAsOwner(`update attendance set at = at - interval '100 hours' where meeting_id = '${id}'`);
    expect([await takenDown(id, chair), quorumNow(await read(id)).present]).toEqual(['DONE', 1]);
    // What was taken down stays on record.
    expect(await small.sql('select nth from attendance where meeting_id = ? order by nth', [id])).toEqual([{ nth: 1 }, { nth: 2 }, { nth: 3 }]);
  });

  it('holds from the call to order the members and bylaws of that day', async () => {
    const body = await made();
    const id = await noticed({ body });
    await takenDown(id, luis);
    await small.sql(`update seat_holding set ended_at = now(), end_reason = 'LEFT' where person_id = ? and seat_id in (select s.id from seat s where s.body_id = ?)`, [luis.personId, body]);
    expect((await read(id)).members).toHaveLength(3);
    expect(await called(id)).toBe('DONE');
    await small.sql(`update seat_holding set ended_at = now(), end_reason = 'LEFT' where person_id = ? and seat_id in (select s.id from seat s where s.body_id = ?)`, [ana.personId, body]);
    await small.sql(`insert into bylaws (body_id, number, school_id, adopted_on, effective_from, rules) values (?, 2, ?, '2026-01-02', '2026-01-02', (select rules || '{"quorum":{"kind":"COUNT","count":9}}' from bylaws where body_id = ?))`, [body, small.schoolId, body]);
    const sitting = await read(id);
    expect([sitting.members.length, quorumNow(sitting)]).toEqual([3, { needed: 2, present: 0, members: 2, met: false }]);
  });

  it('does an act once, however often its key is sent', async () => {
    const id = await noticed();
    const again = key();
    const arrival = async () => why(recordAttendance(small.house, secretary, again, id, member(await read(id), chair), { kind: 'ARRIVED', way: null, at: null }));
    expect([await arrival(), await arrival()]).toEqual(['DONE', 'REPEATED']);
    const both_ = await Promise.all([called(id, chair), called(id, secretary)]);
    expect(both_.toSorted()).toEqual(['DONE', 'WRONG_STATE']);
    expect((await read(id)).attendance).toHaveLength(1);
    await expect(recordAttendance(small.house, secretary, 'no key', id, id, { kind: 'LEFT', way: null, at: null })).rejects.toMatchObject({ extensions: { rule: 'UUID' } });
  });

  it('takes a device\'s word for when it was, a clock that runs a little ahead included', async () => {
    const id = await noticed();
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000);
    expect(await takenDown(id, chair, 'ARRIVED', at(3))).toBe('IN_THE_FUTURE');
    expect(await takenDown(id, chair, 'ARRIVED', at(1))).toBe('DONE');
    expect(await takenDown(id, ana, 'ARRIVED', at(-10))).toBe('DONE');
    expect(await takenDown(id, ana, 'LEFT', at(-20))).toBe('OUT_OF_ORDER');
    expect(await takenDown(id, luis, 'ARRIVED', at(-60 * 24))).toBe('TOO_EARLY');
    // Nor is anybody there days before.
    const early = await noticed({ hours: 80 });
    expect([await takenDown(early, luis), await takenDown(early, luis, 'ARRIVED', at(0))]).toEqual(['TOO_EARLY', 'TOO_EARLY']);
    expect((await read(id)).attendance.map(({ at: when }) => when.getTime() <= Date.now() + 5000)).toEqual([true, true]);
  });

  it('lets a member in by the code at the door, or where the notice gives an address', async () => {
    const id = await noticed();
    const arrives = (who: ViewerFacts, code: string | null, way: 'IN_ROOM' | 'REMOTE' = 'IN_ROOM', meeting = id) => why(attend(small.house, who, key(), meeting, code, { kind: 'ARRIVED', way, at: null }));
    const shown = (minutesAgo: number) => doorCodeNow(em(), id, new Date(Date.now() - minutesAgo * 60_000));
    expect((await shown(0)).code).toMatch(/^[0-9A-Z]{8}$/);
    expect([await arrives(ana, null), await arrives(ana, (await shown(3)).code), await arrives(ana, ` ${(await shown(0)).code.toLowerCase()}`)]).toEqual(['DOOR_CODE', 'DOOR_CODE', 'DONE']);
    expect(await arrives(luis, null, 'REMOTE')).toBe('NOT_ONLINE');
    expect(await arrives(luis, null, 'REMOTE', await noticed({ onlineUrl: 'https://example.org/meet' }))).toBe('DONE');
    expect(await why(attend(small.house, ana, key(), id, null, { kind: 'LEFT', way: null, at: null }))).toBe('DONE');
    await expect(arrives(outsider, (await shown(0)).code)).rejects.toMatchObject(notFound);
  });

  it('takes items up in any order, and acts only on what may be acted on once the public could speak', async () => {
    const id = await noticed({ items: ['Budget', 'Tutors'] });
    expect(await why(takeUpItem(small.house, secretary, key(), id, (await read(id)).items[1]!.id))).toBe('WRONG_STATE');
    await takenDown(id, chair);
    await takenDown(id, ana);
    await called(id);
    const [budget, tutors] = (await read(id)).items.map((item) => item.id) as [string, string];
    expect(await why(adjournMeeting(small.house, chair, key(), id))).toBe('AGENDA_OPEN');
    expect(await why(takeUpItem(small.house, chair, key(), id, tutors))).toBe('DONE');
    expect((await read(id)).currentItemId).toBe(tutors);
    expect(await why(closeItem(small.house, chair, key(), id, tutors, 'ACTED'))).toBe('COMMENT_NOT_OFFERED');
    expect(await why(offerComment(small.house, chair, key(), id, null))).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, tutors, 'ACTED'))).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, tutors, 'TABLED'))).toBe('ITEM_CLOSED');
    // What is to be acted on says what it does for students, also when nobody could prepare it.
    expect(await why(addItem(small.house, chair, key(), id, itemWording({ rationale: [] })))).toBe('FAULTY');
    expect(await addItem(small.house, chair, key(), id, itemWording({ rationale: [{ locale: 'en', text: ' ' }] }))).toEqual({ answer: 'FAULTY', faults: [{ field: 'rationale', itemId: null, code: 'REQUIRED', about: [] }] });
    // Nobody was noticed of it, and nobody could speak to it.
    expect(await why(addItem(small.house, chair, key(), id, itemWording({ title: both('Roof', 'Techo') })))).toBe('DONE');
    const roof = (await read(id)).items.at(-1)!;
    expect(roof).toMatchObject({ label: '3', standing: { may: 'DISCUSSION_ONLY', reason: 'NOT_LISTED' }, title: { en: 'Roof' } });
    expect(await why(closeItem(small.house, chair, key(), id, roof.id, 'ACTED'))).toBe('NOT_ELIGIBLE COMMENT_NOT_OFFERED');
    expect(await why(closeItem(small.house, chair, key(), id, roof.id, 'DISCUSSED'))).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, budget, 'TABLED'))).toBe('DONE');
    expect(await why(takeUpItem(small.house, chair, key(), id, budget))).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, budget, 'CONTINUED'))).toBe('DONE');
    expect(await why(preside(small.house, secretary, key(), id, member(await read(id), ana)))).toBe('DONE');
    // Who presides runs it.
    expect(await why(adjournMeeting(small.house, ana, key(), id))).toBe('DONE');
    expect(await read(id)).toMatchObject({ state: 'ADJOURNED', currentItemId: null });
    // No notice follows that could say what was added.
    const [notice] = (await small.read(id)).notices;
    await small.house.db.executeAsOwner(`update notice set digest = '${noticeDigest(notice!, inOrder(notice!.items))}' where meeting_id = '${id}'`);
    const held = shownMeeting(await small.read(id), (await read(id)).body, { prepares: true, member: true });
    expect([held.changed, ...held.agenda.map(({ changed }) => changed)]).toEqual([false, false, false, false]);
    expect(await takenDown(id, ana, 'LEFT')).toBe('WRONG_STATE');
  });

  it('is held by no body that is no more; its meeting is called off', async () => {
    const body = await made();
    const id = await noticed({ body });
    await takenDown(id, chair);
    await small.sql('update governing_body set closed_at = clock_timestamp() where id = ?', [body]);
    expect(await called(id)).toBe('BODY_CLOSED');
    expect(await cancelMeeting(small.house, secretary, await small.read(id), 'The council has ended.')).toMatchObject({ answer: 'CHANGED' });
  });

  it('says of no item that the body acted on it while too few are there to act', async () => {
    const id = await noticed();
    await takenDown(id, chair);
    await takenDown(id, ana);
    await called(id);
    expect(await why(offerComment(small.house, chair, key(), id, null))).toBe('DONE');
    const [budget] = (await read(id)).items;
    expect(await takenDown(id, ana, 'LEFT')).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, budget!.id, 'ACTED'))).toBe('NO_QUORUM');
    expect(await takenDown(id, ana)).toBe('DONE');
    expect(await why(closeItem(small.house, chair, key(), id, budget!.id, 'ACTED'))).toBe('DONE');
  });

  it('takes the key of one act for no other: a second act is never lost as a repetition of the first', async () => {
    const id = await noticed();
    const one = key();
    expect(await why(recordAttendance(small.house, secretary, one, id, member(await read(id), chair), { kind: 'ARRIVED', way: null, at: null }))).toBe('DONE');
    expect(await why(recordAttendance(small.house, secretary, one, id, member(await read(id), chair), { kind: 'ARRIVED', way: null, at: null }))).toBe('REPEATED');
    await expect(callToOrder(small.house, secretary, one, id, { presidingId: null, recorderId: null })).rejects.toMatchObject({ extensions: { code: 'BAD_INPUT', field: 'key', rule: 'REPEATED' } });
    expect(await read(id)).toMatchObject({ state: 'NOTICED' });
  });

  it('hears whoever asked, in turn and by the clock, and twice as long through an interpreter', async () => {
    const id = await noticed();
    await called(id);
    const input: SpeakerWording = { itemId: null, visitor: false, name: null, memberId: null, nameWithheld: false, language: null, translated: false, simultaneous: false, remote: false };
    const asks = (who: ViewerFacts, rest: Partial<SpeakerWording> = {}) => why(askToSpeak(small.house, who, key(), id, { ...input, ...rest }));
    expect([await asks(outsider), await asks(outsider), await asks(ana), await asks(secretary, { visitor: true, name: 'Rosa', language: 'es', translated: true })]).toEqual(['DONE', 'ALREADY_WAITING', 'DONE', 'DONE']);
    expect(await asks(secretary, { visitor: true, translated: true, simultaneous: true })).toBe('DONE');
    await expect(asks(outsider, { visitor: true })).rejects.toMatchObject(notFound);
    const [parent, ofBody, rosa, unnamed] = (await read(id)).speakers.map((each) => each.id) as [string, string, string, string];
    expect((await read(id)).speakers.map(({ kind, seconds, personId, name }) => [kind, seconds, personId === null ? name : personId])).toEqual([
      ['PUBLIC', 120, outsider.personId], ['MEMBER', 120, ana.personId], ['PUBLIC', 240, 'Rosa'], ['PUBLIC', 120, null]]);
    await expect(withdrawSpeaker(small.house, luis, key(), id, parent)).rejects.toMatchObject(notFound);
    expect(await why(withdrawSpeaker(small.house, outsider, key(), id, parent))).toBe('DONE');
    expect(await why(moveSpeaker(small.house, chair, key(), id, rosa, 1))).toBe('DONE');
    expect((await read(id)).speakers.map((each) => each.id)).toEqual([parent, rosa, ofBody, unnamed]);
    expect([await why(callSpeaker(small.house, chair, key(), id, rosa)), await why(callSpeaker(small.house, chair, key(), id, ofBody))]).toEqual(['DONE', 'ANOTHER_SPEAKS']);
    await small.sql(`update speaker set running_since = running_since - interval '90 seconds' where id = ?`, [rosa]);
    expect([await why(pauseSpeaker(small.house, chair, key(), id, rosa)), await why(pauseSpeaker(small.house, chair, key(), id, rosa))]).toEqual(['DONE', 'SPEAKER_STATE']);
    const paused = (await read(id)).speakers[1]!;
    expect([paused.runningSince, Math.floor(paused.spentMs / 10_000)]).toEqual([null, 9]);
    expect([await why(resumeSpeaker(small.house, chair, key(), id, rosa)), await why(extendSpeaker(small.house, chair, key(), id, rosa, 30)), await why(extendSpeaker(small.house, chair, key(), id, rosa, 9)), await why(finishSpeaker(small.house, chair, key(), id, rosa))])
      .toEqual(['DONE', 'DONE', 'FAULTY', 'DONE']);
    expect((await read(id)).speakers[1]).toMatchObject({ state: 'DONE', seconds: 270 });
  });

  it('names a student to nobody outside, also once they have left or learn in another environment', async () => {
    const body = await made();
    const id = await noticed({ body });
    await called(id);
    const [speaker, recorder] = [await small.person('STUDENT'), await small.person('STUDENT')];
    await askToSpeak(small.house, speaker, key(), id, { itemId: null, visitor: false, name: null, memberId: null, nameWithheld: false, language: null, translated: false, simultaneous: false, remote: false });
    await small.sql('update sitting set recorder_person = ? where meeting_id = ?', [recorder.personId, id]);
    // As a roster does that lists them no more.
    for (const { personId } of [speaker, recorder]) {
      await small.sql(`update person set grade = '8', active = false where id = ?`, [personId]);
      await small.sql('delete from membership where person_id = ?', [personId]);
    }
    const sitting = await read(id);
    expect([sitting.speakers.map((each) => each.student), sitting.recorder?.student, sitting.presiding?.student]).toEqual([[true], true, false]);
  });

  it('stops the clock of who was left speaking, however long ago', async () => {
    const id = await noticed();
    await called(id);
    for (const who of [outsider, ana]) {
      await askToSpeak(small.house, who, key(), id, { itemId: null, visitor: false, name: null, memberId: null, nameWithheld: false, language: null, translated: false, simultaneous: false, remote: false });
      await callSpeaker(small.house, chair, key(), id, (await read(id)).speakers.at(-1)!.id);
      await small.sql(`update speaker set running_since = running_since - interval '40 days' where meeting_id = ? and running_since is not null`, [id]);
      if (who === outsider) expect(await why(finishSpeaker(small.house, chair, key(), id, (await read(id)).speakers[0]!.id))).toBe('DONE');
    }
    expect(await why(adjournMeeting(small.house, chair, key(), id))).toBe('DONE');
    expect((await read(id)).speakers.map(({ state, spentMs }) => [state, spentMs])).toEqual([['DONE', 36_000_000], ['DONE', 36_000_000]]);
  });

  describe('that ends', () => {
    it('without a quorum has never had one, and its hour has come', async () => {
      const ends = (id: string) => why(endWithoutQuorum(small.house, secretary, key(), id));
      const id = await noticed();
      await takenDown(id, ana);
      expect(await ends(await noticed({ hours: 99 }))).toBe('TOO_EARLY');
      expect(await ends(id)).toBe('DONE');
      expect((await read(id)).state).toBe('NO_QUORUM');
      const met = await noticed();
      for (const who of [ana, luis]) await takenDown(met, who);
      await called(met);
      await takenDown(met, ana, 'LEFT');
      expect(await ends(met)).toBe('QUORUM_WAS_MET');
      // What was open goes on another time.
      expect(await why(adjournMeeting(small.house, secretary, key(), met))).toBe('DONE');
    });

    it('leaves what was not done to the next draft, once, with where it comes from', async () => {
      const body = await made();
      const id = await noticed({ body, items: ['Budget', 'Tutors'] });
      await called(id);
      const [budget, tutors] = (await read(id)).items.map((item) => item.id) as [string, string];
      await why(closeItem(small.house, chair, key(), id, tutors, 'DISCUSSED'));
      expect(await why(adjournMeeting(small.house, chair, key(), id))).toBe('DONE');
      const titles = async (meeting: string) => (await small.read(meeting)).items.map(({ title }) => title['en']);
      const draft = await small.drafted(secretary, body, {}, [itemWording({ title: both('Roof', 'Techo') })]);
      expect(await titles(draft.id)).toEqual(['Budget', 'Roof']);
      const lineage = async (meeting: string) => (await small.sql<{ lineage: string[] }[]>(`select to_json(lineage) as lineage from agenda_item where meeting_id = ? and origin_kind = 'CARRIED_OVER'`, [meeting])).map((each) => each.lineage);
      expect(await lineage(draft.id)).toEqual([[budget]]);
      const other = await small.drafted(secretary, body, {}, []);
      expect(await titles(other.id)).toEqual([]);
      // A draft that is discarded gives back what had come to it, and no more.
      const had = (await small.read(draft.id)).items[0]!.id;
      await small.done(discardMeeting(small.house, secretary, await small.read(draft.id)));
      expect([await titles(other.id), await lineage(other.id)]).toEqual([['Budget'], [[budget, had]]]);
      expect((await small.read(other.id)).items.map(({ before }) => before)).toEqual([[id, draft.id]]);
      // One that is called off gives on everything.
      const off = await small.noticed(secretary, body, {}, [itemWording({ title: both('Bells', 'Timbres') })]);
      await small.done(cancelMeeting(small.house, secretary, off, 'Flooded.'));
      expect((await titles(other.id)).toSorted()).toEqual(['Bells', 'Budget']);
    });

    it('leaves it to a draft whose hour is to come, not to one that was forgotten', async () => {
      const body = await made();
      const titles = async ({ id }: MeetingRecord) => (await small.read(id)).items.map(({ title }) => title['en']);
      const id = await noticed({ body });
      const forgotten = await small.drafted(secretary, body, { startsAt: inHours(-30) }, []);
      await called(id);
      expect(await why(adjournMeeting(small.house, chair, key(), id))).toBe('DONE');
      expect(await titles(forgotten)).toEqual([]);
      const next = await small.drafted(secretary, body, {}, []);
      expect(await titles(next)).toEqual(['Budget']);
      await small.done(discardMeeting(small.house, secretary, await small.read(next.id)));
      expect(await titles(forgotten)).toEqual([]);
      await small.done(reviseMeeting(small.house, secretary, forgotten, meetingWording()));
      expect(await titles(forgotten)).toEqual(['Budget']);
    });

    it('leaves nothing of an item whose parts are all done', async () => {
      const body = await made();
      let planned = await small.drafted(secretary, body, {}, [itemWording({ title: both('Plan', 'Plan') })]);
      planned = await small.done(addAgendaItem(small.house, secretary, planned, itemWording({ title: both('Tutors', 'Tutores') }), { parentId: planned.items[0]!.id, position: 1 }));
      const { id } = await small.proved(secretary, await small.done(postNotice(small.house, secretary, planned)));
      await small.passes(id, 101);
      for (const who of [chair, ana]) await takenDown(id, who);
      await called(id);
      await why(closeItem(small.house, chair, key(), id, (await read(id)).items[1]!.id, 'DISCUSSED'));
      expect(await why(adjournMeeting(small.house, chair, key(), id))).toBe('DONE');
      expect((await small.drafted(secretary, body, {}, [])).items).toEqual([]);
    });

    it('leaves items with their parts, in the order of the agenda', async () => {
      const body = await made();
      const next = await small.drafted(secretary, body, {}, []);
      const planned = await small.drafted(secretary, body, {}, ['Budget', 'Tutors'].map((en) => itemWording({ title: both(en, `${en} (es)`) })));
      const part = (en: string, under: number) => async (meeting: MeetingRecord) =>
        small.done(addAgendaItem(small.house, secretary, meeting, itemWording({ title: both(en, `${en} (es)`) }), { parentId: inOrder(meeting.items).filter(({ depth }) => depth === 0)[under]!.id, position: 1 }));
      const off = await small.done(postNotice(small.house, secretary, await part('Books', 0)(await part('Rooms', 1)(await part('Hours', 1)(planned)))));
      await small.done(cancelMeeting(small.house, secretary, off, 'Flooded.'));
      expect(inOrder((await small.read(next.id)).items).map(({ label, title }) => `${label} ${title['en']}`)).toEqual(['1 Budget', '1.1 Books', '2 Tutors', '2.1 Rooms', '2.2 Hours']);
    });
  });
});
