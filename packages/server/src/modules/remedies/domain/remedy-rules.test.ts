import { describe, expect, it } from 'vitest';
import { demandedWords, suggestedWords } from './agenda-words.ts';
import { standingOfDemand } from './demand.ts';
import { dueOn, mayRecommend, standingOfRecommendation, unlessGrounded } from './recommendation.ts';
import { standingOfSuggestion } from './suggestion.ts';
import { shortened, textFaults } from './wording.ts';

describe('a demand', () => {
  const open = { settled: null, confirmed: false, onAgenda: false, metSince: false, answerBy: null } as const;

  it('is overdue after the Brown Act\'s day, or once the body met without settling it', () => {
    expect(standingOfDemand({ ...open, answerBy: '2026-05-01' }, '2026-05-01')).toBe('RECEIVED');
    expect(standingOfDemand({ ...open, answerBy: '2026-05-01', onAgenda: true }, '2026-05-02')).toBe('OVERDUE');
    expect(standingOfDemand({ ...open, answerBy: '2026-05-01', metSince: true }, '2026-05-01')).toBe('RECEIVED');
    expect(standingOfDemand({ ...open, onAgenda: true }, '2026-05-02')).toBe('ON_AGENDA');
    expect(standingOfDemand({ ...open, onAgenda: true, metSince: true }, '2026-05-02')).toBe('OVERDUE');
  });

  it('ends as it was settled, whatever day it is', () => {
    for (const settled of ['RECONSIDERED', 'ANSWERED', 'WITHDRAWN'] as const) expect(standingOfDemand({ ...open, settled, confirmed: true, metSince: true }, '2026-05-02')).toBe(settled);
    expect(standingOfDemand({ ...open, confirmed: true, metSince: true }, '2026-05-02')).toBe('CONFIRMED');
  });

  it('is worded for an agenda in both languages, in no more than its title may have', () => {
    const words = demandedWords({ item: { es: 'ñ'.repeat(300) }, actedOn: '2026-05-01', demandedOn: '2026-05-09', law: 'GREENE' });
    expect(words.title['en']).toMatch(/^Reconsider: ñ+…$/);
    expect(words.title['es']).toHaveLength(200);
    expect([words.description['en'], words.description['es']]).toEqual([expect.stringMatching(/May 9, 2026 .* May 1, 2026/), expect.stringMatching(/9 de mayo de 2026 .* 1 de mayo de 2026/)]);
    expect(words.rationale['en']).toContain('EC 35147');
  });
});

describe('a recommendation', () => {
  const [elac, ssc] = [{ id: 'a', environmentId: 'e', authority: 'ADVISORY', closed: false }, { id: 'b', environmentId: 'e', authority: 'DECIDING', closed: false }] as const;

  it('goes from an advisory body to one that decides, where both are', () => {
    expect(mayRecommend(elac, ssc)).toBe(true);
    for (const [from, to] of [[ssc, ssc], [ssc, elac], [elac, elac], [elac, { ...ssc, closed: true }], [elac, { ...ssc, environmentId: 'f' }]] as const) expect(mayRecommend(from, to)).toBe(false);
  });

  it('is owed an answer in thirty days, or by the day the motion says; late is answered all the same', () => {
    expect(dueOn('2026-02-10', null)).toBe('2026-03-12');
    expect(dueOn('2026-02-10', '2026-04-01')).toBe('2026-04-01');
    expect(standingOfRecommendation({ given: false, due: '2026-03-12', onAgenda: true }, '2026-03-12')).toBe('ON_AGENDA');
    expect(standingOfRecommendation({ given: false, due: '2026-03-12', onAgenda: true }, '2026-03-13')).toBe('OVERDUE');
    expect(standingOfRecommendation({ given: true, due: '2026-03-12', onAgenda: true }, '2026-03-13')).toBe('ANSWERED');
    expect(standingOfSuggestion({ recommended: true, answered: false, onAgenda: true })).toBe('RECOMMENDED');
  });

  it('is answered by a motion or by the chair, in every language that is required', () => {
    expect(unlessGrounded({ motion: null, chairs: false }, true)).toMatchObject({ reason: 'MOTION_OR_CHAIR' });
    expect(unlessGrounded({ motion: { adopted: false }, chairs: true }, true)).toMatchObject({ reason: 'NO_SUCH_MOTION' });
    for (const ground of [{ motion: { adopted: true }, chairs: false }, { motion: null, chairs: true }]) expect(unlessGrounded(ground, true)).toBeNull();
    expect(unlessGrounded({ motion: null, chairs: false }, false)).toBeNull();
    const said = [{ locale: 'en', text: 'Yes' }, { locale: 'es', text: ' ' }];
    expect(textFaults('text', said, 10, ['en', 'es'])).toMatchObject([{ code: 'MISSING_LOCALES', about: ['es'] }]);
    expect(textFaults('text', said, 10)).toEqual([]);
    expect(textFaults('text', [...said, said[0]!], 10)).toMatchObject([{ code: 'REPEATED' }]);
    expect(textFaults('text', [said[1]!], 10)).toMatchObject([{ code: 'REQUIRED' }]);
    expect(textFaults('text', [{ locale: 'en', text: '\u200b\u2800' }], 10)).toMatchObject([{ code: 'REQUIRED' }]);
  });
});

it('a suggestion is on an agenda in its own language, and in those it was put into', () => {
  const words = suggestedWords({ locale: 'ko', words: '통역사', translations: { es: 'Un intérprete' }, suggestedOn: '2026-05-01' });
  expect(words.title).toEqual({ en: 'Suggestion: 통역사', es: 'Sugerencia: Un intérprete' });
  expect(words.description).toEqual({ ko: '통역사', es: 'Un intérprete' });
});

it('a text is shortened without breaking a character', () => {
  expect(shortened('ab 😀😀', 4)).toBe('ab…');
  expect(shortened('a😀😀😀', 3).isWellFormed()).toBe(true);
  expect(shortened('abc', 3)).toBe('abc');
});
