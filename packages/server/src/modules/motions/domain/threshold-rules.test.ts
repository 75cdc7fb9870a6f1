import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneOfBeside } from './choosing-threshold.ts';
import { motionFaults } from './motion-wording.ts';
import { explainQuestion } from './question.ts';
import { THRESHOLDS, type Threshold, type VoteCounts, explainThreshold } from './threshold.ts';
import { type UrgencyVote, explainUrgency } from './urgency.ts';

const counts = (ayes: number, noes: number, abstentions = 0, recused = 0, absent = 0): VoteCounts => {
  const present = ayes + noes + abstentions + recused;
  return { ayes, noes, abstentions, recused, present, members: present + absent };
};
const adopted = (threshold: Threshold, ...of: Parameters<typeof counts>) => explainThreshold(threshold, counts(...of)).adopted;

describe('rule 11: adopted when the ayes are more than half of the votes cast (domain.md S39)', () => {
  it('4-3-2 adopts, 4-4-1 fails, 9-8 of 17 passes', () => {
    expect(explainThreshold('MAJORITY_OF_CAST', counts(4, 3, 2))).toEqual({ adopted: true, ayes: 4, noes: 3, abstentions: 2, recused: 0, needed: 4, of: 'CAST', denominator: 7 });
    expect(explainThreshold('MAJORITY_OF_CAST', counts(4, 4, 1))).toMatchObject({ adopted: false, needed: 5, denominator: 8 });
    expect(explainThreshold('MAJORITY_OF_CAST', counts(9, 8))).toMatchObject({ adopted: true, needed: 9, denominator: 17 });
  });

  it('nothing is adopted by nobody', () => {
    for (const threshold of THRESHOLDS) {
      expect(adopted(threshold, 0, 0, 5)).toBe(false);
      expect(adopted(threshold, 0, 0, 0, 5)).toBe(false);
      expect(adopted(threshold, 0, 0)).toBe(false);
    }
  });

  it.each<[Threshold, Parameters<typeof counts>, boolean]>([
    ['TWO_THIRDS_OF_CAST', [6, 3, 5], true], ['TWO_THIRDS_OF_CAST', [5, 3], false],
    ['MAJORITY_OF_PRESENT', [4, 3], true], ['MAJORITY_OF_PRESENT', [4, 3, 1], false], ['MAJORITY_OF_PRESENT', [4, 3, 0, 3, 5], true],
    ['MAJORITY_OF_MEMBERS', [5, 0, 0, 0, 4], true], ['MAJORITY_OF_MEMBERS', [5, 0, 0, 0, 5], false], ['MAJORITY_OF_MEMBERS', [5, 0, 0, 5], false],
    ['TWO_THIRDS_OF_MEMBERS', [6, 0, 0, 0, 3], true], ['TWO_THIRDS_OF_MEMBERS', [6, 0, 0, 0, 4], false], ['TWO_THIRDS_OF_MEMBERS', [6, 0, 0, 4], false],
    ['UNANIMOUS_OF_PRESENT', [5, 0, 0, 0, 9], true], ['UNANIMOUS_OF_PRESENT', [5, 0, 1], false], ['UNANIMOUS_OF_PRESENT', [5, 0, 0, 2], true], ['UNANIMOUS_OF_PRESENT', [5, 1], false],
  ])('%s of %j: %s', (threshold, of, is) => { expect(adopted(threshold, ...of)).toBe(is); });

  const small = fc.nat(40);
  const votes = fc.tuple(small, small, small, small, small);
  const any = fc.constantFrom(...THRESHOLDS);

  it('is 2 * ayes > cast, whoever abstains, is recused or away', () => {
    fc.assert(fc.property(votes, ([ayes, noes, ...others]) => { expect(adopted('MAJORITY_OF_CAST', ayes, noes, ...others)).toBe(2 * ayes > ayes + noes); }));
  });

  it('another aye never turns adopted into failed, nor a further no failed into adopted', () => {
    fc.assert(fc.property(any, votes, (threshold, [ayes, noes, ...others]) => {
      const is = adopted(threshold, ayes, noes, ...others);
      expect(is && !adopted(threshold, ayes + 1, noes, ...others)).toBe(false);
      expect(!is && adopted(threshold, ayes, noes + 1, ...others)).toBe(false);
    }), { numRuns: 500 });
  });

  it('and neither does a no that becomes an aye', () => {
    fc.assert(fc.property(any, votes, (threshold, [ayes, noes, ...others]) => {
      expect(adopted(threshold, ayes, noes + 1, ...others) && !adopted(threshold, ayes + 1, noes, ...others)).toBe(false);
    }), { numRuns: 500 });
  });
});

