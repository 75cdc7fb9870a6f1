import { describe, expect, it } from 'vitest';
import { KINDS, termEnd, todayIn, usual } from './body.ts';
import { draftOf, inputOf } from './bylaws-draft.ts';
import { whole } from './texts.ts';

const rules: Parameters<typeof draftOf>[0] = {
  __typename: 'BylawsRules', quorum: { __typename: 'BodyQuorum', kind: 'MAJORITY', numerator: null, denominator: null, count: null }, threshold: 'MAJORITY_OF_CAST', removal: 'TWO_THIRDS_OF_MEMBERS',
  termMonths: 24, staggered: true, noticeHours: 72, specialNoticeHours: 72, electionNoticeDays: 10, orientationDays: 5, proxies: false, absentee: false, consensusFirst: false, minutesDraftsPublic: false,
  offices: ['CHAIR', 'SECRETARY'], officerTermMonths: 12, officersBySecretBallot: false, employees: 'SCHOOL', commentSeconds: 120,
};

describe('what a body usually is', () => {
  it('meets under the Greene Act where the law or a contract made it, and advises where the law says so', () => {
    expect(KINDS.filter((kind) => usual(kind).meetingLaw === 'GREENE')).toEqual(['SSC', 'ELAC', 'LSLC', 'PLE_TEAM', 'PAC']);
    expect(KINDS.filter((kind) => usual(kind).authority === 'ADVISORY')).toEqual(['ELAC', 'PAC']);
  });
});

describe('a term', () => {
  it('ends on the day before the same day of the calendar', () => {
    expect(termEnd('2026-08-15', 24)).toBe('2028-08-14');
    expect(termEnd('2026-01-01', 12)).toBe('2026-12-31');
  });

  it('begins on the day it is where the body meets', () => {
    expect(todayIn('America/Los_Angeles')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

describe('the form of bylaws', () => {
  it('says what was in force when nothing is changed, and no share or count that does not apply', () => {
    const { __typename: _, quorum: __, ...said } = rules;
    expect(inputOf(draftOf(rules))).toEqual({ ...said, quorum: { kind: 'MAJORITY' } });
    expect(inputOf({ ...draftOf(rules), quorum: { kind: 'SHARE', numerator: '2', denominator: '3', count: '7' } }).quorum).toEqual({ kind: 'SHARE', numerator: 2, denominator: 3 });
    expect(inputOf({ ...draftOf(rules), quorum: { kind: 'COUNT', numerator: '2', denominator: '3', count: '7' } }).quorum).toEqual({ kind: 'COUNT', count: 7 });
  });

  it('takes what is no whole number as one outside of every range', () => {
    expect(['', ' 72 ', '7.5', '-1', 'ten'].map(whole)).toEqual([-1, 72, -1, -1, -1]);
  });
});
