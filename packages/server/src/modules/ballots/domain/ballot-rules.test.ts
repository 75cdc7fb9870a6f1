import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BallotFacts } from './ballot.ts';
import { BALLOT_ACTS, BALLOT_STATES, type BallotAct, type BallotState, after, isAnnounced, isFrozen } from './ballot-states.ts';
import { decideCast } from './casting.ts';
import { decideCertify } from './certifying.ts';
import { decideClose } from './closing.ts';
import { missingLocales } from './languages.ts';
import { maySeeBallot, maySeeResult, permissions } from './policy.ts';
import { decideOpen, decideSchedule } from './readiness.ts';
import { publishTurnout } from './turnout.ts';

/** The whole table, written out: rows are states, columns acts, in the order of the two lists. */
const EXPECTED: Record<BallotState, (BallotState | null)[]> = {
  //          REVISE   SCHEDULE     WITHDRAW     RETURN   OPEN    CAST    CLOSE     TALLY      SIGN       CERTIFY
  DRAFT:     ['DRAFT', 'SCHEDULED', 'WITHDRAWN', null,    null,   null,   null,     null,      null,      null],
  SCHEDULED: ['DRAFT', null,        'WITHDRAWN', 'DRAFT', 'OPEN', null,   null,     null,      null,      null],
  OPEN:      [null,    null,        null,        null,    null,   'OPEN', 'CLOSED', null,      null,      null],
  CLOSED:    [null,    null,        null,        null,    null,   null,   null,     'TALLIED', null,      null],
  TALLIED:   [null,    null,        null,        null,    null,   null,   null,     null,      'TALLIED', 'CERTIFIED'],
  CERTIFIED: [null,    null,        null,        null,    null,   null,   null,     null,      null,      null],
  WITHDRAWN: [null,    null,        null,        null,    null,   null,   null,     null,      null,      null],
};

const NOW = new Date('2026-11-23T17:00:00Z');
const LATER = new Date('2026-11-26T17:00:00Z');
const ballot: BallotFacts = {
  id: 'b', environmentId: 'e', state: 'DRAFT', version: 1, question: { en: 'Shall we?', es: '¿Lo hacemos?' }, description: {},
  method: 'YES_NO', secrecy: 'CONFIDENTIAL', maxChoices: 1, seats: 1, budgetTotal: null, binding: 'ADVISORY', bylaw: null, combine: 'TOGETHER',
  options: [{ id: '0', kind: 'YES', label: {}, cost: null }, { id: '1', kind: 'NO', label: {}, cost: null }],
  constituencies: [{ constituency: 'PARENT', quorum: { kind: 'NONE' }, majority: null }], opensAt: null, closesAt: LATER,
};
const around = { requiredLocales: ['en', 'es'], eligible: new Map([['PARENT' as const, 3]]) };

describe('every state and every act', () => {
  const cases = BALLOT_STATES.flatMap((state) => BALLOT_ACTS.map((act, n): [BallotState, BallotAct, BallotState | null] => [state, act, EXPECTED[state][n]!]));
  it.each(cases)('%s, %s: %s', (state, act, to) => { expect(after(state, act)).toBe(to); });

  it('no way leads back once people vote, and every way ends', () => {
    const order = ['OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED'];
    for (const state of BALLOT_STATES.filter(isFrozen)) {
      for (const act of BALLOT_ACTS) {
        const to = after(state, act);
        if (to !== null) expect(order.indexOf(to)).toBeGreaterThanOrEqual(order.indexOf(state));
      }
    }
  });
});