describe('rule 25: approved minutes change by more than a majority where nobody was told (domain.md S46)', () => {
  const NOTICED = ['MAJORITY_OF_CAST', 'TWO_THIRDS_OF_CAST', 'MAJORITY_OF_MEMBERS'] as const;
  const UNNOTICED = ['TWO_THIRDS_OF_CAST', 'MAJORITY_OF_MEMBERS'] as const;
  const explain = (chosen: Threshold, ways: readonly Threshold[], ...of: Parameters<typeof counts>) => explainQuestion({ kind: 'THRESHOLD', threshold: chosen, oneOf: oneOfBeside(chosen, ways) }, counts(...of));

  it('3-2-2 of nine with notice adopts and without it fails, by the way it came nearest to', () => {
    expect(explain('MAJORITY_OF_CAST', NOTICED, 3, 2, 2, 0, 2)).toMatchObject({ adopted: true, threshold: 'MAJORITY_OF_CAST', needed: 3 });
    expect(explain('MAJORITY_OF_CAST', UNNOTICED, 3, 2, 2, 0, 2)).toMatchObject({ adopted: false, threshold: 'TWO_THIRDS_OF_CAST', needed: 4, denominator: 5 });
    expect(explain('MAJORITY_OF_CAST', UNNOTICED, 5, 4)).toMatchObject({ adopted: true, threshold: 'MAJORITY_OF_MEMBERS', needed: 5 });
    expect(explain('MAJORITY_OF_CAST', UNNOTICED, 4, 2, 0, 0, 3)).toMatchObject({ adopted: true, threshold: 'TWO_THIRDS_OF_CAST', needed: 4 });
  });

  it('by what was chosen for it and by one of the ways', () => {
    expect(explain('MAJORITY_OF_PRESENT', UNNOTICED, 4, 1, 2, 0, 2)).toMatchObject({ adopted: true, threshold: 'TWO_THIRDS_OF_CAST', needed: 4 });
    expect(explain('MAJORITY_OF_PRESENT', UNNOTICED, 3, 0, 4, 0, 2)).toMatchObject({ adopted: false, threshold: 'MAJORITY_OF_PRESENT', needed: 4 });
    fc.assert(fc.property(fc.constantFrom(...THRESHOLDS), fc.constantFrom([], NOTICED, UNNOTICED), fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20)), (chosen, ways, of) => {
      const by = (threshold: Threshold) => adopted(threshold, ...of);
      expect(explain(chosen, ways, ...of).adopted).toBe(by(chosen) && (ways.length === 0 || ways.some(by)));
    }), { numRuns: 500 });
  });
});

describe('rule 2: acts on what was not posted when it is found urgent (EC 35147, Gov. Code 54954.2)', () => {
  const words = { immediate: 'The grant closes tomorrow.', afterPosting: 'The letter came after posting.' };
  const vote = (ayes: number, present: number, members: number, noes = 0): UrgencyVote => ({ ayes, noes, present, members });
  const found = (law: 'GREENE' | 'BROWN' | 'PRIVATE', ...of: Parameters<typeof vote>) => explainUrgency(law, vote(...of), words).found;

  it('and both findings are said in letters somebody sees', () => {
    const motion = { kind: 'URGENCY', itemId: 'a', aboutId: null, text: [{ locale: 'en', text: 'That it is urgent.' }], immediate: '\u200b', afterPosting: '\u2800 \u2060', reviewOn: null } as const;
    expect(motionFaults(motion, '2026-12-01')).toMatchObject([{ field: 'immediate', code: 'REQUIRED' }, { field: 'afterPosting', code: 'REQUIRED' }]);
    expect(motionFaults({ ...motion, immediate: 'The pipe burst.', afterPosting: 'ليلة أمس' }, '2026-12-01')).toEqual([]);
  });

  it('GREENE: by every member present', () => {
    expect(explainUrgency('GREENE', vote(7, 7, 12), words)).toEqual({ found: true, threshold: 'UNANIMOUS', ayes: 7, needed: 7, denominator: 7, missing: [] });
    expect(found('GREENE', 6, 7, 12)).toBe(false);
    expect(found('GREENE', 0, 0, 12)).toBe(false);
  });

  it('BROWN: by two thirds of those present, by all when fewer than two thirds attend', () => {
    expect(explainUrgency('BROWN', vote(6, 8, 12), words)).toMatchObject({ found: true, threshold: 'TWO_THIRDS', needed: 6 });
    expect(found('BROWN', 5, 8, 12)).toBe(false);
    expect(explainUrgency('BROWN', vote(6, 7, 12), words)).toMatchObject({ found: false, threshold: 'UNANIMOUS', needed: 7 });
    expect(found('BROWN', 7, 7, 12)).toBe(true);
  });

  it('PRIVATE: by a majority of the votes cast', () => {
    expect(explainUrgency('PRIVATE', vote(4, 9, 12, 3), words)).toMatchObject({ found: true, threshold: 'MAJORITY', needed: 4, denominator: 7 });
    expect(found('PRIVATE', 4, 9, 12, 4)).toBe(false);
    expect(found('PRIVATE', 0, 9, 12)).toBe(false);
  });

  it('with both findings in words, which a private association does not owe', () => {
    const missing = (law: 'GREENE' | 'BROWN' | 'PRIVATE', rest: Partial<typeof words>) => explainUrgency(law, vote(7, 7, 7), { ...words, ...rest });
    for (const law of ['GREENE', 'BROWN'] as const) {
      expect(missing(law, { immediate: ' ' })).toMatchObject({ found: false, missing: ['immediate'] });
      expect(missing(law, { afterPosting: '' })).toMatchObject({ found: false, missing: ['afterPosting'] });
    }
    expect(missing('PRIVATE', { immediate: '', afterPosting: '' })).toMatchObject({ found: true, missing: [] });
  });

  it('under the Greene Act never more easily than under the Brown Act', () => {
    fc.assert(fc.property(fc.nat(20), fc.nat(20), fc.nat(20), (ayes, more, away) => {
      const of = [ayes, ayes + more, ayes + more + away] as const;
      expect(found('GREENE', ...of) && !found('BROWN', ...of)).toBe(false);
    }));
  });
});
