import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODY_KINDS, type Constituency, MEETING_LAWS } from './body.ts';
import { isDay, textFault } from './body-wording.ts';
import { type BylawsRules, bylawsFaults, leastNotice, quorumNeeded, usualBylaws } from './bylaws.ts';
import { decideCertifyRoster } from './certifying-roster.ts';
import { type SeatCount, checkComposition, withOfficials } from './composition.ts';
import { decideLeaving, decideOffice } from './officers.ts';
import { decideSeat } from './seating.ts';
import { usualSeats } from './usual-seats.ts';

const seats = (of: Partial<Record<Constituency, number>>): SeatCount[] =>
  Object.entries(of).map(([constituency, n]) => ({ constituency: constituency as Constituency, chosenBy: constituency as Constituency, seats: n }));
const enrolled = { students: 200, englishLearners: 50 };
const met = (lines: readonly { rule: string; met: boolean }[]) => Object.fromEntries(lines.map((each) => [each.rule, each.met]));
const refused = (reason: string, about: unknown = expect.anything()) => ({ ok: false, refusal: { reason, about } });

describe('composition', () => {
  it('rule 13: of a site council balances the sides and gives teachers the majority of theirs (EC 65000)', () => {
    // The San Diego middle school of 4 teachers, 1 other staff, principal, 3 parents, 3 students.
    const good = checkComposition({ kind: 'SSC', studentSeats: true, seats: withOfficials('SSC', seats({ TEACHER: 4, OTHER_STAFF: 1, PARENT: 3, STUDENT: 3 })) }, enrolled);
    expect(met(good)).toEqual({ SIDES_EQUAL: true, TEACHER_MAJORITY: true, STUDENTS_EQUAL_PARENTS: true, COMMUNITY_BY_PARENTS: true, PRACTICAL_MINIMUM: true });
    const bad = checkComposition({ kind: 'SSC', studentSeats: false, seats: withOfficials('SSC', seats({ TEACHER: 2, OTHER_STAFF: 1, PARENT: 3, COMMUNITY: 1 })) }, enrolled);
    expect(met(bad)).toEqual({ SIDES_EQUAL: true, TEACHER_MAJORITY: false, COMMUNITY_BY_PARENTS: false, PRACTICAL_MINIMUM: false });
    expect(bad.find(({ rule }) => rule === 'TEACHER_MAJORITY')).toMatchObject({ found: 2, needed: 2 });
  });

  it('rule 13: cannot be certified while a rule is unmet or a voting seat is empty (EC 65000)', () => {
    const lines = (teachers: number) => checkComposition({ kind: 'SSC', studentSeats: false, seats: seats({ ADMINISTRATOR: 1, TEACHER: teachers, OTHER_STAFF: 1, PARENT: 5 }) }, enrolled);
    expect(decideCertifyRoster(lines(3), 0)).toEqual({ ok: true });
    expect(decideCertifyRoster(lines(3), 1)).toEqual(refused('VACANT_SEATS', ['1']));
    expect(decideCertifyRoster(lines(2), 0)).toEqual(refused('COMPOSITION', ['SIDES_EQUAL', 'TEACHER_MAJORITY', 'PRACTICAL_MINIMUM']));
  });

  it('rule 15: takes community members on the parents\' side only by the parents\' choice (EC 65000)', () => {
    const check = (chosenBy: Constituency) => met(checkComposition({ kind: 'SSC', studentSeats: false, seats: [
      ...seats({ ADMINISTRATOR: 1, TEACHER: 3, OTHER_STAFF: 1, PARENT: 4 }), { constituency: 'COMMUNITY', chosenBy, seats: 1 },
    ] }, enrolled));
    expect(check('PARENT')).toMatchObject({ COMMUNITY_BY_PARENTS: true, SIDES_EQUAL: true });
    expect(check('COMMUNITY')).toMatchObject({ COMMUNITY_BY_PARENTS: false });
  });

  it('rule 17: of a learner committee gives their parents the share their students have (EC 52176)', () => {
    const check = (learners: number) => checkComposition({ kind: 'ELAC', studentSeats: false, seats: seats({ EL_PARENT: 2, TEACHER: 6 }) }, { students: 200, englishLearners: learners });
    expect(check(50)).toEqual([{ rule: 'EL_SHARE', found: 2, needed: 2, met: true }]);
    expect(check(51)).toEqual([{ rule: 'EL_SHARE', found: 2, needed: 3, met: false }]);
  });

  it('of a leadership council is half teachers, of a parent advisory committee mostly parents; of others, their own affair', () => {
    expect(checkComposition({ kind: 'LSLC', studentSeats: false, seats: withOfficials('LSLC', seats({ TEACHER: 3, PARENT: 2, STUDENT: 1 })) }, enrolled)).toMatchObject([{ met: true }]);
    const pac = (parents: number) => checkComposition({ kind: 'PAC', studentSeats: false, seats: seats({ PARENT: parents, TEACHER: 3 }) }, enrolled);
    expect([pac(3), pac(4)]).toMatchObject([[{ rule: 'PARENT_MAJORITY', met: false }], [{ met: true }]]);
    expect(checkComposition({ kind: 'OTHER', studentSeats: false, seats: seats({ TEACHER: 3 }) }, enrolled)).toEqual([]);
  });

  it('is lawful for every kind of body as it begins', () => {
    for (const kind of BODY_KINDS) {
      for (const studentSeats of [false, true]) {
        const plan = usualSeats(kind, studentSeats).map(({ constituency, chosenBy }) => ({ constituency, chosenBy, seats: 1 }));
        expect(checkComposition({ kind, studentSeats, seats: plan }, enrolled).filter((each) => !each.met), `${kind} ${studentSeats}`).toEqual([]);
      }
    }
  });
});

