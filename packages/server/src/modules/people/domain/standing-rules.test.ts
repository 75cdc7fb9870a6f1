import { describe, expect, it } from 'vitest';
import { CONSTITUENCIES, PRECEDENCE } from './constituency.ts';
import { idleSeconds } from './session-life.ts';
import { isOutsideSize } from './size.ts';
import { LONGEST_TERM, decideSlipTerm } from './slip-term.ts';
import { type Changing, decideGrant, decideLeaving, decideMembership, decideRevoke } from './standing-rules.ts';
import type { Standing } from './viewer.ts';

const person = (standing: Partial<Standing> = {}, active = true): Changing => ({
  id: 'person', schoolId: 'school', householdId: null, active,
  standings: [{ environmentId: 'here', constituencies: [], roles: [], ...standing }],
});
const administrator = person({ roles: ['ADMINISTRATOR'] });

describe('standings', () => {
  it('give a role to anybody who is here and no student', () => {
    expect(decideGrant(person({ constituencies: ['PARENT'] }))).toBeNull();
    expect(decideGrant(person({ constituencies: ['STUDENT'] }))).toBe('STUDENT_HOLDS_NO_ROLE');
    expect(decideGrant(person({}, false))).toBe('PERSON_LEFT');
  });

  it('never take the last administrator away, by any of the two ways', () => {
    expect(decideRevoke(administrator, 'here', 'ADMINISTRATOR', 1)).toBe('LAST_ADMINISTRATOR');
    expect(decideRevoke(administrator, 'here', 'ADMINISTRATOR', 2)).toBeNull();
    expect(decideRevoke(administrator, 'here', 'CLERK', 1)).toBeNull();
    expect(decideRevoke(person(), 'here', 'ADMINISTRATOR', 1)).toBeNull();
    expect(decideLeaving(administrator, new Map([['here', 1]]))).toBe('LAST_ADMINISTRATOR');
    expect(decideLeaving(administrator, new Map([['here', 2]]))).toBeNull();
    expect(decideLeaving(person({ roles: ['CLERK'] }), new Map([['here', 1]]))).toBeNull();
  });

  it('put nobody into a derived constituency, nor a holder of a role among the students', () => {
    expect(decideMembership(person(), 'EL_PARENT')).toBe('DERIVED');
    expect(decideMembership(administrator, 'STUDENT')).toBe('STUDENT_HOLDS_NO_ROLE');
    expect(decideMembership(administrator, 'PARENT')).toBeNull();
    expect(decideMembership(person({}, false), 'PARENT')).toBe('PERSON_LEFT');
  });

  it('have an order for who belongs to several, in which every constituency has its place', () => {
    expect([...PRECEDENCE].sort()).toEqual([...CONSTITUENCIES].sort());
  });
});

describe('times and sizes', () => {
  it('keep a session 30 days for families, 8 hours for whoever holds a role anywhere', () => {
    expect(idleSeconds([], false)).toBe(30 * 24 * 3600);
    expect(idleSeconds([{ roles: [] }, { roles: ['OFFICER'] }], false)).toBe(8 * 3600);
    expect(idleSeconds([{ roles: ['OFFICER'] }], true)).toBe(1800);
  });

  it('let a slip end in the future and within two years', () => {
    const now = new Date('2026-11-23T17:00:00Z');
    expect(decideSlipTerm(now, now)).toBe('PAST');
    expect(decideSlipTerm(new Date(now.getTime() + 1), now)).toBeNull();
    expect(decideSlipTerm(new Date(now.getTime() + LONGEST_TERM), now)).toBeNull();
    expect(decideSlipTerm(new Date(now.getTime() + LONGEST_TERM + 1), now)).toBe('TOO_LATE');
  });

  it('call 150 to 500 students the right size', () => {
    expect([149, 150, 500, 501].map(isOutsideSize)).toEqual([true, false, false, true]);
  });
});