describe('rules', () => {
  it.each(BALLOT_STATES)('schedule and open ask the table in %s', (state) => {
    expect(decideSchedule({ ...ballot, state }, around, NOW).ok).toBe(state === 'DRAFT');
    expect(decideOpen({ ...ballot, state }, around, NOW).ok).toBe(state === 'SCHEDULED');
    expect(decideClose({ state, closesAt: LATER }, NOW).ok).toBe(state === 'OPEN');
    expect(decideCertify({ state }, [], { personId: 'p', roles: ['CLERK'] }).ok).toBe(state === 'TALLIED');
  });

  it('name each required language in which something is unsaid', () => {
    const choice = { id: '0', kind: 'CHOICE' as const, cost: null };
    expect(missingLocales(ballot, ['en', 'es'])).toEqual([]);
    expect(missingLocales(ballot, ['en', 'es', 'hy'])).toEqual(['hy']);
    expect(missingLocales({ ...ballot, description: { en: 'Why' } }, ['en', 'es'])).toEqual(['es']);
    expect(missingLocales({ ...ballot, question: { en: 'Shall we?', es: '  ' } }, ['en', 'es'])).toEqual(['es']);
    expect(missingLocales({ ...ballot, options: [{ ...choice, label: { en: 'Art', es: 'Arte' } }, { ...choice, label: { es: 'Música' } }] }, ['en', 'es'])).toEqual(['en']);
  });

  it('close early only before the time, and at the time itself no more', () => {
    expect(decideClose({ state: 'OPEN', closesAt: LATER }, NOW)).toEqual({ ok: true, early: true });
    expect(decideClose({ state: 'OPEN', closesAt: LATER }, LATER)).toEqual({ ok: true, early: false });
  });

  it('certify by two people, whatever roles one of them holds', () => {
    const clerk = { personId: 'c', roles: ['CLERK', 'COORDINATOR'] };
    expect(decideCertify({ state: 'TALLIED' }, [], clerk)).toEqual({ ok: true, role: 'COORDINATOR', final: false });
    expect(decideCertify({ state: 'TALLIED' }, ['c'], clerk)).toMatchObject({ refusal: { reason: 'CERTIFIER_TWICE' } });
    expect(decideCertify({ state: 'TALLIED' }, ['a'], clerk)).toMatchObject({ final: true });
    expect(decideCertify({ state: 'TALLIED' }, ['a'], { personId: 'o', roles: ['OFFICER'] })).toMatchObject({ refusal: { reason: 'NOT_COMMITTEE' } });
  });

  it('answer each cast with exactly one truth', () => {
    const facts = { state: 'OPEN', past: false, onRoll: true, marked: false, voted: false, sameKey: false } as const;
    expect(decideCast({ ...facts, marked: true })).toBe('CAST');
    expect(decideCast({ ...facts, state: 'CLOSED', past: true, voted: true, sameKey: true })).toBe('AGAIN');
    expect(decideCast({ ...facts, voted: true })).toBe('ALREADY_VOTED');
    expect(decideCast({ ...facts, onRoll: false })).toBe('NOT_ON_ROLL');
    expect(decideCast({ ...facts, past: true })).toBe('CLOSED');
    expect(decideCast({ ...facts, state: 'SCHEDULED', onRoll: false })).toBe('NOT_OPEN');
    expect(decideCast(facts)).toBe('RACED');
  });
});

describe('policies', () => {
  const somebody = { drafts: false, committee: false };
  const clerk = { drafts: false, committee: true };
  const coordinator = { drafts: true, committee: true };

  it('show what is announced to everybody, and a result before it is certified to the committee alone', () => {
    expect(BALLOT_STATES.filter((state) => maySeeBallot(somebody, state))).toEqual(BALLOT_STATES.filter(isAnnounced));
    expect(BALLOT_STATES.filter((state) => maySeeBallot(clerk, state))).toEqual([...BALLOT_STATES]);
    expect(BALLOT_STATES.filter((state) => maySeeResult(somebody, state))).toEqual(['CERTIFIED']);
    expect(BALLOT_STATES.filter((state) => maySeeResult(clerk, state))).toEqual(['TALLIED', 'CERTIFIED']);
  });

  it('offer a button exactly where its act is in the table', () => {
    for (const state of BALLOT_STATES) {
      const can = permissions(coordinator, state, { signed: false, mayVote: true });
      expect(can).toEqual({
        edit: after(state, 'REVISE') !== null, schedule: after(state, 'SCHEDULE') !== null, open: after(state, 'OPEN') !== null,
        close: after(state, 'CLOSE') !== null, certify: after(state, 'SIGN') !== null, cast: after(state, 'CAST') !== null, withdraw: after(state, 'WITHDRAW') !== null,
      });
      expect(permissions(somebody, state, { signed: false, mayVote: true })).toEqual({
        edit: false, schedule: false, open: false, close: false, certify: false, cast: state === 'OPEN', withdraw: false,
      });
    }
    expect(permissions(clerk, 'TALLIED', { signed: true, mayVote: false }).certify).toBe(false);
  });
});

describe('published turnout', () => {
  it('never adds up to a hidden constituency', () => {
    const pool = (constituency: 'PARENT' | 'TEACHER' | 'STUDENT') =>
      fc.record({ constituency: fc.constant(constituency), roll: fc.integer({ min: 40, max: 60 }), voted: fc.nat(40) });
    fc.assert(fc.property(fc.tuple(pool('PARENT'), pool('TEACHER'), pool('STUDENT')), (pools) => {
      const published = publishTurnout(pools);
      const hidden = published.constituencies.filter(({ voted }) => voted === null);
      expect(hidden.map(({ constituency }) => constituency)).toEqual(pools.filter(({ voted }) => voted < 11).map(({ constituency }) => constituency));
      expect(published.voted === null).toBe(hidden.length > 0);
    }));
  });
});