describe('bylaws', () => {
  it('begin without a fault, for every kind of body under every law', () => {
    for (const kind of BODY_KINDS) for (const law of MEETING_LAWS) expect(bylawsFaults(usualBylaws(kind, law), law)).toEqual([]);
  });

  it('rule 1: never ask less notice than the law (EC 35147; Gov. Code 54954.2, 54956)', () => {
    const faults = (rest: Partial<BylawsRules>, law: 'GREENE' | 'BROWN' | 'PRIVATE') => bylawsFaults({ ...usualBylaws('SSC', law), ...rest }, law);
    expect(faults({ noticeHours: 71 }, 'GREENE')).toEqual([{ field: 'noticeHours', code: 'NOTICE_TOO_SHORT' }]);
    expect(faults({ specialNoticeHours: 24 }, 'GREENE')).toEqual([{ field: 'specialNoticeHours', code: 'NOTICE_TOO_SHORT' }]);
    expect(faults({ specialNoticeHours: 24 }, 'BROWN')).toEqual([]);
    expect(faults({ specialNoticeHours: 23 }, 'BROWN')).toEqual([{ field: 'specialNoticeHours', code: 'NOTICE_TOO_SHORT' }]);
    expect(faults({ noticeHours: 0, specialNoticeHours: 0 }, 'PRIVATE')).toEqual([]);
    expect(leastNotice('GREENE').special).toBe(72);
  });

  it('rule 9: let nobody choose officers in secret under the Brown Act', () => {
    const secret = (law: 'GREENE' | 'BROWN') => bylawsFaults({ ...usualBylaws('SSC', law), officersBySecretBallot: true }, law);
    expect(secret('BROWN')).toEqual([{ field: 'officersBySecretBallot', code: 'NOT_UNDER_BROWN' }]);
    expect(secret('GREENE')).toEqual([]);
  });

  it('rule 23: know no proxy and no absentee vote unless they say so', () => {
    for (const kind of BODY_KINDS) expect(usualBylaws(kind, 'GREENE')).toMatchObject({ proxies: false, absentee: false });
  });

  it('rule 10: ask more than half to be present, or what they say instead', () => {
    expect([11, 12, 13].map((members) => quorumNeeded({ kind: 'MAJORITY' }, members))).toEqual([6, 7, 7]);
    expect(quorumNeeded({ kind: 'SHARE', numerator: 2, denominator: 3 }, 10)).toBe(7);
    expect(quorumNeeded({ kind: 'COUNT', count: 13 }, 40)).toBe(13);
    fc.assert(fc.property(fc.nat(500), (members) => quorumNeeded({ kind: 'MAJORITY' }, members) * 2 > members));
    expect(bylawsFaults({ ...usualBylaws('PTA', 'PRIVATE'), quorum: { kind: 'SHARE', numerator: 4, denominator: 3 } }, 'PRIVATE')).toEqual([{ field: 'quorum', code: 'IMPOSSIBLE' }]);
  });
});

