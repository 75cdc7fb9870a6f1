import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AttendanceEvent, decideAttendance, presentAt } from './attendance.ts';
import { type EndedItem, carriedOver } from './carry-over.ts';
import { MEETING_STATES, allowsAct } from './meeting-states.ts';
import { allottedSeconds, isCommentOffered } from './public-comment.ts';
import { type QuorumRule, decideEndWithoutQuorum, quorumOf, quorumSnapshots } from './quorum.ts';
import { decideDemand, demandedItem, suitUntil } from './reconsideration.ts';

const minute = (n: number) => new Date(Date.UTC(2026, 11, 8, 1, n));
const came = (personId: string, n: number): AttendanceEvent => ({ personId, kind: 'ARRIVED', at: minute(n) });
const left = (personId: string, n: number): AttendanceEvent => ({ personId, kind: 'LEFT', at: minute(n) });
const refusal = (reason: string, ...about: string[]) => ({ ok: false, refusal: { reason, about } });
const people = (n: number) => new Set(Array.from({ length: n }, (_, each) => `p${each}`));

describe('attendance', () => {
  it('is who has come and not gone, at the very instant', () => {
    const events = [left('a', 5), came('a', 0), came('b', 5)];
    expect([-1, 0, 4, 5].map((n) => [...presentAt(events, minute(n))])).toEqual([[], ['a'], ['a'], ['b']]);
  });

  it('takes nobody in twice, lets nobody leave who is not there, and goes forward', () => {
    const take = (event: AttendanceEvent, ...events: AttendanceEvent[]) => decideAttendance('IN_SESSION', events, event);
    expect(take(came('a', 0))).toEqual({ ok: true });
    expect(take(came('a', 1), came('a', 0))).toEqual(refusal('ALREADY_PRESENT', 'a'));
    expect(take(left('a', 0), came('a', 0))).toEqual({ ok: true });
    expect(take(left('a', 1))).toEqual(refusal('NOT_PRESENT', 'a'));
    expect(take(left('a', 2), left('a', 1), came('a', 0))).toEqual(refusal('NOT_PRESENT', 'a'));
    expect(take(came('a', 2), left('a', 1), came('a', 0))).toEqual({ ok: true });
    expect(take(left('a', 0), came('b', 2), came('a', 1))).toEqual(refusal('OUT_OF_ORDER', minute(1).toISOString()));
    for (const state of MEETING_STATES) expect(decideAttendance(state, [], came('a', 0)).ok).toBe(allowsAct(state, 'ATTEND'));
  });
});

const rules = fc.oneof(
  fc.constant<QuorumRule>({ kind: 'MAJORITY' }), fc.integer({ min: 0, max: 15 }).map((count): QuorumRule => ({ kind: 'COUNT', count })),
  fc.record({ numerator: fc.integer({ min: 1, max: 5 }), more: fc.nat(5), atLeast: fc.boolean() })
    .map(({ numerator, more, atLeast }): QuorumRule => ({ kind: 'FRACTION', numerator, denominator: numerator + more, atLeast })),
);

