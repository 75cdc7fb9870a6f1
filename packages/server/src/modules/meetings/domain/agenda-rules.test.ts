import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, type Placed, branchOf, decidePlace, inOrder, siblingsWith } from './agenda-tree.ts';
import { MEETING_STATES } from './meeting-states.ts';
import { isNamedTo, maySeeMeeting, meetingPermissions } from './policy.ts';
import { daysOfSeries } from './series.ts';

const placed = (id: string, parentId: string | null, position: number): Placed => ({ id, parentId, position });
const TREE = [placed('b', null, 2), placed('a', null, 1), placed('b2', 'b', 7), placed('b1', 'b', 3), placed('b1x', 'b1', 1)];

describe('an agenda', () => {
  it('is read from top to bottom, with numbers as people say them', () => {
    expect(inOrder(TREE).map(({ id, depth, label }) => [id, depth, label])).toEqual([['a', 0, '1'], ['b', 0, '2'], ['b1', 1, '2.1'], ['b1x', 2, '2.1.1'], ['b2', 1, '2.2']]);
    expect(inOrder([placed('lost', 'gone', 1)])).toEqual([]);
    expect(branchOf(TREE, 'b').toSorted()).toEqual(['b', 'b1', 'b1x', 'b2']);
  });

  it('lets an item stand where there is room', () => {
    const reason = (itemId: string | null, parentId: string | null) => {
      const decision = decidePlace(TREE, itemId, parentId);
      return decision.ok ? 'OK' : decision.refusal.reason;
    };
    expect([reason(null, null), reason(null, 'b1'), reason('a', 'b1'), reason('b1', null), reason('b1', 'a')]).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
    expect([reason(null, 'b1x'), reason('b', 'a'), reason('b1', 'b2')]).toEqual(['TOO_DEEP', 'TOO_DEEP', 'TOO_DEEP']);
    expect([reason('b', 'b'), reason('b', 'b1x'), reason('a', 'gone')]).toEqual(['UNDER_ITSELF', 'UNDER_ITSELF', 'NO_SUCH_ITEM']);
  });

  it('puts an item among its siblings, from 1 to the end', () => {
    expect([1, 2, 3, 99, -5].map((position) => siblingsWith(TREE, 'a', 'b', position).join(' '))).toEqual(['a b1 b2', 'b1 a b2', 'b1 b2 a', 'b1 b2 a', 'a b1 b2']);
    expect(siblingsWith(TREE, 'b2', 'b', 1)).toEqual(['b2', 'b1']);
  });

  it('stays a tree of three levels at most, however it is moved about', () => {
    const ids = ['p', 'q', 'r', 's', 't'];
    const move = fc.record({ id: fc.constantFrom(...ids), under: fc.option(fc.constantFrom(...ids), { nil: null }), position: fc.integer({ min: 1, max: 6 }) });
    fc.assert(fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let items = ids.map((id, at) => placed(id, null, at + 1));
      for (const { id, under, position } of moves) {
        if (!decidePlace(items, id, under).ok) continue;
        const order = siblingsWith(items, id, under, position);
        items = items.map((item) => (order.includes(item.id) ? placed(item.id, under, order.indexOf(item.id) + 1) : item));
      }
      const read = inOrder(items);
      expect(read.map(({ id }) => id).toSorted()).toEqual(ids);
      expect(Math.max(...read.map(({ depth }) => depth))).toBeLessThan(DEEPEST);
    }), { numRuns: 300 });
  });
});

describe('a series', () => {
  it('meets each week on the same weekday', () => {
    expect(daysOfSeries('2026-12-21', { every: 'WEEKLY', times: 3 })).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
  });

  it('or each month on the same weekday of the same week, a fifth one on the last', () => {
    expect(daysOfSeries('2026-12-08', { every: 'MONTHLY', times: 4 })).toEqual(['2026-12-08', '2027-01-12', '2027-02-09', '2027-03-09']); // second Tuesdays
    expect(daysOfSeries('2026-12-29', { every: 'MONTHLY', times: 4 })).toEqual(['2026-12-29', '2027-01-26', '2027-02-23', '2027-03-30']); // fifth, then last Tuesdays
  });
});

describe('who prepares a meeting', () => {
  const may = (prepares: boolean, state: (typeof MEETING_STATES)[number]) =>
    Object.entries(meetingPermissions({ prepares, member: true }, state)).filter(([, allowed]) => allowed).map(([act]) => act).join(' ');

  it('may do what its state allows, and nobody else anything', () => {
    expect(MEETING_STATES.map((state) => may(true, state))).toEqual(['edit postNotice discard papers', 'edit postNotice provePosting cancel papers', 'papers', 'papers', '', '']);
    expect(MEETING_STATES.map((state) => may(false, state))).toEqual(['', '', '', '', '', '']);
  });

  it('sees it before its first notice; everybody does afterwards, but for the names of students', () => {
    const [inside, outside] = [{ prepares: true, member: true }, { prepares: false, member: false }];
    expect([maySeeMeeting(inside, { noticed: false }), maySeeMeeting(outside, { noticed: false }), maySeeMeeting(outside, { noticed: true })]).toEqual([true, false, true]);
    expect([isNamedTo(outside, { student: true }), isNamedTo(outside, { student: false }), isNamedTo(inside, { student: true })]).toEqual([false, true, true]);
  });
});
