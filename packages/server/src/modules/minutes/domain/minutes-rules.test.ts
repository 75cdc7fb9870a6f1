import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleMinutes } from './assembling.ts';
import { type AmendingVote, decideAmendMinutes, explainAmending } from './amending.ts';
import { type MinutesFacts, type RecordedMotion, decideCirculate, gapsOf } from './completeness.ts';
import { type CorrectionFacts, type CorrectionState, correctedText, decideApprove, decideCorrection, decideSettle } from './correcting.ts';
import { MINUTES_STATES, allowsAct } from './minutes-states.ts';
import { RECORD_KINDS, decideDelete, keptUntil } from './retention.ts';
import { es } from './sentences/es.ts';

const refusal = (reason: string, ...about: string[]) => ({ ok: false, refusal: { reason, about } });
const at = (text: string) => new Date(text);

const motion: RecordedMotion = { motionId: 'm', text: 'Buy ten books.', mover: 'Student 2', disposition: 'ADOPTED', by: 'COUNTED_VOTE', count: { ayes: 4, noes: 3, abstentions: 2 } };
const whole: MinutesFacts = {
  kind: 'REGULAR', body: 'School site council', startedAt: at('2026-12-08T01:00:00Z'), place: 'Library', chair: 'Ada', secretary: 'Ben', members: ['a', 'b', 'c'],
  present: ['a', 'b'], absent: ['c'], quorum: { present: 2, needed: 2 }, priorMinutes: 'APPROVED', motions: [motion], adjournedAt: at('2026-12-08T03:00:00Z'),
};
const gaps = (rest: Partial<MinutesFacts>) => gapsOf({ ...whole, ...rest }).map(({ part, about }) => [part, ...about].join(' '));
const motionGaps = (rest: Partial<RecordedMotion>) => gaps({ motions: [{ ...motion, ...rest }] });

describe('rule 24: minutes are complete before they are circulated (domain.md S42, S43, S44)', () => {
  it.each<[string, Partial<MinutesFacts>, string[]]>([
    ['nothing', {}, []], ['kind', { kind: null }, ['KIND']], ['body', { body: ' ' }, ['BODY']], ['date', { startedAt: null }, ['DATE']],
    ['place', { place: '' }, ['PLACE']], ['chair', { chair: '' }, ['CHAIR']], ['secretary', { secretary: '' }, ['SECRETARY']],
    ['attendance', { absent: [] }, ['ATTENDANCE c']], ['anybody', { members: [], present: [], absent: [] }, ['ATTENDANCE']], ['quorum', { quorum: null }, ['QUORUM']],
    ['prior minutes', { priorMinutes: null }, ['PRIOR_MINUTES']], ['adjournment', { adjournedAt: null }, ['ADJOURNMENT']], ['motions', { motions: [] }, []],
  ])('without %s', (_, rest, expected) => { expect(gaps(rest)).toEqual(expected); });

  it('each motion with its words, mover, disposition and count', () => {
    expect(motionGaps({ text: '' })).toEqual(['MOTION_TEXT m']);
    expect(motionGaps({ mover: ' ' })).toEqual(['MOTION_MOVER m']);
    expect(motionGaps({ disposition: null })).toEqual(['MOTION_DISPOSITION m']);
    expect(motionGaps({ by: null })).toEqual(['MOTION_DISPOSITION m']);
    expect(motionGaps({ count: null })).toEqual(['MOTION_COUNT m']);
    for (const by of ['WITHOUT_OBJECTION', 'NO_SECONDER', 'MOVER'] as const) expect(motionGaps({ by, count: null })).toEqual([]);
  });

  it('and all that is missing is told at once', () => {
    const empty: MinutesFacts = {
      kind: null, body: '', startedAt: null, place: '', chair: '', secretary: '', members: ['a'], present: [], absent: [], quorum: null, priorMinutes: null,
      motions: [{ motionId: 'm', text: '', mover: '', disposition: null, by: null, count: null }], adjournedAt: null,
    };
    const parts = ['KIND', 'BODY', 'DATE', 'PLACE', 'CHAIR', 'SECRETARY', 'ATTENDANCE', 'QUORUM', 'PRIOR_MINUTES', 'MOTION_TEXT', 'MOTION_MOVER', 'MOTION_DISPOSITION', 'ADJOURNMENT'];
    expect(decideCirculate('DRAFT', empty)).toEqual(refusal('NOT_COMPLETE', ...parts));
    for (const state of MINUTES_STATES) expect(decideCirculate(state, whole).ok).toBe(allowsAct(state, 'CIRCULATE'));
  });
});

