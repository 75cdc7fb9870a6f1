import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';
import { isDay, periodOf } from './period.ts';
import { inAll, plain, popolo, voteOf } from './popolo.ts';
import { type ImportFault, Part } from './reading.ts';

describe('a line of a table', () => {
  it('is one line whatever is in it, and no formula', () => {
    expect(csvLine(['a', 1, true, null, new Date(0)])).toBe('a,1,true,,1970-01-01T00:00:00.000Z\r\n');
    expect(csvLine(['so, "so"', 'two\nlines'])).toBe('"so, ""so""","two\nlines"\r\n');
    expect(csvLine(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1', -1])).toBe(`'=1+1,'+1,'-1,'@SUM(A1),'\t=1,' =1,'＝1,-1\r\n`);
  });
});

describe('a period', () => {
  it('is of days of the calendar', () => {
    // The year before 1 was not 0, and the database knows it.
    expect(['2026-02-28', '2026-02-29', '2024-02-29', '2026-2-1', '0000-01-01', 20260201].map(isDay)).toEqual([true, false, true, false, false, false]);
    expect(periodOf({ from: '2026-01-01' })).toEqual({ from: '2026-01-01', to: null });
    expect(periodOf({ to: ['2026-01-01', '2026-01-02'] })).toEqual({ wrong: 'to' });
  });
});

describe('Popolo', () => {
  it('has one text, and ours beside it where that does not say all', () => {
    expect([plain({ es: 'Sí', en: 'Yes' }), plain({ hy: 'Այո', es: 'Sí' }), plain({})]).toEqual(['Yes', 'Sí', null]);
    expect([inAll({ en: 'Yes' }), inAll({}), inAll({ es: 'Sí' })]).toEqual([null, null, { es: 'Sí' }]);
    expect(popolo({ id: 'a', name: null }, { kind: 'B', none: undefined })).toEqual({ id: 'a', 'plenary:kind': 'B' });
    expect(['yes', 'Not Voting', 'paired'].map(voteOf)).toEqual(['AYE', 'RECUSED', null]);
  });
});

describe('reading a document', () => {
  it('says of everything wrong where it is', () => {
    const faults: ImportFault[] = [];
    const whole = Part.whole({ list: [{ day: '2026-02-30', at: '2026-01-01T10Z', n: 1.5, 'a/b': 5 }, 7], text: {} }, faults, 'en', 'America/Los_Angeles');
    const [first] = whole.parts('list');
    expect(first!.day('day')).toBeNull();
    expect(first!.moment('at')).toEqual(new Date('2026-01-01T10:00:00Z'));
    first!.count('n');
    first!.text('a/b');
    first!.required('name');
    whole.text('text');
    expect(faults.map(({ pointer, rule }) => `${pointer} ${rule}`)).toEqual(['/list/1 TYPE', '/list/0/day DAY', '/list/0/n TYPE', '/list/0/a~1b TYPE', '/list/0/name REQUIRED', '/text TYPE']);
    // A day alone begins where the environment is, also on those on which the clock changes.
    for (const [given, begins] of [['2026-07-01', '07:00'], ['2026-03-08', '08:00'], ['2026-11-01', '07:00'], ['2026-12-31', '08:00']]) {
      expect(Part.whole({ at: given }, faults, 'en', 'America/Los_Angeles').moment('at')).toEqual(new Date(`${given}T${begins}:00Z`));
    }
    expect([['2026', '2026-01-01'], ['2026-05', '2026-05-01']].every(([given, read]) => Part.whole({ day: given }, faults, 'en', 'America/Los_Angeles').day('day') === read)).toBe(true);
  });
});
