import { describe, expect, it } from 'vitest';
import { readCounts, readRows } from './read-marks.ts';

const options = [{ id: 'a', kind: 'CHOICE' }, { id: 'b', kind: 'CHOICE' }, { id: 'c', kind: 'CHOICE' }, { id: 'none', kind: 'ABSTAIN' }] as const;
const row = (marks: string, papers: string) => ({ key: `${marks}/${papers}`, marks, papers });

describe('marks read off printed ballots', () => {
  it('are the printed numbers, in the order of a ranking', () => {
    expect(readRows('SCOTTISH_STV', options, [row('2 > 1', '3'), row('', ''), row('4', '1')])).toEqual({
      piles: [{ optionIds: ['b', 'a'], papers: 3 }, { optionIds: ['none'], papers: 1 }],
    });
  });

  it.each([['2 2', '1'], ['5', '1'], ['0', '1'], ['x', '1'], ['', '1'], ['1', '0'], ['1', ''], ['1', '-1'], ['1', '1.5']])('name the row that cannot be read: %s, %s', (marks, papers) => {
    expect(readRows('APPROVAL', options, [row('1', '2'), row(marks, papers)])).toEqual({ faulty: `${marks}/${papers}` });
  });

  it('are one number for each option where options are given numbers, or an abstention', () => {
    expect(readRows('SCORE', options, [row('5, 0, 3', '2'), row('a', '1')])).toEqual({
      piles: [{ optionIds: [], scores: [{ optionId: 'a', score: 5 }, { optionId: 'b', score: 0 }, { optionId: 'c', score: 3 }], papers: 2 }, { optionIds: ['none'], papers: 1 }],
    });
    expect(readRows('DOTS', options, [row('1 2', '1')])).toEqual({ faulty: '1 2/1' });
  });

  it('are counts by option where each paper has one mark', () => {
    expect(readCounts(options, { a: '12', b: '', c: '0' })).toEqual([{ optionIds: ['a'], papers: 12 }]);
    expect(readCounts(options, { a: 'twelve' })).toBeNull();
  });
});
