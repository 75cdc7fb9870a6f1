import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { TextBinding, placeIn, type TextField } from './text-binding.ts';
import { changeOf, placeAfter } from './text-change.ts';

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Field implements TextField {
  value = '';
  selectionStart = 0;
  selectionEnd = 0;
  selectionDirection: 'forward' | 'backward' | 'none' = 'none';
  setSelectionRange(start: number | null, end: number | null): void {
    [this.selectionStart, this.selectionEnd] = [start ?? 0, end ?? 0];
  }
  /** As a hand does: replaces what is selected, and stands behind it. */
  type(start: number, end: number, words: string): void {
    this.value = this.value.slice(0, start) + words + this.value.slice(end);
    this.setSelectionRange(start + words.length, start + words.length);
  }
}

function desk(): { doc: Y.Doc; text: Y.Text; field: Field; binding: TextBinding } {
  const doc = new Y.Doc();
  const text = doc.getText('general');
  const field = new Field();
  return { doc, text, field, binding: new TextBinding(text, field) };
}

const send = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'server');

describe('a field and the text it shares', () => {
  it('are equal on both sides after any edits, in any order, with characters of two units', () => {
    const bits = ['a', 'aa', 'né', '😀', '😁', ' ', '\n', 'ab', ''];
    for (let seed = 1; seed <= 60; seed += 1) {
      const roll = dice(seed);
      const sides = [desk(), desk()];
      for (let turn = 0; turn < 40; turn += 1) {
        const { field, binding } = sides[roll() < 0.5 ? 0 : 1]!;
        const places = [...field.value].reduce<number[]>((at, character) => [...at, at.at(-1)! + character.length], [0]);
        const [a, b] = [places[Math.floor(roll() * places.length)]!, places[Math.floor(roll() * places.length)]!];
        field.type(Math.min(a, b), roll() < 0.6 ? Math.min(a, b) : Math.max(a, b), bits[Math.floor(roll() * bits.length)]!);
        binding.typed();
        for (const { field: shown, text } of sides) expect(shown.value, `seed ${seed}`).toBe(text.toString());
        if (roll() < 0.4) send(sides[0]!.doc, sides[1]!.doc);
        if (roll() < 0.4) send(sides[1]!.doc, sides[0]!.doc);
      }
      send(sides[0]!.doc, sides[1]!.doc);
      send(sides[1]!.doc, sides[0]!.doc);
      expect(sides[0]!.field.value, `seed ${seed}`).toBe(sides[1]!.field.value);
      expect(sides[0]!.field.value.isWellFormed(), `seed ${seed}`).toBe(true);
    }
  });

  it('keep the caret between the same letters while somebody else types before, behind and around it', () => {
    const [mine, theirs] = [desk(), desk()];
    mine.field.type(0, 0, 'The council met.');
    mine.binding.typed();
    send(mine.doc, theirs.doc);
    mine.field.setSelectionRange(11, 11);
    const seen = placeIn(theirs.text, mine.binding.caret().head);
    expect(seen).toBe(11);
    theirs.field.type(0, 0, '¡Sí! ');
    theirs.binding.typed();
    theirs.field.type(16, 16, ' of parents');
    theirs.binding.typed();
    send(theirs.doc, mine.doc);
    expect(mine.field.value).toBe('¡Sí! The council of parents met.');
    expect(mine.field.value.slice(0, mine.field.selectionStart)).toBe('¡Sí! The council');
    theirs.field.type(5, 32, '');
    theirs.binding.typed();
    send(theirs.doc, mine.doc);
    expect([mine.field.value, mine.field.selectionStart]).toEqual(['¡Sí! ', 5]);
  });

  it('undo what was typed here and nothing of anybody else, and show where', () => {
    const [mine, theirs] = [desk(), desk()];
    mine.field.type(0, 0, 'mine ');
    mine.binding.typed();
    send(mine.doc, theirs.doc);
    theirs.field.type(5, 5, 'theirs');
    theirs.binding.typed();
    send(theirs.doc, mine.doc);
    mine.binding.undo.undo();
    expect([mine.field.value, mine.field.selectionStart]).toEqual(['theirs', 0]);
    mine.binding.undo.redo();
    expect([mine.field.value, mine.field.selectionStart]).toEqual(['mine theirs', 5]);
  });

  it('cut a long paste into changes that the server takes', () => {
    const { doc, field, binding } = desk();
    const sizes: number[] = [];
    doc.on('update', ({ length }: Uint8Array) => { sizes.push(length); });
    field.type(0, 0, '𝄞ñ'.repeat(20_000));
    binding.typed();
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(64 * 1024);
    expect(doc.getText('general').toString()).toBe(field.value);
  });
});

describe('the least change', () => {
  it('is where the caret says, among equal letters', () => {
    expect(changeOf('aaa', 'aaaa', 2)).toEqual({ index: 1, remove: 0, insert: 'a' });
    expect(changeOf('aaa', 'aa', 1)).toEqual({ index: 1, remove: 1, insert: '' });
    expect(changeOf('same', 'same', 2)).toBeNull();
  });

  it('leaves characters of two units whole', () => {
    expect(changeOf('😀', '😁', 2)).toEqual({ index: 0, remove: 2, insert: '😁' });
    expect(changeOf('\u{1F600}', '\u{1FA00}', null)).toEqual({ index: 0, remove: 2, insert: '\u{1FA00}' });
    expect(changeOf('\u{1F600}', '\u{2FA00}', null)).toEqual({ index: 0, remove: 2, insert: '\u{2FA00}' });
  });

  it('moves a place no further than it must', () => {
    expect(placeAfter(3, [{ retain: 3 }, { insert: 'xx' }])).toBe(3);
    expect(placeAfter(3, [{ retain: 1 }, { delete: 5 }, { insert: 'y' }])).toBe(1);
  });
});
