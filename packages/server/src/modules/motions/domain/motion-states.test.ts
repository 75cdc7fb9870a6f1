import { describe, expect, it } from 'vitest';
import { MOTION_ACTS, MOTION_STATES, type MotionAct, type MotionState, afterAct, allowsAct } from './motion-states.ts';

/** The whole table once more, by hand: state, act, where it leads. */
const ALLOWED: readonly (readonly [MotionState, MotionAct, MotionState])[] = [
  ['MOVED', 'SECOND', 'SECONDED'], ['MOVED', 'LAPSE', 'FAILED'], ['MOVED', 'WITHDRAW', 'WITHDRAWN'],
  ['SECONDED', 'STATE', 'OPEN'], ['SECONDED', 'WITHDRAW', 'WITHDRAWN'],
  ['OPEN', 'AMEND', 'OPEN'], ['OPEN', 'OPEN_VOTE', 'VOTING'], ['OPEN', 'CONSENT', 'ADOPTED'], ['OPEN', 'TABLE', 'TABLED'],
  ['OPEN', 'REFER', 'REFERRED'], ['OPEN', 'WITHDRAW', 'WITHDRAWN'],
  ['VOTING', 'VOTE', 'VOTING'], ['VOTING', 'STOP_VOTE', 'OPEN'], ['VOTING', 'ADOPT', 'ADOPTED'], ['VOTING', 'FAIL', 'FAILED'],
  ['TABLED', 'TAKE_UP', 'OPEN'],
];

describe('the life of a motion', () => {
  const cases = MOTION_STATES.flatMap((state) => MOTION_ACTS.map((act) =>
    [state, act, ALLOWED.find(([from, by]) => from === state && by === act)?.[2] ?? null] as const));
  it.each(cases)('%s, %s: %s', (state, act, to) => {
    expect(afterAct(state, act)).toBe(to);
    expect(allowsAct(state, act)).toBe(to !== null);
  });
});
