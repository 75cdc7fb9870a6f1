import { describe, expect, it } from 'vitest';
import { MEETING_ACTS, MEETING_STATES, type MeetingAct, type MeetingState, afterAct, allowsAct } from './meeting-states.ts';

/** The whole table once more, by hand: state, act, where it leads. */
const ALLOWED: readonly (readonly [MeetingState, MeetingAct, MeetingState])[] = [
  ['DRAFT', 'REVISE', 'DRAFT'], ['DRAFT', 'POST_NOTICE', 'NOTICED'], ['DRAFT', 'DISCARD', 'CANCELLED'],
  ['NOTICED', 'REVISE', 'NOTICED'], ['NOTICED', 'POST_NOTICE', 'NOTICED'], ['NOTICED', 'PROVE_POSTING', 'NOTICED'], ['NOTICED', 'ATTEND', 'NOTICED'],
  ['NOTICED', 'CALL_TO_ORDER', 'IN_SESSION'], ['NOTICED', 'END_WITHOUT_QUORUM', 'NO_QUORUM'], ['NOTICED', 'CANCEL', 'CANCELLED'],
  ['IN_SESSION', 'ATTEND', 'IN_SESSION'], ['IN_SESSION', 'RECORD', 'IN_SESSION'], ['IN_SESSION', 'END_WITHOUT_QUORUM', 'NO_QUORUM'],
  ['IN_SESSION', 'ADJOURN', 'ADJOURNED'], ['ADJOURNED', 'DEMAND', 'ADJOURNED'],
  ['DRAFT', 'FILE_PAPER', 'DRAFT'], ['NOTICED', 'FILE_PAPER', 'NOTICED'], ['IN_SESSION', 'FILE_PAPER', 'IN_SESSION'], ['ADJOURNED', 'FILE_PAPER', 'ADJOURNED'],
];

describe('the life of a meeting', () => {
  const cases = MEETING_STATES.flatMap((state) => MEETING_ACTS.map((act) =>
    [state, act, ALLOWED.find(([from, by]) => from === state && by === act)?.[2] ?? null] as const));
  it.each(cases)('%s, %s: %s', (state, act, to) => {
    expect(afterAct(state, act)).toBe(to);
    expect(allowsAct(state, act)).toBe(to !== null);
  });
});
