import { expect, it } from 'vitest';
import { toCursor } from '../../../platform/graphql/paging.ts';
import { isStorable, isTimestamp, positionAfter } from '../application/cursors.ts';
import { isUuid } from '../application/sql.ts';
import { IsEmailAddress, NAME, PHONE, TEXT } from './rules.ts';

const ID = '00000000-0000-4000-8000-000000000000';

it('half a character and a null are refused before the database would fail at them', () => {
  expect(new IsEmailAddress().validate('\ud800')).toBe(false);
  expect(new IsEmailAddress().validate('ana@example.org')).toBe(true);
  for (const bad of ['\ud800', 'a\0b']) expect([NAME.test(bad), TEXT.test(bad)]).toEqual([false, false]);
  expect([NAME.test('Nuñez 🌱'), TEXT.test('two\nlines 🌱')]).toEqual([true, true]);
});

it('a cursor of another list is refused', () => {
  const started = '2026-11-23 16:50:09.157+00';
  expect(positionAfter(toCursor([started, ID]), isTimestamp, isUuid)).toEqual([started, ID]);
  expect(positionAfter(null, isTimestamp, isUuid)).toBeNull();
  for (const other of [['Ana', ID], [started, 'x'], ['9999-99-99 00:00:00+00', ID], [ID]]) {
    expect(() => positionAfter(toCursor(other), isTimestamp, isUuid)).toThrow();
  }
  expect(() => positionAfter(toCursor(['a\0', ID]), isStorable, isUuid)).toThrow();
  // As either engine writes a moment, and as a page does; nothing that the database would choke on.
  for (const moment of ['2026-11-23 16:50:09+00', '2026-11-23 16:50:09.157123-07', '2024-02-29 00:00:00+05:45', '2026-11-23T16:50:09.157Z', '0026-11-23T16:50:09Z']) expect(isTimestamp(moment), moment).toBe(true);
  for (const none of ['1', '2026', '2026-11-23', '0000-01-01 00:00:00+00', '0000-01-01T00:00:00Z', '+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-11-23 16:61:09+00', '2026-11-23 16:50:09+16', '2026-11-23 16:50:09 EST', '2026-11-23 16:50:09']) {
    expect(isTimestamp(none), none).toBe(false);
  }
});

it('telephone numbers are taken as people write them', () => {
  for (const phone of ['(213) 555-0100', '213-555-0100 x12', '+1 213 555 0100', '213.555.0100']) expect(PHONE.test(phone)).toBe(true);
  for (const none of ['', 'abc', '()', '5550']) expect(PHONE.test(none)).toBe(false);
});