describe('rule 10: the quorum is counted anew at each arrival and departure (domain.md S40, S28)', () => {
  it('more than half of the filled seats, an exact share, or a fixed count', () => {
    const needed = (rule: QuorumRule, members: number) => quorumOf(rule, people(members), new Set()).needed;
    expect([0, 1, 2, 9, 10, 12].map((n) => needed({ kind: 'MAJORITY' }, n))).toEqual([1, 1, 2, 5, 6, 7]);
    expect([true, false].map((atLeast) => needed({ kind: 'FRACTION', numerator: 2, denominator: 3, atLeast }, 12))).toEqual([8, 9]);
    expect(needed({ kind: 'COUNT', count: 13 }, 40)).toBe(13);
    expect(needed({ kind: 'COUNT', count: 0 }, 40)).toBe(1);
  });

  it('and only members count', () => {
    expect(quorumOf({ kind: 'MAJORITY' }, new Set(['a', 'b', 'c']), new Set(['a', 'x', 'y']))).toEqual({ needed: 2, present: 1, members: 3, met: false });
    expect(quorumOf({ kind: 'MAJORITY' }, new Set(['a', 'b', 'c']), new Set(['a', 'b'])).met).toBe(true);
  });

  it('and a departure can break it', () => {
    const events = [came('p0', 0), came('p1', 1), came('p2', 1), left('p0', 2), left('p1', 2)];
    expect(quorumSnapshots({ kind: 'MAJORITY' }, people(3), events).map(({ at, present, met }) => [at.getUTCMinutes(), present, met]))
      .toEqual([[0, 1, false], [1, 2, true], [1, 3, true], [2, 2, true], [2, 1, false]]);
  });

  it('and is never met by a departure nor lost by an arrival', () => {
    const events = fc.array(fc.record({ personId: fc.constantFrom(...people(12)), kind: fc.constantFrom('ARRIVED' as const, 'LEFT' as const) }), { maxLength: 30 });
    fc.assert(fc.property(rules, fc.integer({ min: 0, max: 12 }), events, (rule, members, drafts) => {
      const all = drafts.map((event, n) => ({ ...event, at: minute(n) }));
      let was = false;
      quorumSnapshots(rule, people(members), all).forEach(({ met }, n) => {
        expect(all[n]!.kind === 'LEFT' ? met && !was : was && !met).toBe(false);
        was = met;
      });
    }));
  });

  it('and a meeting ends without one only if it never had it', () => {
    const end = (state: (typeof MEETING_STATES)[number], events: AttendanceEvent[], now = minute(9)) =>
      decideEndWithoutQuorum({ state, startsAt: minute(0) }, quorumSnapshots({ kind: 'MAJORITY' }, people(3), events), now);
    const lost = [came('p0', 0), came('p1', 1), left('p0', 2)];
    expect(end('IN_SESSION', lost.slice(0, 1))).toEqual({ ok: true });
    expect(end('IN_SESSION', lost)).toEqual(refusal('QUORUM_WAS_MET', minute(1).toISOString()));
    expect(end('NOTICED', lost)).toEqual({ ok: true });
    expect(end('NOTICED', lost.slice(0, 2))).toEqual(refusal('QUORUM_WAS_MET', minute(1).toISOString()));
    expect(end('NOTICED', [], minute(-1))).toEqual(refusal('TOO_EARLY', minute(0).toISOString()));
    expect(end('NOTICED', [], minute(0))).toEqual({ ok: true });
    for (const state of MEETING_STATES) expect(end(state, []).ok).toBe(allowsAct(state, 'END_WITHOUT_QUORUM'));
  });
});

describe('public comment', () => {
  it('rule 6: is offered on an item before its vote (EC 35147, Gov. Code 54954.3)', () => {
    const offered = (offers: [string | null, number][], addedAt: number | null = null) => isCommentOffered(
      { itemId: 'a', addedAt: addedAt === null ? null : minute(addedAt) }, offers.map(([itemId, n]) => ({ itemId, at: minute(n) })), minute(10));
    expect(offered([])).toBe(false);
    expect(offered([['b', 5]])).toBe(false);
    expect(offered([['a', 11], [null, 11]])).toBe(false);
    expect(offered([['a', 10]])).toBe(true);
    expect(offered([[null, 1]])).toBe(true);
    expect(offered([[null, 1]], 4)).toBe(false);
    expect(offered([[null, 4]], 4)).toBe(true);
  });

  it('rule 7: is twice as long where it must be said again (Gov. Code 54954.3, AB 1787)', () => {
    expect(allottedSeconds(120, { translated: true, simultaneous: false })).toBe(240);
    expect(allottedSeconds(120, { translated: true, simultaneous: true })).toBe(120);
    expect(allottedSeconds(120, { translated: false, simultaneous: false })).toBe(120);
  });
});

