import { describe, expect, it } from 'vitest';
import { MINUTES_ACTS, MINUTES_STATES, type MinutesAct, type MinutesState, afterAct, allowsAct } from './minutes-states.ts';

/** The whole table once more, by hand: state, act, where it leads. */
const ALLOWED: readonly (readonly [MinutesState, MinutesAct, MinutesState])[] = [
  ['DRAFT', 'EDIT', 'DRAFT'], ['DRAFT', 'CIRCULATE', 'CIRCULATED'],
  ['CIRCULATED', 'CORRECT', 'CIRCULATED'], ['CIRCULATED', 'RETURN', 'DRAFT'], ['CIRCULATED', 'APPROVE', 'APPROVED'],
  ['CIRCULATED', 'APPROVE_AS_CORRECTED', 'APPROVED_AS_CORRECTED'],
  ['APPROVED', 'AMEND', 'AMENDED'], ['APPROVED_AS_CORRECTED', 'AMEND', 'AMENDED'], ['AMENDED', 'AMEND', 'AMENDED'],
];

describe('the life of minutes', () => {
  const cases = MINUTES_STATES.flatMap((state) => MINUTES_ACTS.map((act) =>
    [state, act, ALLOWED.find(([from, by]) => from === state && by === act)?.[2] ?? null] as const));
  it.each(cases)('%s, %s: %s', (state, act, to) => {
    expect(afterAct(state, act)).toBe(to);
    expect(allowsAct(state, act)).toBe(to !== null);
  });
});
