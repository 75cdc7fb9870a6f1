import { describe, expect, it } from 'vitest';
import { diff } from './diff.ts';

describe('what changed in a text', () => {
  it('is told word by word', () => {
    expect(diff('From Monday on.', 'From Tuesday on.')).toEqual([
      { kind: 'SAME', text: 'From ' }, { kind: 'REMOVED', text: 'Monday ' }, { kind: 'ADDED', text: 'Tuesday ' }, { kind: 'SAME', text: 'on.' },
    ]);
    expect(diff('a b c', 'b')).toEqual([{ kind: 'REMOVED', text: 'a ' }, { kind: 'SAME', text: 'b ' }, { kind: 'REMOVED', text: 'c' }]);
    expect(diff('For a month.', 'For a month. With a guard.')).toEqual([{ kind: 'SAME', text: 'For a month. ' }, { kind: 'ADDED', text: 'With a guard.' }]);
    expect(diff('', 'All new')).toEqual([{ kind: 'ADDED', text: 'All new' }]);
    expect(diff('All gone', '')).toEqual([{ kind: 'REMOVED', text: 'All gone' }]);
    expect(diff('', '')).toEqual([]);
  });

  it('put together is the text after, or the text before, whatever the texts', () => {
    const texts = ['', 'a b c', 'a  c\n\nb', 'c a b a c', 'b', 'a b c d e f g', 'g f e d c b a'];
    const trim = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
    for (const before of texts) {
      for (const after of texts) {
        const of = (not: string) => trim(diff(before, after).filter(({ kind }) => kind !== not).map(({ text }) => text).join(''));
        expect(of('REMOVED'), `${before} to ${after}`).toBe(trim(after));
        expect(of('ADDED'), `${before} to ${after}`).toBe(trim(before));
      }
    }
  });
});
