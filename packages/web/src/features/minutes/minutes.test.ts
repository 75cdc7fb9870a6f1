import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Block, changesBetween, type FoundName, hashOf, passageOf, publicCopy, wordsChanged } from './minutes.ts';

const said = (locale: string, text: string) => ({ __typename: 'LocalizedText' as const, locale, text });
const block = (id: string, en: string, es: string, more: Partial<Block> = {}): Block => ({ __typename: 'MinutesBlock', id, kind: 'NOTES', itemId: null, motionId: null, level: 0, text: [said('en', en), said('es', es)], lines: [], ...more });

describe('the passage a correction is about', () => {
  it('is what was changed, as whole words', () => {
    expect(passageOf(['The vote was five to two.'], 'The vote was five to two.', 'The vote was six to two.')).toEqual({ before: 'five', after: 'six' });
    expect(passageOf(['Ana spoke.'], 'Ana spoke.', 'Ana spoke. Then Luis.')).toMatchObject({ after: expect.stringContaining('spoke. Then Luis.') });
    expect(passageOf(['It is so.'], 'It is so.', 'It is so.')).toBeNull();
  });

  it('is as long as it takes to stand in the block once, wherever else in it the words are', () => {
    const text = 'Ana moved and Ana seconded.';
    const passage = passageOf([text], text, 'Ana moved and Eva seconded.')!;
    expect(text.split(passage.before)).toHaveLength(2);
    expect(text.replace(passage.before, passage.after)).toBe('Ana moved and Eva seconded.');
    const twice = ['Present: 5', 'Present: 5 of 7'];
    expect(passageOf(twice, 'Present: 5 of 7', 'Present: 6 of 7')).toEqual({ before: '5 of', after: '6 of' });
  });

  it('makes the text as it was edited, for any edit', () => {
    const words = ['ana', 'eva', 'the', 'the', 'vote', 'was', 'five', 'to', 'two'];
    for (let seed = 1; seed <= 200; seed += 1) {
      const pick = (nth: number) => words[(seed * 7 + nth * nth * 13 + nth) % words.length]!;
      const before = Array.from({ length: 9 }, (_, nth) => pick(nth)).join(' ');
      const at = seed % 9;
      const after = before.split(' ').map((word, nth) => (nth === at ? `${word}s new` : word)).join(' ');
      const passage = passageOf([before], before, after)!;
      expect(before.split(passage.before)).toHaveLength(2);
      expect(before.replace(passage.before, () => passage.after)).toBe(after);
    }
  });
});

it('tells word by word what a text became, and both ways of reading it give the whole', () => {
  const pieces = wordsChanged('The vote was five to two.', 'The open vote was five to three.');
  expect(pieces.filter(({ kind }) => kind !== 'SAME').map(({ kind, text }) => [kind, text.trim()])).toEqual([['NEW', 'open'], ['GONE', 'two.'], ['NEW', 'three.']]);
  expect(pieces.filter(({ kind }) => kind !== 'NEW').map(({ text }) => text).join('')).toBe('The vote was five to two.');
  expect(pieces.filter(({ kind }) => kind !== 'GONE').map(({ text }) => text).join('')).toBe('The open vote was five to three.');
});

it('finds the passages of a later version that read differently, in one language', () => {
  const before = [block('a', 'One.', 'Uno.'), block('b', 'Two.', 'Dos.')];
  const after = [block('a', 'One.', 'Un.'), block('b', 'Two.', 'Dos.'), block('c', 'Three.', 'Tres.')];
  expect(changesBetween(before, after, () => 'es').map(({ id }) => id)).toEqual(['a', 'c']);
  expect(changesBetween(before, after, () => 'en').map(({ id }) => id)).toEqual(['c']);
});

it('calls students by their seat in the public copy, several in one passage, in the language they were found in', () => {
  const text = 'Mia Lopez asked Leo Park.';
  const found = [{ blockId: 'a', language: 'en', start: 0, end: 9, label: 'Student 1' }, { blockId: 'a', language: 'en', start: 16, end: 24, label: 'Student 2' }] as FoundName[];
  const [shown] = publicCopy([block('a', text, text)], found);
  expect(shown!.text.map((each) => each.text)).toEqual(['Student 1 asked Student 2.', text]);
});

it('computes the fingerprint of a version over its canonical text alone', async () => {
  const line = { __typename: 'MinutesLine' as const, text: [said('es', 'Ana'), said('en', 'Ana')], detail: [said('en', 'aye'), said('es', 'a favor')] };
  const canonical = '{"blocks":[{"id":"a","itemId":null,"kind":"VOTE","level":0,"lines":[{"detail":{"en":"aye","es":"a favor"},"text":{"en":"Ana","es":"Ana"}}],"motionId":null,"text":{"en":"Sí – yes","es":"Sí"}}],"meetingId":"m","number":2}';
  expect(await hashOf('m', 2, [block('a', 'Sí – yes', 'Sí', { kind: 'VOTE', lines: [line] })])).toBe(createHash('sha256').update(canonical).digest('hex'));
});
