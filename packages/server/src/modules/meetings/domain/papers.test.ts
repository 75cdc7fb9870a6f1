import { expect, it } from 'vitest';
import type { NoticeRule } from './meeting.ts';
import { HOUR } from './notice-period.ts';
import { MOST_PAPERS, availableFrom, decidePaper, isLatePaper } from './papers.ts';

const START = new Date('2026-10-05T17:00:00-07:00');
const before = (hours: number) => new Date(START.getTime() - hours * HOUR);
const paper = (added: number, withdrawn: number | null = null, itemId = 'budget') => ({ itemId, addedAt: before(added), withdrawnAt: withdrawn === null ? null : before(withdrawn) });
const notice = (posted: number, ...itemIds: string[]) => ({ postedAt: before(posted), itemIds });

it('lets everybody read a paper from the first notice of its item on, or at once', () => {
  const notices = [notice(100, 'minutes'), notice(90, 'budget'), notice(80, 'budget')];
  expect(availableFrom(paper(200), notices)).toEqual(before(90));
  expect(availableFrom(paper(50), notices)).toEqual(before(50));
  expect(availableFrom(paper(200), notices.slice(0, 1))).toBeNull();
  expect(availableFrom(paper(200, 95), notices)).toBeNull();
  expect(availableFrom(paper(200, 85), notices)).toEqual(before(90));
});

it('calls a paper late within the hours of notice, to the millisecond (Gov. Code 54957.5)', () => {
  const law = (rest: Partial<NoticeRule> = {}): NoticeRule => ({ law: 'GREENE', kind: 'REGULAR', noticeHours: 0, ...rest });
  expect(isLatePaper(before(72), START, law())).toBe(false);
  expect(isLatePaper(new Date(before(72).getTime() + 1), START, law())).toBe(true);
  expect(isLatePaper(before(30), START, law({ law: 'BROWN', kind: 'SPECIAL' }))).toBe(false);
  expect(isLatePaper(new Date(START.getTime() + HOUR), START, law())).toBe(true);
  expect(isLatePaper(null, START, law())).toBe(false);
});

it('limits the papers of one item, those taken back not counted', () => {
  const papers = [...Array.from({ length: MOST_PAPERS - 1 }, () => paper(1)), paper(1, 0), paper(1, null, 'minutes')];
  expect(decidePaper(papers, 'budget')).toEqual({ ok: true });
  expect(decidePaper([...papers, paper(1)], 'budget')).toMatchObject({ refusal: { reason: 'TOO_MANY_PAPERS', about: [String(MOST_PAPERS)] } });
});