describe('what a meeting leaves to the next', () => {
  const item = (itemId: string, outcome: EndedItem['outcome'], lineage: string[] = [], parentId: string | null = null): EndedItem => ({ itemId, parentId, intent: 'ACTION', outcome, lineage });
  const items = [item('a', 'ACTED'), item('b', 'OPEN'), item('c', 'WITHDRAWN'), item('d', 'TABLED', ['x', 'y']), item('e', 'CONTINUED')];

  it('is what was not decided, with where it comes from', () => {
    const expected = [{ intent: 'ACTION', why: 'OPEN', lineage: ['b'] }, { intent: 'ACTION', why: 'TABLED', lineage: ['x', 'y', 'd'] }, { intent: 'ACTION', why: 'CONTINUED', lineage: ['e'] }];
    for (const state of MEETING_STATES) {
      expect(carriedOver(state, items)).toEqual(['ADJOURNED', 'NO_QUORUM', 'CANCELLED'].includes(state) ? expected : []);
    }
  });

  it('is an item that nobody closed only for the sake of a part, unless somebody said that it goes on', () => {
    const left = (...all: EndedItem[]) => carriedOver('ADJOURNED', all).map(({ lineage }) => lineage.at(-1));
    const under = (parentId: string, itemId: string, outcome: EndedItem['outcome']) => item(itemId, outcome, [], parentId);
    expect(left(item('a', 'OPEN'), under('a', 'b', 'ACTED'), under('a', 'c', 'DISCUSSED'))).toEqual([]);
    expect(left(item('a', 'OPEN'), under('a', 'b', 'OPEN'), under('b', 'c', 'ACTED'))).toEqual([]);
    expect(left(item('a', 'OPEN'), under('a', 'b', 'ACTED'), under('b', 'c', 'TABLED'))).toEqual(['a', 'c']);
    expect(left(item('a', 'CONTINUED'), under('a', 'b', 'ACTED'))).toEqual(['a']);
  });
});

describe('rule 27: a valid demand brings an action back (EC 35147; Gov. Code 54960.1)', () => {
  const demand = (demandedOn: string, ground: 'AGENDA' | 'OTHER' = 'AGENDA', law: 'GREENE' | 'BROWN' | 'PRIVATE' = 'BROWN') =>
    decideDemand({ law, state: 'ADJOURNED' }, { ground, actedOn: '2026-12-01', demandedOn });

  it('under the Greene Act whenever it comes, to the next agenda with comment first', () => {
    expect(demand('2028-01-01', 'OTHER', 'GREENE')).toEqual({ ok: true, clocks: { demandUntil: null, answerBy: null } });
    expect(demandedItem('d', { itemId: 'b', lineage: ['a'] })).toEqual({ intent: 'ACTION', demandId: 'd', commentFirst: true, lineage: ['a', 'b'] });
    expect(demand('2026-11-30', 'OTHER', 'GREENE')).toEqual(refusal('BEFORE_ACTION', '2026-12-01'));
  });

  it('under the Brown Act within 30 or 90 days, answered within 30', () => {
    expect(demand('2026-12-01').ok).toBe(true);
    expect(demand('2026-12-31')).toEqual({ ok: true, clocks: { demandUntil: '2026-12-31', answerBy: '2027-01-30' } });
    expect(demand('2027-01-01')).toEqual(refusal('DEMAND_TOO_LATE', '2026-12-31'));
    expect(demand('2027-03-01', 'OTHER')).toEqual({ ok: true, clocks: { demandUntil: '2027-03-01', answerBy: '2027-03-31' } });
    expect(demand('2027-03-02', 'OTHER')).toEqual(refusal('DEMAND_TOO_LATE', '2027-03-01'));
  });

  it('a window that closes on a weekend closes on Monday', () => {
    const until = (actedOn: string) => decideDemand({ law: 'BROWN', state: 'ADJOURNED' }, { ground: 'AGENDA', actedOn, demandedOn: '2027-12-31' });
    expect(['2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05'].map((day) => until(day)))
      .toEqual(['2027-01-01', '2027-01-04', '2027-01-04', '2027-01-04'].map((day) => refusal('DEMAND_TOO_LATE', day)));
  });

  it('suit within 15 days of the answer, or of the day it was due', () => {
    expect(suitUntil('2027-01-30', '2027-01-05')).toBe('2027-01-20');
    expect(suitUntil('2027-01-30', null)).toBe('2027-02-14');
    expect(suitUntil('2027-01-30', '2027-02-10')).toBe('2027-02-14');
  });

  it('only of what a meeting has done, and where a law gives the remedy', () => {
    expect(demand('2026-12-02', 'AGENDA', 'PRIVATE')).toEqual(refusal('NO_REMEDY'));
    for (const state of MEETING_STATES) {
      expect(decideDemand({ law: 'GREENE', state }, { ground: 'OTHER', actedOn: '2026-12-01', demandedOn: '2026-12-02' }).ok).toBe(allowsAct(state, 'DEMAND'));
    }
  });
});
