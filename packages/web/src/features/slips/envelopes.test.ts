import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEnvelopes, type Recipient } from './envelopes.ts';

const person = (id: string, familyName: string, householdId: string | null = null): Recipient => ({ id, name: `${id} ${familyName}`, familyName, locale: 'en', householdId });

describe('envelopes', () => {
  it('puts a household in one envelope, filed under its first family name', () => {
    const envelopes = toEnvelopes([person('Zoe', 'Young'), person('Ana', 'Álvarez', 'h1'), person('Luis', 'Brown', 'h1'), person('Kim', 'Baker')], 'en');
    expect(envelopes.map(({ number, letters }) => [number, letters.map(letter => letter.id)])).toEqual([
      [1, ['Ana', 'Luis']],
      [2, ['Kim']],
      [3, ['Zoe']],
    ]);
  });

  it('writes every person exactly one letter and never splits a household', () => {
    const people = fc.array(fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), familyName: fc.constantFrom('Kim', 'Díaz', 'Diaz', '한'), householdId: fc.constantFrom(null, 'h1', 'h2', 'h3') }));
    fc.assert(
      fc.property(people, drawn => {
        const known = [...new Map(drawn.map(({ id, familyName, householdId }) => [id, person(id, familyName, householdId)])).values()];
        const envelopes = toEnvelopes([...known, ...known], 'es');
        const letters = envelopes.flatMap(envelope => envelope.letters);
        expect(letters.map(letter => letter.id).toSorted()).toEqual(known.map(each => each.id).toSorted());
        const households = envelopes.map(envelope => new Set(envelope.letters.map(letter => letter.householdId ?? letter.id)));
        expect(households.every(members => members.size === 1)).toBe(true);
        expect(new Set(households.map(members => [...members][0])).size).toBe(envelopes.length);
      }),
    );
  });
});
