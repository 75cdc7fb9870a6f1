import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { onEachEngine } from '../../../testing/test-database.ts';
import { type Constituency, type ViewerFacts, people } from '../../people/index.ts';
import { usualBylaws } from '../domain/bylaws.ts';
import { BodySchool, both, bodyWording } from '../testing/body-school.ts';
import { adoptBylaws } from './adopt-bylaws.ts';
import { appointOfficer } from './appoint-officer.ts';
import { type BodyRecord, bylawsOf, votingMembers } from './body-record.ts';
import { certifyRoster } from './certify-roster.ts';
import { createBody } from './create-body.ts';
import { declareVacancy } from './declare-vacancy.ts';
import { audienceOf } from './following.ts';
import { addSeatsTo, retireSeat } from './plan-seats.ts';
import { closeBody, reviseBody } from './revise-body.ts';
import { rollOverBody } from './roll-over.ts';
import { seatPerson } from './seat-person.ts';
import { type SeatsOfElection, seatsOfElection, seatsOfEnvironment, takeSeats } from './seats.ts';
import { takeBackOfficeChange } from './take-back-office-change.ts';
import { vacateOffice } from './vacate-office.ts';

onEachEngine('governing bodies', people.entities, (test) => {
  let small: BodySchool;
  let coordinator: ViewerFacts;
  let parent: ViewerFacts;

  beforeAll(async () => {
    small = await BodySchool.open(test().database);
    coordinator = await small.person(['OTHER_STAFF'], ['COORDINATOR']);
    parent = await small.person(['PARENT']);
  });

  const refused = (reason: string) => ({ answer: 'REFUSED', refusal: expect.objectContaining({ reason }) });
  const seatOf = (body: BodyRecord, constituency: Constituency, number = 1) => body.seats.find((seat) => seat.constituency === constituency && seat.number === number)!;
  const sit = async (body: BodyRecord, constituency: Constituency, who: ViewerFacts, rest: object = {}) => {
    const now = await small.body(body.id);
    const seat = now.seats.find((each) => each.constituency === constituency && each.personId === null)!;
    return seatPerson(small.house, coordinator, now, { seatId: seat.seatId!, personId: who.personId, basis: 'ELECTED', starts: '2026-09-01', ends: '2090-06-30', ...rest });
  };

  it('begin with the seats and bylaws of their kind, made by those who prepare and by nobody else', async () => {
    await expect(createBody(small.house, parent, small.environmentId, bodyWording())).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await createBody(small.house, coordinator, small.environmentId, bodyWording({ name: [] }))).toEqual({ answer: 'FAULTY', faults: [{ field: 'name', code: 'REQUIRED' }] });
    const body = await small.made(coordinator);
    const most = (constituency: Constituency, number: number) => Array.from({ length: number }, () => constituency);
    expect(body.seats.map(({ constituency }) => constituency)).toEqual(['ADMINISTRATOR', ...most('TEACHER', 4), 'OTHER_STAFF', ...most('PARENT', 6)]);
    expect(body.seats.every(({ vacancy, personId }) => vacancy === 'NEW' && personId === null)).toBe(true);
    expect(bylawsOf(body).rules).toEqual(usualBylaws('SSC', 'GREENE'));
  });

  it('begin on the day it is where they meet, wherever that is', async () => {
    // At every moment it is another day in one of these two than in the database.
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const there = await BodySchool.open(test().database, zone);
      const body = await there.made(await there.person(['OTHER_STAFF'], ['COORDINATOR']));
      expect(body.today).toBe(new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format());
      expect([body.bylaws[0]!.effectiveFrom, body.seats[0]!.starts]).toEqual([body.today, body.today]);
    }
  });

  it('list seats until the last day where they meet is over', async () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const there = await BodySchool.open(test().database, zone);
      const body = await there.made(await there.person(['OTHER_STAFF'], ['COORDINATOR']));
      const [over, last] = body.seats;
      await there.sql(`update seat_holding set starts = '2026-01-01', ends = ?::date - 1 where id = ?`, [body.today, over!.id]);
      await there.sql(`update seat_holding set starts = '2026-01-01', ends = ?::date where id = ?`, [body.today, last!.id]);
      const listed = (await seatsOfEnvironment(there.house.db.under({ role: 'school', schoolId: there.schoolId }), there.environmentId)).map(({ id }) => id);
      expect([zone, listed.includes(over!.id), listed.includes(last!.id)]).toEqual([zone, false, true]);
    }
  });

  it('count who votes today, each once', async () => {
    const body = await small.made(coordinator);
    const [both_, next] = [await small.person(['PARENT', 'TEACHER']), await small.person(['TEACHER'])];
    await sit(body, 'TEACHER', both_);
    await sit(body, 'TEACHER', next, { starts: '2089-07-01' });
    expect(votingMembers(await small.body(body.id)).map(({ personId }) => personId)).toEqual([both_.personId]);
    // Elected by a second constituency.
    await small.sql(`update seat_holding set person_id = ?, basis = 'ELECTED', vacancy = null where id = ?`, [both_.personId, seatOf(await small.body(body.id), 'PARENT').id]);
    expect(votingMembers(await small.body(body.id)).map(({ personId }) => personId)).toEqual([both_.personId]);
  });

  it('keep every version of their bylaws, none weaker than their law, each from its day on', async () => {
    const body = await small.made(coordinator);
    const adopt = (at: BodyRecord, rest: object, from = '2026-01-01') => adoptBylaws(small.house, coordinator, at, { rules: { ...usualBylaws('SSC', 'GREENE'), ...rest }, adoptedOn: '2026-01-01', effectiveFrom: from, note: null });
    expect(await adopt(body, { noticeHours: 48 })).toEqual({ answer: 'FAULTY', faults: [{ field: 'noticeHours', code: 'NOTICE_TOO_SHORT' }] });
    // Nobody has adopted anything on a day to come.
    const early = { rules: usualBylaws('SSC', 'GREENE'), adoptedOn: '2090-01-01', effectiveFrom: '2090-01-01', note: null };
    expect(await adoptBylaws(small.house, coordinator, body, early)).toEqual({ answer: 'FAULTY', faults: [{ field: 'adoptedOn', code: 'NOT_YET' }] });
    expect(await adopt(body, {}, '2025-12-31')).toMatchObject({ faults: [{ field: 'effectiveFrom', code: 'NOT_AFTER_START' }] });
    expect(await adopt(body, { commentSeconds: 180 }, '2026-01-01')).toMatchObject({ answer: 'CHANGED' });
    expect(await adopt(body, {})).toMatchObject({ answer: 'STALE' });
    expect(await adopt(await small.body(body.id), { commentSeconds: 240 }, '2090-01-01')).toMatchObject({ answer: 'CHANGED' });
    const after = await small.body(body.id);
    expect(after.bylaws.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(bylawsOf(after)).toMatchObject({ number: 2, rules: { commentSeconds: 180 } });
    await expect(small.sql('update bylaws set note = ? where body_id = ?', ['x', body.id])).rejects.toThrow(/permission denied/);
  });

  it('do not come under a law that asks more than their bylaws give', async () => {
    const body = await small.made(coordinator, { kind: 'PTA', meetingLaw: 'PRIVATE' });
    expect(await reviseBody(small.house, coordinator, body, bodyWording({ kind: 'PTA', meetingLaw: 'GREENE' }))).toEqual({ answer: 'FAULTY', faults: [{ field: 'meetingLaw', code: 'NOTICE_TOO_SHORT' }] });
    expect(await reviseBody(small.house, coordinator, body, bodyWording({ kind: 'PTA', meetingLaw: 'PRIVATE', name: both('Families', 'Familias') }))).toMatchObject({ answer: 'CHANGED' });
    expect((await small.body(body.id)).name).toEqual({ en: 'Families', es: 'Familias' });
  });

  it('nor under one that asks more than those give which come into force later, unless others do before them', async () => {
    const { id, today } = await small.made(coordinator, { kind: 'PTA', meetingLaw: 'PRIVATE' });
    const later = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
    const adopt = async (rules: object, effectiveFrom: string) =>
      expect(await adoptBylaws(small.house, coordinator, await small.body(id), { rules: { ...usualBylaws('PTA', 'GREENE'), ...rules }, adoptedOn: today, effectiveFrom, note: null })).toMatchObject({ answer: 'CHANGED' });
    const comeUnder = async (meetingLaw: 'GREENE' | 'BROWN') => reviseBody(small.house, coordinator, await small.body(id), bodyWording({ kind: 'PTA', meetingLaw }));
    await adopt({}, today);
    await adopt({ noticeHours: 24, specialNoticeHours: 12 }, later(30));
    expect(await comeUnder('GREENE')).toEqual({ answer: 'FAULTY', faults: [{ field: 'meetingLaw', code: 'NOTICE_TOO_SHORT' }] });
    await adopt({ officersBySecretBallot: true }, later(20));
    expect(await comeUnder('BROWN')).toEqual({ answer: 'FAULTY', faults: [{ field: 'meetingLaw', code: 'NOT_UNDER_BROWN' }] });
    // The newest of those whose day has come is in force: the shorter notice never will be.
    expect(await comeUnder('GREENE')).toMatchObject({ answer: 'CHANGED' });
  });

  it('seat for families nobody whom the bylaws bar on the first day of the term', async () => {
    const { id, today } = await small.made(coordinator);
    const later = new Date(Date.parse(today) + 10 * 86_400_000).toISOString().slice(0, 10);
    const both = await small.person(['PARENT', 'TEACHER']);
    expect(await adoptBylaws(small.house, coordinator, await small.body(id), { rules: { ...usualBylaws('SSC', 'GREENE'), employees: 'NONE' }, adoptedOn: today, effectiveFrom: later, note: null })).toMatchObject({ answer: 'CHANGED' });
    expect(await sit(await small.body(id), 'PARENT', both, { starts: today })).toMatchObject(refused('EMPLOYED'));
    expect(await sit(await small.body(id), 'PARENT', both, { starts: later })).toMatchObject({ answer: 'CHANGED' });
  });

  it('seat their own, once each, and vacate with the reason on record', async () => {
    const body = await small.made(coordinator);
    const teacher = await small.person(['TEACHER']);
    const employed = await small.person(['PARENT', 'TEACHER']);
    expect(await sit(body, 'PARENT', teacher)).toMatchObject(refused('NOT_OF_CONSTITUENCY'));
    expect(await sit(body, 'PARENT', employed)).toMatchObject(refused('EMPLOYED'));
    expect(await sit(body, 'PARENT', parent, { basis: 'APPOINTED' })).toMatchObject(refused('SEAT_ELECTED'));
    expect(await sit(body, 'PARENT', parent, { ends: '2026-13-40' })).toMatchObject({ faults: [{ field: 'ends', code: 'BAD_DATE' }] });
    expect(await sit(body, 'PARENT', parent)).toMatchObject({ answer: 'CHANGED' });
    expect(await sit(body, 'PARENT', parent)).toMatchObject(refused('SEATED_ALREADY'));
    const held = seatOf(await small.body(body.id), 'PARENT');
    expect(held).toMatchObject({ personId: parent.personId, name: 'Ana López', basis: 'ELECTED', vacancy: null });
    expect(await retireSeat(small.house, coordinator, await small.body(body.id), held.seatId!)).toMatchObject(refused('SEAT_HELD'));

    const seen = await small.body(body.id);
    expect(await declareVacancy(small.house, coordinator, seen, held.id, ' ')).toMatchObject({ faults: [{ field: 'reason', code: 'REQUIRED' }] });
    expect(await declareVacancy(small.house, coordinator, { ...seen, version: seen.version - 1 }, held.id, 'Moved away')).toEqual({ answer: 'STALE', bodyId: body.id });
    expect(seatOf(await small.body(body.id), 'PARENT').personId).toBe(parent.personId);
    expect(await declareVacancy(small.house, coordinator, await small.made(coordinator), held.id, 'Of another body')).toMatchObject(refused('SEAT_NOT_HELD'));
    expect(await declareVacancy(small.house, coordinator, seen, held.id, 'Moved away')).toMatchObject({ answer: 'CHANGED' });
    const after = await small.body(body.id);
    expect(seatOf(after, 'PARENT')).toMatchObject({ personId: null, vacancy: 'LEFT', seatId: held.seatId });
    // For the rest of the term the body may appoint, and no longer.
    expect(await sit(body, 'PARENT', parent, { basis: 'APPOINTED', ends: '2090-07-01' })).toMatchObject(refused('SEAT_ELECTED'));
    expect(await sit(body, 'PARENT', parent, { basis: 'APPOINTED' })).toMatchObject({ answer: 'CHANGED' });
  });

  it('are certified whole and in balance, until a seat changes (rule 13)', async () => {
    const body = await small.made(coordinator, { kind: 'LSLC' });
    expect(await certifyRoster(small.house, coordinator, body)).toMatchObject({ refusal: { reason: 'VACANT_SEATS', about: ['12'] } });
    const crowd: Constituency[] = ['TEACHER', 'TEACHER', 'TEACHER', 'TEACHER', 'TEACHER', 'TEACHER', 'PARENT', 'PARENT', 'PARENT', 'PARENT', 'OTHER_STAFF', 'ADMINISTRATOR'];
    for (const each of crowd) expect(await sit(body, each, await small.person([each]))).toMatchObject({ answer: 'CHANGED' });
    expect(votingMembers(await small.body(body.id))).toHaveLength(12);
    expect(await certifyRoster(small.house, coordinator, await small.body(body.id))).toMatchObject({ answer: 'CHANGED' });
    expect((await small.body(body.id)).rosterCertifiedAt).toBeInstanceOf(Date);
    const more = { constituency: 'PARENT' as const, way: 'ELECTED' as const, chosenBy: 'PARENT' as const, votes: true, name: both('Parent', 'Familia'), number: 1 };
    expect(await addSeatsTo(small.house, coordinator, await small.body(body.id), more)).toMatchObject({ answer: 'CHANGED' });
    const unbalanced = await small.body(body.id);
    expect(unbalanced.rosterCertifiedAt).toBeNull();
    expect(await certifyRoster(small.house, coordinator, unbalanced)).toMatchObject({ refusal: { reason: 'COMPOSITION', about: ['HALF_TEACHERS'] } });
    expect(await retireSeat(small.house, coordinator, unbalanced, seatOf(unbalanced, 'PARENT', 5).seatId!)).toMatchObject({ answer: 'CHANGED' });
    expect(await certifyRoster(small.house, coordinator, await small.body(body.id))).toMatchObject({ answer: 'CHANGED' });
  });

  it('give an office to one member at a time', async () => {
    const body = await small.made(coordinator);
    const term = { starts: '2026-09-01', ends: '2027-06-30' };
    expect(await appointOfficer(small.house, coordinator, body, { office: 'CHAIR', personId: parent.personId, ...term })).toMatchObject(refused('NOT_A_MEMBER'));
    const [one, other] = [await small.person(['PARENT']), await small.person(['PARENT'])];
    for (const each of [one, other]) await sit(body, 'PARENT', each);
    const appoint = async (personId: string, office: 'CHAIR' | 'SECRETARY' | 'TREASURER') => appointOfficer(small.house, coordinator, await small.body(body.id), { office, personId, ...term });
    expect(await appoint(one.personId, 'CHAIR')).toMatchObject({ answer: 'CHANGED' });
    expect(await appoint(one.personId, 'SECRETARY')).toMatchObject(refused('HOLDS_OFFICE'));
    expect(await appoint(one.personId, 'TREASURER')).toMatchObject(refused('NO_SUCH_OFFICE'));
    expect(await appoint(other.personId, 'CHAIR')).toMatchObject({ answer: 'CHANGED' });
    expect(await appoint(coordinator.personId, 'SECRETARY')).toMatchObject({ answer: 'CHANGED' });
    expect((await small.body(body.id)).officers.map(({ office, personId }) => [office, personId])).toEqual([['CHAIR', other.personId], ['SECRETARY', coordinator.personId]]);
  });

  const day = (from: string, days: number) => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  const told = ({ officers, comingOfficers }: BodyRecord) => ({
    now: officers.map(({ office, personId, until }) => [office, personId, until]), coming: comingOfficers.map(({ office, personId, starts }) => [office, personId, starts]),
  });
  const withMembers = async (...members: readonly ViewerFacts[]) => {
    const body = await small.made(coordinator);
    for (const each of members) expect(await sit(body, 'PARENT', each)).toMatchObject({ answer: 'CHANGED' });
    return small.body(body.id);
  };
  const appoint = async (id: string, personId: string, starts: string, office: 'CHAIR' | 'VICE_CHAIR' | 'SECRETARY' = 'CHAIR') =>
    appointOfficer(small.house, coordinator, await small.body(id), { office, personId, starts, ends: '2090-06-30' });

  describe('of which somebody takes an office on a later day', () => {
    it('leave it to whoever holds it until the day before', async () => {
      const [ana, ben, cleo] = [await small.person(['PARENT']), await small.person(['PARENT']), await small.person(['PARENT'])];
      const { id, today } = await withMembers(ana, ben, cleo);
      expect(await appoint(id, ana.personId, today)).toMatchObject({ answer: 'CHANGED' });
      expect(await appoint(id, ben.personId, day(today, 10))).toMatchObject({ answer: 'CHANGED' });
      expect(told(await small.body(id))).toEqual({ now: [['CHAIR', ana.personId, day(today, 9)]], coming: [['CHAIR', ben.personId, day(today, 10)]] });
      // Another comes in place of the one who was to; and somebody else from today on stays only until then.
      expect(await appoint(id, cleo.personId, day(today, 20))).toMatchObject({ answer: 'CHANGED' });
      expect(await appoint(id, ben.personId, today)).toMatchObject({ answer: 'CHANGED' });
      const now = await small.body(id);
      expect(told(now)).toEqual({ now: [['CHAIR', ben.personId, day(today, 19)]], coming: [['CHAIR', cleo.personId, day(today, 20)]] });
      // Taken back, whoever holds it goes on.
      expect(await takeBackOfficeChange(small.house, coordinator, now, now.officers[0]!.id)).toMatchObject(refused('NOTHING_TO_COME'));
      await expect(takeBackOfficeChange(small.house, parent, now, now.comingOfficers[0]!.id)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      expect(await takeBackOfficeChange(small.house, coordinator, now, now.comingOfficers[0]!.id)).toMatchObject({ answer: 'CHANGED' });
      expect(await takeBackOfficeChange(small.house, coordinator, now, now.comingOfficers[0]!.id)).toMatchObject({ answer: 'STALE' });
      expect(told(await small.body(id))).toEqual({ now: [['CHAIR', ben.personId, null]], coming: [] });
    });

    it('hand it over as the day comes where they meet, and keep it handed over', async () => {
      const [ana, ben] = [await small.person(['PARENT']), await small.person(['PARENT'])];
      const { id, today } = await withMembers(ana, ben);
      for (const [who, starts] of [[ana, today], [ben, day(today, 1)]] as const) expect(await appoint(id, who.personId, starts)).toMatchObject({ answer: 'CHANGED' });
      await small.sql('update officer_term set starts = starts - 1 where body_id = ? and person_id = ?', [id, ana.personId]);
      await small.sql('update officer_term set starts = starts - 1 where body_id = ? and person_id = ?', [id, ben.personId]);
      expect(told(await small.body(id))).toEqual({ now: [['CHAIR', ben.personId, null]], coming: [] });
      // When the successor loses their seat, whoever was chair before is not so again.
      const seat = (await small.body(id)).seats.find(({ personId }) => personId === ben.personId)!;
      expect(await declareVacancy(small.house, coordinator, await small.body(id), seat.id, 'Moved away')).toMatchObject({ answer: 'CHANGED' });
      expect(told(await small.body(id))).toEqual({ now: [], coming: [] });
      expect(await small.sql('select end_reason as why, (ended_at at time zone ?)::date::text as day from officer_term where body_id = ? and person_id = ?', ['America/Los_Angeles', id, ana.personId]))
        .toEqual([{ why: 'SUCCEEDED', day: today }]);
    });

    it('ask of that day whether the person is a member, the bylaws know the office, and no other is theirs', async () => {
      const [ana, ben] = [await small.person(['PARENT']), await small.person(['PARENT'])];
      const body = await withMembers(ana);
      const { id, today } = body;
      expect(await sit(body, 'PARENT', ben, { starts: day(today, 30) })).toMatchObject({ answer: 'CHANGED' });
      expect(await appoint(id, ben.personId, today)).toMatchObject(refused('NOT_A_MEMBER'));
      expect(await appoint(id, ben.personId, day(today, 29))).toMatchObject(refused('NOT_A_MEMBER'));
      expect(await appoint(id, ben.personId, day(today, 30))).toMatchObject({ answer: 'CHANGED' });
      // Whoever is to take one office takes no other beside it, before or after.
      expect(await appoint(id, ben.personId, day(today, 40), 'VICE_CHAIR')).toMatchObject(refused('HOLDS_OFFICE'));
      expect(await appoint(id, ben.personId, day(today, 30), 'SECRETARY')).toMatchObject(refused('HOLDS_OFFICE'));
      // From the day on which the bylaws name no vice chair, nobody becomes one.
      expect(await adoptBylaws(small.house, coordinator, await small.body(id), { rules: { ...usualBylaws('SSC', 'GREENE'), offices: ['CHAIR'] }, adoptedOn: today, effectiveFrom: day(today, 5), note: null }))
        .toMatchObject({ answer: 'CHANGED' });
      expect(await appoint(id, ana.personId, day(today, 5), 'VICE_CHAIR')).toMatchObject(refused('NO_SUCH_OFFICE'));
      expect(await appoint(id, ana.personId, day(today, 4), 'VICE_CHAIR')).toMatchObject({ answer: 'CHANGED' });
    });

    it('tell whoever is to come of its meetings already', async () => {
      const [ana, ben] = [await small.person(['PARENT']), await small.person(['COMMUNITY'])];
      const { id, today } = await withMembers(ana);
      expect(await appoint(id, ben.personId, day(today, 3), 'SECRETARY')).toMatchObject({ answer: 'CHANGED' });
      expect(await audienceOf(small.house.db.under({ role: 'school', schoolId: small.schoolId }), await small.body(id))).toEqual([ana.personId, ben.personId]);
    });

    it('never begin one office twice on a day, whatever writes it', async () => {
      const ana = await small.person(['PARENT']);
      const { id, today } = await withMembers(ana);
      expect(await appoint(id, ana.personId, today)).toMatchObject({ answer: 'CHANGED' });
      await expect(small.sql('insert into officer_term (school_id, body_id, office, person_id, starts, ends) select school_id, body_id, office, person_id, starts, ends from officer_term where body_id = ?', [id]))
        .rejects.toThrow('one_officer_begins_on_a_day');
    });
  });

  describe('of which an officer leaves', () => {
    const leave = async (id: string, from: string, { officer = 0, leaves = 'RESIGNED' as 'RESIGNED' | 'RELIEVED' } = {}) => {
      const now = await small.body(id);
      return vacateOffice(small.house, coordinator, now, { officerId: now.officers[officer]!.id, leaves, from });
    };
    const ended = (id: string) => small.sql<{ why: string; day: string }[]>(
      `select end_reason as why, (ended_at at time zone 'America/Los_Angeles')::date::text as day from officer_term where body_id = ? and ended_at is not null order by ended_at`, [id]);

    it('have nobody in the office from then on, and by whom they went on record', async () => {
      const [ana, ben] = [await small.person(['PARENT']), await small.person(['PARENT'])];
      const { id, today } = await withMembers(ana, ben);
      expect(await appoint(id, ana.personId, today)).toMatchObject({ answer: 'CHANGED' });
      const seen = await small.body(id);
      const leaving = { officerId: seen.officers[0]!.id, leaves: 'RELIEVED', from: today } as const;
      await expect(vacateOffice(small.house, parent, seen, leaving)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      expect(await vacateOffice(small.house, coordinator, seen, leaving)).toMatchObject({ answer: 'CHANGED' });
      expect(told(await small.body(id))).toEqual({ now: [], coming: [] });
      expect(await ended(id)).toEqual([{ why: 'RELIEVED', day: today }]);
      expect(await vacateOffice(small.house, coordinator, seen, leaving)).toMatchObject({ answer: 'STALE' });
      expect(await vacateOffice(small.house, coordinator, await small.body(id), leaving)).toMatchObject(refused('OFFICE_NOT_HELD'));
      expect(await appoint(id, ben.personId, today)).toMatchObject({ answer: 'CHANGED' });
    });

    it('keep them until the day before, unless it is taken back', async () => {
      const ana = await small.person(['PARENT']);
      const { id, today } = await withMembers(ana);
      expect(await appoint(id, ana.personId, today)).toMatchObject({ answer: 'CHANGED' });
      expect(await leave(id, day(today, 10))).toMatchObject({ answer: 'CHANGED' });
      expect((await small.body(id)).officers).toMatchObject([{ personId: ana.personId, until: day(today, 9), leaves: 'RESIGNED' }]);
      expect(await leave(id, day(today, 5), { leaves: 'RELIEVED' })).toMatchObject({ answer: 'CHANGED' });
      const now = await small.body(id);
      expect(now.officers).toMatchObject([{ until: day(today, 4), leaves: 'RELIEVED' }]);
      expect(await takeBackOfficeChange(small.house, coordinator, now, now.officers[0]!.id)).toMatchObject({ answer: 'CHANGED' });
      expect((await small.body(id)).officers).toMatchObject([{ until: null, leaves: null }]);
      // The day comes.
      expect(await leave(id, day(today, 1))).toMatchObject({ answer: 'CHANGED' });
      await small.sql('update officer_term set starts = starts - 1, leaves_on = leaves_on - 1 where body_id = ?', [id]);
      expect(told(await small.body(id))).toEqual({ now: [], coming: [] });
      expect(await certifyRoster(small.house, coordinator, await small.body(id))).toMatchObject(refused('VACANT_SEATS'));
      expect(await ended(id)).toEqual([{ why: 'RESIGNED', day: today }]);
    });

    it('go on no day before they came, and not after somebody else has come', async () => {
      const [ana, ben] = [await small.person(['PARENT']), await small.person(['PARENT'])];
      const { id, today } = await withMembers(ana, ben);
      for (const [who, starts] of [[ana, today], [ben, day(today, 10)]] as const) expect(await appoint(id, who.personId, starts)).toMatchObject({ answer: 'CHANGED' });
      expect(await leave(id, 'soon')).toEqual({ answer: 'FAULTY', faults: [{ field: 'from', code: 'BAD_DATE' }] });
      expect(await leave(id, day(today, -1))).toEqual({ answer: 'FAULTY', faults: [{ field: 'from', code: 'NOT_AFTER_START' }] });
      expect(await leave(id, day(today, 11))).toMatchObject({ answer: 'REFUSED', refusal: { reason: 'SUCCEEDED_BEFORE', about: [day(today, 10)] } });
      const now = await small.body(id);
      expect(await vacateOffice(small.house, coordinator, now, { officerId: now.comingOfficers[0]!.id, leaves: 'RESIGNED', from: day(today, 12) })).toMatchObject(refused('OFFICE_NOT_HELD'));
      expect(await leave(id, day(today, 4))).toMatchObject({ answer: 'CHANGED' });
      // Nobody chairs it for some days; and whoever comes, comes.
      expect(told(await small.body(id))).toEqual({ now: [['CHAIR', ana.personId, day(today, 3)]], coming: [['CHAIR', ben.personId, day(today, 10)]] });
    });

    it('take another office from then on, and then stay in the first no longer', async () => {
      const [ana, ben] = [await small.person(['PARENT']), await small.person(['PARENT'])];
      const { id, today } = await withMembers(ana, ben);
      expect(await appoint(id, ana.personId, today, 'VICE_CHAIR')).toMatchObject({ answer: 'CHANGED' });
      expect(await appoint(id, ben.personId, day(today, 10), 'VICE_CHAIR')).toMatchObject({ answer: 'CHANGED' });
      // That somebody follows may be taken back.
      expect(await appoint(id, ana.personId, day(today, 10), 'CHAIR')).toMatchObject(refused('HOLDS_OFFICE'));
      expect(await leave(id, day(today, 10))).toMatchObject({ answer: 'CHANGED' });
      expect(await appoint(id, ana.personId, day(today, 9), 'CHAIR')).toMatchObject(refused('HOLDS_OFFICE'));
      expect(await appoint(id, ana.personId, day(today, 10), 'CHAIR')).toMatchObject({ answer: 'CHANGED' });
      const now = await small.body(id);
      const stays = { answer: 'REFUSED', refusal: { reason: 'HOLDS_OFFICE', about: ['CHAIR'] } };
      expect(await takeBackOfficeChange(small.house, coordinator, now, now.officers[0]!.id)).toMatchObject(stays);
      expect(await leave(id, day(today, 11))).toMatchObject(stays);
      expect(await takeBackOfficeChange(small.house, coordinator, now, now.comingOfficers.find(({ office }) => office === 'CHAIR')!.id)).toMatchObject({ answer: 'CHANGED' });
      const after = await small.body(id);
      expect(await takeBackOfficeChange(small.house, coordinator, after, after.officers[0]!.id)).toMatchObject({ answer: 'CHANGED' });
    });
  });

  it('give no seat up that somebody was elected to', async () => {
    const body = await small.made(coordinator);
    const seat = seatOf(body, 'PARENT');
    await small.sql(
      `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
       select school_id, environment_id, body, constituency, seat_name, number, ?, 'ELECTED', '2089-07-01', '2090-06-30', seat_id from seat_holding where id = ?`, [parent.personId, seat.id]);
    expect(seatOf(await small.body(body.id), 'PARENT').personId).toBeNull();
    expect(await retireSeat(small.house, coordinator, body, seat.seatId!)).toMatchObject(refused('SEAT_HELD'));
  });

  it('keep no chair who left their seat, and the secretary who never had one', async () => {
    const body = await small.made(coordinator);
    const [one, other] = [await small.person(['PARENT']), await small.person(['TEACHER'])];
    await sit(body, 'PARENT', one);
    await sit(body, 'TEACHER', other, { starts: '2024-09-01', ends: '2025-06-30' });
    const term = { starts: '2026-09-01', ends: '2090-06-30' };
    for (const [office, { personId }] of [['CHAIR', one], ['VICE_CHAIR', other], ['SECRETARY', coordinator]] as const) {
      expect(await appointOfficer(small.house, coordinator, await small.body(body.id), { office, personId, ...term })).toMatchObject({ answer: 'CHANGED' });
    }
    const offices = async () => (await small.body(body.id)).officers.map(({ office }) => office);
    const now = await small.body(body.id);
    expect(await declareVacancy(small.house, coordinator, now, seatOf(now, 'PARENT').id, 'Moved away')).toMatchObject({ answer: 'CHANGED' });
    expect(await offices()).toEqual(['VICE_CHAIR', 'SECRETARY']);
    expect(await rollOverBody(small.house, coordinator, await small.body(body.id))).toMatchObject({ answer: 'CHANGED' });
    expect(await offices()).toEqual(['SECRETARY']);
  });

  it('keep no chair whose seat is another\'s since the day on which that term began', async () => {
    const [ana, ben] = [await small.person(['PARENT']), await small.person(['PARENT'])];
    const { id, today } = await withMembers(ana);
    expect(await appoint(id, ana.personId, today)).toMatchObject({ answer: 'CHANGED' });
    const elect = (person: ViewerFacts, starts: string) => small.sql(
      `insert into seat_holding (school_id, environment_id, body, constituency, seat_name, number, person_id, basis, starts, ends, seat_id)
       select school_id, environment_id, body, constituency, seat_name, number, ?, 'ELECTED', ?::date, '2091-06-30', seat_id from seat_holding where person_id = ? and ended_at is null limit 1`,
      [person.personId, starts, ana.personId]);
    await elect(ben, day(today, 30));
    expect(told(await small.body(id)).now).toEqual([['CHAIR', ana.personId, null]]);
    await small.sql('update seat_holding set starts = ?::date where person_id = ?', [today, ben.personId]);
    expect(told(await small.body(id)).now).toEqual([]);
    // Elected anew they are a member, and not the chair.
    expect(await appoint(id, ben.personId, day(today, 5), 'VICE_CHAIR')).toMatchObject({ answer: 'CHANGED' });
    expect(await sit(await small.body(id), 'PARENT', ana)).toMatchObject({ answer: 'CHANGED' });
    expect(told(await small.body(id)).now).toEqual([]);
  });

  it('begin a new year when terms are over, and not before', async () => {
    const body = await small.made(coordinator);
    const [old, young] = [await small.person(['TEACHER']), await small.person(['TEACHER'])];
    await sit(body, 'TEACHER', old, { starts: '2024-09-01', ends: '2025-06-30' });
    await sit(body, 'TEACHER', young);
    const before = await small.body(body.id);
    expect(before.seats.filter(({ personId }) => personId !== null)).toHaveLength(2);
    expect(await rollOverBody(small.house, coordinator, before)).toMatchObject({ answer: 'CHANGED' });
    const after = await small.body(body.id);
    expect(after.seats.filter(({ personId }) => personId !== null).map(({ personId }) => personId)).toEqual([young.personId]);
    expect(after.seats.find(({ vacancy }) => vacancy === 'TERM_ENDED')).toMatchObject({ constituency: 'TEACHER' });
    expect(await rollOverBody(small.house, coordinator, after)).toMatchObject(refused('NOTHING_ENDED'));
  });

  it('take the winners of an election into their own seats, those that stand empty first', async () => {
    const body = await small.made(coordinator, { name: both('Elected Council', 'Consejo elegido') });
    await sit(body, 'PARENT', await small.person(['PARENT']));
    const electionId = randomUUID();
    const election: SeatsOfElection = {
      id: electionId, schoolId: small.schoolId, environmentId: small.environmentId, bodyId: body.id, body: { en: 'As it was called before' }, bodyKind: 'SSC', studentSeats: false,
      termStarts: '2026-09-01', termEnds: '2028-06-30', constituencies: [{ constituency: 'PARENT', seatName: { en: 'Parent' } }],
    };
    await small.sql(
      `insert into election (id, school_id, environment_id, title, body, body_kind, orientation_at, nominations_from, nominations_until, opens_at, closes_at, term_starts, term_ends,
         notice_days, orientation_days, challenge_days, statement_words, created_by)
       values (?, ?, ?, '{"en":"Election"}', ?::jsonb, 'SSC', now() + interval '5 days', now(), now() + interval '6 days', now() + interval '10 days', now() + interval '17 days',
         '2026-09-01', '2028-06-30', 10, 5, 5, 100, ?)`, [electionId, small.schoolId, small.environmentId, JSON.stringify(body.name), coordinator.personId]);
    const [first, second] = [await small.person(['PARENT']), await small.person(['PARENT'])];
    await small.house.db.transaction({ role: 'school', schoolId: small.schoolId }, (em) => takeSeats(small.house, em, election, [
      { constituency: 'PARENT', number: 1, personId: first.personId, basis: 'ELECTED' }, { constituency: 'PARENT', number: 2, personId: second.personId, basis: 'ACCLAIMED' },
      { constituency: 'PARENT', number: 3, personId: null, vacancy: 'NO_CANDIDATE' },
    ], '2026-11-26'));
    const after = await small.body(body.id);
    expect(after.seats.filter(({ constituency }) => constituency === 'PARENT').map(({ number, personId, vacancy }) => [number, personId !== null, vacancy])).toEqual([
      [1, true, null], [2, true, null], [3, true, null], [4, false, 'NO_CANDIDATE'], [5, false, 'NEW'], [6, false, 'NEW'],
    ]);
    expect((await seatsOfElection(small.house.db.under({ role: 'school', schoolId: small.schoolId }), electionId)).map(({ number, basis, bodyId }) => [number, basis, bodyId === body.id]))
      .toEqual([[2, 'ELECTED', true], [3, 'ACCLAIMED', true], [4, 'VACANT', true]]);
  });

  it('end, and change no more', async () => {
    const body = await small.made(coordinator);
    await expect(closeBody(small.house, parent, body)).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
    expect(await closeBody(small.house, coordinator, body)).toMatchObject({ answer: 'CHANGED' });
    expect(await rollOverBody(small.house, coordinator, await small.body(body.id))).toMatchObject(refused('CLOSED'));
  });
});