describe('a correction', () => {
  const text = 'Ada moved. Ben spoke. Ada spoke.';
  const correct = (before: string, after = 'x') => decideCorrection('CIRCULATED', text, { before, after }, { present: true });
  const passage = (state: CorrectionState, before: string, after: string): CorrectionFacts => ({ state, before, after });

  it('names one passage, and says something else', () => {
    expect(correct('Ben')).toEqual({ ok: true });
    expect(correct('Ada')).toEqual(refusal('PASSAGE_NOT_UNIQUE'));
    expect(correct('Cai')).toEqual(refusal('NO_SUCH_PASSAGE'));
    expect(correct('')).toEqual(refusal('NO_SUCH_PASSAGE'));
    expect(correct('Ben', 'Ben')).toEqual(refusal('NOTHING_CORRECTED'));
    expect(decideCorrection('CIRCULATED', 'aaa', { before: 'aa', after: 'b' }, { present: true })).toEqual(refusal('PASSAGE_NOT_UNIQUE'));
    expect(decideCorrection('CIRCULATED', text, { before: 'Ben', after: 'x' }, { present: false })).toEqual(refusal('NOT_A_MEMBER_PRESENT'));
    for (const state of MINUTES_STATES) expect(decideCorrection(state, text, { before: 'Ben', after: 'x' }, { present: true }).ok).toBe(allowsAct(state, 'CORRECT'));
  });

  it('is accepted without objection or by a majority, once (domain.md S46)', () => {
    const settle = (objections: number, ayes: number, noes: number, correction = passage('PROPOSED', 'Ben', 'Bea')) => decideSettle('CIRCULATED', text, correction, { objections, ayes, noes });
    expect(settle(0, 0, 0)).toEqual({ ok: true, to: 'ACCEPTED' });
    expect(settle(1, 4, 3)).toEqual({ ok: true, to: 'ACCEPTED' });
    expect(settle(1, 4, 4)).toEqual({ ok: true, to: 'REFUSED' });
    expect(settle(1, 0, 0)).toEqual({ ok: true, to: 'REFUSED' });
    expect(settle(0, 0, 0, passage('ACCEPTED', 'Ben', 'Bea'))).toEqual(refusal('SETTLED', 'ACCEPTED'));
    expect(settle(0, 0, 0, passage('PROPOSED', 'Cai', 'Bea'))).toEqual(refusal('NO_SUCH_PASSAGE'));
    for (const state of MINUTES_STATES) expect(decideSettle(state, text, passage('PROPOSED', 'Ben', 'x'), { objections: 0, ayes: 0, noes: 0 }).ok).toBe(allowsAct(state, 'CORRECT'));
  });

  it('is made in the text itself, letter by letter', () => {
    expect(correctedText(text, [passage('ACCEPTED', 'Ben spoke', '$& and $1'), passage('REFUSED', 'moved', 'sang'), passage('PROPOSED', 'Ada', 'Eva')])).toBe('Ada moved. $& and $1. Ada spoke.');
    expect(correctedText(text, [passage('ACCEPTED', 'Ben', 'Cai'), passage('ACCEPTED', 'Cai', 'Dot')])).toBe('Ada moved. Dot spoke. Ada spoke.');
  });

  it('makes the approval one "as corrected" when any was accepted', () => {
    const approve = (...states: CorrectionState[]) => decideApprove('CIRCULATED', states.map((state) => ({ state })));
    expect(approve()).toEqual({ ok: true, to: 'APPROVED' });
    expect(approve('REFUSED')).toEqual({ ok: true, to: 'APPROVED' });
    expect(approve('REFUSED', 'ACCEPTED')).toEqual({ ok: true, to: 'APPROVED_AS_CORRECTED' });
    expect(approve('PROPOSED', 'ACCEPTED')).toEqual(refusal('CORRECTIONS_OPEN', '1'));
    for (const state of MINUTES_STATES) expect(decideApprove(state, []).ok).toBe(allowsAct(state, 'APPROVE'));
  });
});

describe('rule 25: approved minutes change only by amending something previously adopted (domain.md S46)', () => {
  const vote = (ayes: number, noes: number, members = 12, previousNotice = false): AmendingVote => ({ ayes, noes, members, previousNotice });
  const ways = (of: AmendingVote) => explainAmending(of).filter(({ met }) => met).map(({ way }) => way);

  it('by two thirds, a majority of all members, or a majority with notice', () => {
    expect(ways(vote(4, 2))).toEqual(['TWO_THIRDS_OF_CAST']);
    expect(ways(vote(4, 3))).toEqual([]);
    expect(ways(vote(4, 3, 12, true))).toEqual(['MAJORITY_WITH_NOTICE']);
    expect(ways(vote(4, 4, 12, true))).toEqual([]);
    expect(ways(vote(7, 5))).toEqual(['MAJORITY_OF_MEMBERS']);
    expect(ways(vote(6, 4))).toEqual([]);
    expect(ways(vote(0, 0, 12, true))).toEqual([]);
  });

  it('makes the next version, or says what it needed', () => {
    for (const state of MINUTES_STATES) {
      expect(decideAmendMinutes({ state, version: 2 }, vote(4, 2))).toEqual(allowsAct(state, 'AMEND') ? { ok: true, to: 'AMENDED', version: 3 } : refusal('WRONG_STATE', state));
    }
    expect(decideAmendMinutes({ state: 'APPROVED', version: 2 }, vote(4, 3))).toEqual(refusal('NOT_ADOPTED', '4', '5', '7', '4'));
  });

  it('never by fewer than a majority of the votes cast', () => {
    fc.assert(fc.property(fc.nat(30), fc.nat(30), fc.nat(30), fc.boolean(), (ayes, noes, more, notice) => {
      const adopted = decideAmendMinutes({ state: 'APPROVED', version: 1 }, vote(ayes, noes, ayes + noes + more, notice)).ok;
      expect(adopted && 2 * ayes <= ayes + noes).toBe(false);
    }));
  });
});

