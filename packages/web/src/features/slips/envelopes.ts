/** A person who is to get a letter: the least that the letter needs. */
export interface Recipient {
  readonly id: string;
  readonly name: string;
  readonly familyName: string;
  /** BCP 47 tag of the language the family reads. */
  readonly locale: string;
  /** Shared by people whose letters go in one envelope; null for somebody who lives alone in the register. */
  readonly householdId: string | null;
}

export interface Envelope<R extends Recipient = Recipient> {
  /** From 1, in the order of printing. */
  readonly number: number;
  readonly letters: readonly R[];
}

/**
 * One envelope per household, in the order of the family name under which an office would file it:
 * the first of its members'. Inside, the members by name. A person is never in two envelopes.
 */
export function toEnvelopes<R extends Recipient>(people: readonly R[], locale: string): Envelope<R>[] {
  const order = new Intl.Collator(locale, { sensitivity: 'base', numeric: true });
  const byName = (a: R, b: R) => order.compare(a.familyName, b.familyName) || order.compare(a.name, b.name) || order.compare(a.id, b.id);
  const households = Map.groupBy(new Map(people.map(person => [person.id, person])).values(), person => person.householdId ?? `alone:${person.id}`);
  return [...households.values()]
    .map(members => members.toSorted(byName))
    .toSorted((a, b) => byName(a[0]!, b[0]!))
    .map((letters, at) => ({ number: at + 1, letters }));
}
