import { describe, expect, it } from 'vitest';
import { ACTION_ACTS, ACTION_STATES, type ActionAct, type ActionState, actionPermissions, assignPermitted, decideAction, decideAssign, mayAct, mayGive } from './action-item.ts';

/** The whole table once more, by hand: state, act, where it leads. */
const ALLOWED: readonly (readonly [ActionState, ActionAct, ActionState])[] = [
  ['OPEN', 'REVISE', 'OPEN'], ['OPEN', 'FINISH', 'DONE'], ['OPEN', 'DROP', 'DROPPED'], ['DONE', 'REOPEN', 'OPEN'], ['DROPPED', 'REOPEN', 'OPEN'],
];
/** Who may, by hand: before the minutes are approved, and after. */
const OWNERS: readonly ActionAct[] = ['FINISH', 'REOPEN'];
const WHO = [false, true].flatMap((prepares) => [false, true].flatMap((ran) => [false, true].map((owns) => ({ prepares, ran, owns }))));

describe('an act on an action item', () => {
  const cases = ACTION_STATES.flatMap((state) => ACTION_ACTS.flatMap((act) => WHO.flatMap((looker) => [false, true].map((approved) => ({ state, act, looker, approved })))));
  it.each(cases)('$state, $act, $looker, approved $approved', ({ state, act, looker, approved }) => {
    const { prepares, ran, owns } = looker;
    const own = owns && OWNERS.includes(act);
    expect(mayAct(looker, act)).toBe(prepares || ran || own);
    const to = ALLOWED.find(([from, by]) => from === state && by === act)?.[2];
    const decision = decideAction(looker, state, act, approved);
    if (approved && !prepares && !own) expect(decision).toEqual({ ok: false, refusal: { reason: 'MINUTES_APPROVED', about: [] } });
    else expect(decision).toEqual(to === undefined ? { ok: false, refusal: { reason: 'WRONG_STATE', about: [state] } } : { ok: true, state: to });
    const can = actionPermissions(looker, state, approved);
    expect({ REVISE: can.revise, FINISH: can.finish, DROP: can.drop, REOPEN: can.reopen }[act]).toBe(to !== undefined && (prepares || own || (ran && !approved)));
    expect(mayGive(looker, approved)).toBe(prepares || (ran && !approved));
  });
});

describe('assigning one', () => {
  const cases = ['DRAFT', 'NOTICED', 'IN_SESSION', 'ADJOURNED', 'NO_QUORUM', 'CANCELLED'].flatMap((state) => [false, true].flatMap((approved) => WHO.map((giver) => ({ state, approved, giver }))));
  it.each(cases)('$state, approved $approved, $giver', ({ state, approved, giver }) => {
    const held = state === 'IN_SESSION' || state === 'ADJOURNED';
    const decision = decideAssign(giver, { state, approved });
    if (!held) expect(decision).toMatchObject({ ok: false, refusal: { reason: 'NOT_IN_SESSION', about: [state] } });
    else if (approved && !giver.prepares) expect(decision).toMatchObject({ ok: false, refusal: { reason: 'MINUTES_APPROVED' } });
    else expect(decision.ok).toBe(true);
    expect(assignPermitted(giver, { state, approved })).toBe(held && (giver.prepares || (giver.ran && !approved)));
  });
});
