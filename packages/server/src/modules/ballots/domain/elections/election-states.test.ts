import { describe, expect, it } from 'vitest';
import { ELECTION_ACTS, ELECTION_STATES, type ElectionAct, type ElectionState, electionAfter, electionAllows } from './election-states.ts';

/** The whole table once more, by hand: state, act, where it leads. */
const ALLOWED: readonly (readonly [ElectionState, ElectionAct, ElectionState])[] = [
  ['SCHEDULED', 'REVISE', 'SCHEDULED'], ['SCHEDULED', 'NOTICE', 'NOTICED'], ['SCHEDULED', 'WITHDRAW', 'WITHDRAWN'],
  ['NOTICED', 'REVISE', 'SCHEDULED'], ['NOTICED', 'BEGIN_NOMINATIONS', 'NOMINATING'], ['NOTICED', 'WITHDRAW', 'WITHDRAWN'],
  ['NOMINATING', 'NOMINATE', 'NOMINATING'], ['NOMINATING', 'OPEN', 'OPEN'], ['NOMINATING', 'WITHDRAW', 'WITHDRAWN'],
  ['OPEN', 'CLOSE', 'CLOSED'], ['CLOSED', 'TALLY', 'TALLIED'], ['TALLIED', 'SIGN', 'TALLIED'], ['TALLIED', 'CERTIFY', 'CERTIFIED'],
  ['CERTIFIED', 'CHALLENGE', 'CHALLENGED'], ['CERTIFIED', 'SEAT', 'CERTIFIED'],
  ['CHALLENGED', 'CHALLENGE', 'CHALLENGED'], ['CHALLENGED', 'DISMISS', 'CERTIFIED'], ['CHALLENGED', 'SET_ASIDE', 'SET_ASIDE'],
];

describe('the life of an election', () => {
  for (const state of ELECTION_STATES) {
    for (const act of ELECTION_ACTS) {
      const leads = ALLOWED.find(([from, by]) => from === state && by === act)?.[2] ?? null;
      it(`${state} + ${act} → ${leads ?? 'refused'}`, () => {
        expect(electionAfter(state, act)).toBe(leads);
        expect(electionAllows(state, act)).toBe(leads !== null);
      });
    }
  }

  it('cannot be withdrawn or revised once people vote, and ends nowhere else than it should', () => {
    const open: readonly ElectionState[] = ['OPEN', 'CLOSED', 'TALLIED', 'CERTIFIED', 'CHALLENGED'];
    for (const state of open) expect([electionAfter(state, 'WITHDRAW'), electionAfter(state, 'REVISE')]).toEqual([null, null]);
    const ends = ELECTION_STATES.filter((state) => ELECTION_ACTS.every((act) => !electionAllows(state, act)));
    expect(ends).toEqual(['SET_ASIDE', 'WITHDRAWN']);
  });
});