describe('a seat', () => {
  const seat = { constituency: 'PARENT', way: 'APPOINTED', chosenBy: 'PARENT', retired: false, held: false } as const;
  const by = { basis: 'APPOINTED', employees: 'SCHOOL', restOfTerm: false } as const;
  const parent = { constituencies: ['PARENT' as const], seated: false };

  it('rule 14: is for its own constituency, and what is elected only an election fills (EC 65000)', () => {
    expect(decideSeat(seat, parent, by)).toEqual({ ok: true });
    expect(decideSeat(seat, { ...parent, constituencies: ['TEACHER'] }, by)).toEqual(refused('NOT_OF_CONSTITUENCY', ['PARENT']));
    expect(decideSeat({ ...seat, way: 'ELECTED' }, parent, by)).toEqual(refused('SEAT_ELECTED', ['PARENT']));
    expect(decideSeat({ ...seat, way: 'ELECTED' }, parent, { ...by, restOfTerm: true })).toEqual({ ok: true });
  });

  it('rule 16: of the parents is for nobody the school employs, unless the bylaws let them (EC 65000)', () => {
    const teacher = { constituencies: ['PARENT' as const, 'TEACHER' as const], seated: false };
    expect(decideSeat(seat, teacher, by)).toEqual(refused('EMPLOYED', ['SCHOOL']));
    expect(decideSeat(seat, teacher, { ...by, employees: 'NONE' })).toEqual({ ok: true });
    expect(decideSeat({ ...seat, constituency: 'TEACHER', chosenBy: 'TEACHER' }, teacher, by)).toEqual({ ok: true });
  });

  it('is held by one person, who holds no other of the body', () => {
    expect(decideSeat({ ...seat, held: true }, parent, by)).toEqual(refused('SEAT_HELD'));
    expect(decideSeat(seat, { ...parent, seated: true }, by)).toEqual(refused('SEATED_ALREADY'));
    expect(decideSeat({ ...seat, retired: true }, parent, by)).toEqual(refused('SEAT_RETIRED'));
  });
});

describe('what is said of a body', () => {
  it('is said in letters somebody sees', () => {
    expect(textFault([{ locale: 'en', text: '\u200b \u3164' }], 200, true)).toBe('REQUIRED');
    expect(textFault([{ locale: 'en', text: '👩‍🏫' }], 200, true)).toBeNull();
  });

  it('is of a day that there is, in a year that is no slip', () => {
    expect(['2026-02-28', '2024-02-29', '1998-09-01', '2099-12-31'].map(isDay)).toEqual([true, true, true, true]);
    expect(['2026-02-29', '2026-2-1', '0000-01-01', '0026-09-01', '1899-12-31', '2100-01-01', '9999-12-31'].map(isDay)).toEqual([false, false, false, false, false, false, false]);
  });
});

describe('an office', () => {
  it('is for a member, one each; the secretary may come from outside', () => {
    const asked = { offices: ['CHAIR', 'SECRETARY'] as const, member: true, holds: null };
    expect(decideOffice('CHAIR', asked)).toEqual({ ok: true });
    expect(decideOffice('TREASURER', asked)).toEqual(refused('NO_SUCH_OFFICE', ['CHAIR', 'SECRETARY']));
    expect(decideOffice('CHAIR', { ...asked, member: false })).toEqual(refused('NOT_A_MEMBER'));
    expect(decideOffice('SECRETARY', { ...asked, member: false })).toEqual({ ok: true });
    expect(decideOffice('SECRETARY', { ...asked, holds: 'CHAIR' })).toEqual(refused('HOLDS_OFFICE', ['CHAIR']));
  });

  it('is left before whoever follows comes, and not kept beside another', () => {
    const alone = { followedOn: null, takes: null };
    const followed = { ...alone, followedOn: '2027-01-10' };
    const goes = { ...alone, takes: { office: 'CHAIR', starts: '2027-01-10' } } as const;
    for (const from of [null, '2027-01-09', '2027-01-11']) expect(decideLeaving(from, alone)).toEqual({ ok: true });
    expect([decideLeaving(null, followed), decideLeaving('2027-01-10', followed)]).toEqual([{ ok: true }, { ok: true }]);
    expect(decideLeaving('2027-01-11', followed)).toEqual(refused('SUCCEEDED_BEFORE', ['2027-01-10']));
    expect(decideLeaving('2027-01-10', goes)).toEqual({ ok: true });
    for (const from of [null, '2027-01-11']) expect(decideLeaving(from, goes)).toEqual(refused('HOLDS_OFFICE', ['CHAIR']));
  });
});