describe('rule 26: minutes are kept for ever, what they rest on five years at least (5 CCR 16023, domain.md S45)', () => {
  it('by kind', () => {
    const until = (years: number) => RECORD_KINDS.map((kind) => keptUntil(kind, '2026-12-08', years));
    const [five, seven] = ['2031-12-08', '2033-12-08'];
    expect(until(0)).toEqual(['FOR_EVER', 'FOR_EVER', five, five, five, five, five, null]);
    expect(until(7)).toEqual(['FOR_EVER', 'FOR_EVER', seven, seven, seven, seven, seven, null]);
    expect(keptUntil('BALLOT', '2028-02-29', 5)).toBe('2033-03-01');
  });

  it('and deleted after that day, under no hold', () => {
    const erase = (kind: (typeof RECORD_KINDS)[number], today: string, ...released: (string | null)[]) =>
      decideDelete(kind, '2026-12-08', 5, released.map((releasedOn, n) => ({ id: `h${n}`, releasedOn })), today);
    expect(erase('MINUTES', '2999-01-01')).toEqual(refusal('KEPT_FOR_EVER', 'MINUTES'));
    expect(erase('BALLOT', '2031-12-08')).toEqual(refusal('KEPT_UNTIL', '2031-12-08'));
    expect(erase('BALLOT', '2031-12-09')).toEqual({ ok: true });
    expect(erase('BALLOT', '2031-12-09', '2030-01-01', null, '2031-12-10')).toEqual(refusal('ON_HOLD', 'h1', 'h2'));
    expect(erase('BALLOT', '2031-12-09', '2031-12-09')).toEqual({ ok: true });
    expect(erase('WORKING_PAPER', '2026-12-08')).toEqual({ ok: true });
    expect(erase('WORKING_PAPER', '2026-12-08', null)).toEqual(refusal('ON_HOLD', 'h0'));
  });
});

it('ends a Spanish sentence with one period, also after an hour that has its own', () => {
  expect([es.adjourned('4:45 p.m.'), es.adjourned('16:45'), es.calledToOrder('1:05 p.m.', 'Ana')])
    .toEqual(['La sesión se levantó a las 4:45 p.m.', 'La sesión se levantó a las 16:45.', 'Ana presidió y abrió la reunión a la 1:05 p.m.']);
});

describe('attendance', () => {
  const member = (id: string, ...movements: [string, 'ARRIVED' | 'LEFT', boolean?][]) =>
    ({ id, name: id, student: false, seatNumber: null, seat: { en: 'Seat' }, office: null, votes: true, movements: movements.map(([time, kind, remote = false]) => ({ kind, remote, at: at(`2026-12-08T${time}:00Z`) })) });
  const told = (...members: ReturnType<typeof member>[]) => assembleMinutes({
    meetingId: 'm', kind: 'REGULAR', body: { en: 'Council' }, place: { en: 'Library' }, online: false, timeZone: 'UTC', calledToOrderAt: at('2026-12-08T16:00:00Z'), endedAt: null, presiding: null, secretary: null, members,
    visitors: 0, quorum: [], prior: [{ action: 'NONE_PENDING', days: [] }], items: [], speakers: [], commentOffered: false, motions: [], decisions: [], actions: [], notes: new Map(),
  }, ['en', 'es']).find(({ id }) => id === 'attendance')!.lines.map(({ detail }) => detail);

  it('says when somebody came late, left and came back; who was there for the roll call was there', () => {
    expect(told(member('a', ['15:50', 'ARRIVED']), member('b', ['16:40', 'ARRIVED']), member('c', ['16:20', 'ARRIVED', true], ['16:30', 'LEFT']), member('d', ['15:59', 'ARRIVED', true], ['16:10', 'LEFT'], ['16:20', 'ARRIVED'])).map(({ en }) => en))
      .toEqual(['present', 'arrived at 4:40 PM', 'arrived at 4:20 PM, online, left at 4:30 PM', 'present, online, left at 4:10 PM, arrived at 4:20 PM']);
    expect(told(member('a', ['15:50', 'ARRIVED']), member('b', ['16:40', 'ARRIVED'])).at(-1)!['es']).toBe('llegó a las 4:40 p.m.');
    // Where the roll is called after the call to order.
    expect(told(member('a', ['16:03', 'ARRIVED']), member('b', ['16:05', 'ARRIVED']), member('c', ['16:30', 'ARRIVED']), member('d')).map(({ en }) => en)).toEqual(['present', 'present', 'arrived at 4:30 PM', 'absent']);
  });
});
