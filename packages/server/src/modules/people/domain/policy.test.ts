import { describe, expect, it } from 'vitest';
import { type Role } from './constituency.ts';
import {
  isMember, looksAsStaff, mayAdminister, mayCertifyBallots, mayDraftBallots, mayImportRoster, mayMakeSlips, mayManage, maySeePeople, seesPerson, seesRecord, seesSlips,
} from './policy.ts';
import type { PersonFacts, Standing, ViewerFacts } from './viewer.ts';

const HERE = 'here';
const ELSEWHERE = 'elsewhere';
const standing = (environmentId: string, roles: Role[] = [], constituencies: Standing['constituencies'] = []): Standing =>
  ({ environmentId, roles, constituencies });

const viewer = (more: Partial<ViewerFacts> = {}): ViewerFacts =>
  ({ personId: 'viewer', schoolId: 'school', locale: 'en', householdId: null, studentIds: [], environments: [], ...more });
const person = (more: Partial<PersonFacts> = {}): PersonFacts =>
  ({ id: 'person', schoolId: 'school', householdId: null, standings: [standing(HERE)], ...more });

const anyone = {
  nobody: null,
  stranger: viewer(),
  parent: viewer({ environments: [standing(HERE, [], ['PARENT'])] }),
  officer: viewer({ environments: [standing(HERE, ['OFFICER'])] }),
  clerk: viewer({ environments: [standing(HERE, ['CLERK'])] }),
  coordinator: viewer({ environments: [standing(HERE, ['COORDINATOR'])] }),
  administrator: viewer({ environments: [standing(HERE, ['ADMINISTRATOR'])] }),
  'administrator elsewhere': viewer({ environments: [standing(ELSEWHERE, ['ADMINISTRATOR'])] }),
};
type Someone = keyof typeof anyone;
const those = (may: (who: ViewerFacts | null) => boolean): Someone[] =>
  (Object.keys(anyone) as Someone[]).filter((who) => may(anyone[who]));

describe('what a role opens', () => {
  const KEEPERS: Someone[] = ['clerk', 'coordinator', 'administrator'];
  it.each([
    [mayAdminister, ['administrator']],
    [maySeePeople, KEEPERS],
    [mayImportRoster, KEEPERS],
    [mayMakeSlips, KEEPERS],
    [mayDraftBallots, ['coordinator', 'administrator']],
    [mayCertifyBallots, KEEPERS],
    [isMember, ['parent', 'officer', ...KEEPERS]],
  ] as const)('%o: %j', (may, who) => {
    expect(those((each) => may(each, HERE))).toEqual(who);
  });
});

describe("a person's record", () => {
  it('is open to those who keep the roster where the person belongs, and to nobody else', () => {
    expect(those((each) => seesRecord(each, person()))).toEqual(['clerk', 'coordinator', 'administrator']);
  });

  it('of someone who belongs nowhere is open to whoever keeps a roster of the school', () => {
    expect(those((each) => seesRecord(each, person({ standings: [] })))).toEqual(
      ['clerk', 'coordinator', 'administrator', 'administrator elsewhere']);
  });

  it('is open to the person, and of a student to the guardian, but not to the rest of the household', () => {
    expect(seesRecord(viewer({ personId: 'person' }), person())).toBe(true);
    expect(seesRecord(viewer({ studentIds: ['person'] }), person())).toBe(true);
    const housemate = viewer({ householdId: 'home' });
    expect(seesRecord(housemate, person({ householdId: 'home' }))).toBe(false);
    expect(seesPerson(housemate, person({ householdId: 'home' }))).toBe(true);
    expect(seesPerson(housemate, person({ householdId: 'other home' }))).toBe(false);
    expect(seesPerson(viewer(), person())).toBe(false);
  });

  it('stays inside its school', () => {
    const foreign = person({ schoolId: 'other school', standings: [], householdId: 'home' });
    expect(those((each) => seesPerson(each && { ...each, householdId: 'home' }, foreign))).toEqual([]);
  });

  it('shows its slips to the person and the keepers, not to a guardian: a slip signs in as someone', () => {
    expect(seesSlips(viewer({ studentIds: ['person'] }), person())).toBe(false);
    expect(seesSlips(viewer({ personId: 'person' }), person())).toBe(true);
    expect(those((each) => seesSlips(each, person()))).toEqual(['clerk', 'coordinator', 'administrator']);
  });
});

describe('managing people', () => {
  it('belongs to the keepers, but a holder of any role is managed by administrators alone', () => {
    expect(those((each) => mayManage(each, person()))).toEqual(['clerk', 'coordinator', 'administrator']);
    for (const role of ['ADMINISTRATOR', 'COORDINATOR', 'CLERK', 'OFFICER'] as const) {
      expect(those((each) => mayManage(each, person({ standings: [standing(HERE, [role])] })))).toEqual(['administrator']);
    }
  });

  it('needs an administrator of every environment in which the person holds a role', () => {
    const both = person({ standings: [standing(HERE), standing(ELSEWHERE, ['CLERK'])] });
    expect(those((each) => mayManage(each, both))).toEqual(['administrator elsewhere']);
    const twice = person({ standings: [standing(HERE, ['CLERK']), standing(ELSEWHERE, ['CLERK'])] });
    expect(those((each) => mayManage(each, twice))).toEqual([]);
  });

  it('is nobody’s for oneself without being a keeper', () => {
    expect(mayManage(viewer({ personId: 'person', environments: [standing(HERE)] }), person())).toBe(false);
  });
});

describe('a look at a student that is written down', () => {
  const student = { ...person({ standings: [standing(HERE, [], ['STUDENT'])] }), grade: null };
  const looked = (whom: Parameters<typeof looksAsStaff>[1]) => those((who) => who !== null && looksAsStaff(who, whom));
  it('is that of the staff who keep the record', () => {
    expect(looked(student)).toEqual(['clerk', 'coordinator', 'administrator']);
    // Who has left belongs nowhere any more, and has still been a student.
    expect(looked({ ...person({ standings: [] }), grade: '07' })).toEqual(expect.arrayContaining(['clerk', 'coordinator', 'administrator']));
    expect(looked({ ...person(), grade: null })).toEqual([]);
  });

  it('is not that of the student, nor of a guardian who works at the school', () => {
    const clerk = viewer({ environments: [standing(HERE, ['CLERK'])] });
    expect(looksAsStaff({ ...clerk, personId: 'person' }, student)).toBe(false);
    expect(looksAsStaff({ ...clerk, studentIds: ['person'] }, student)).toBe(false);
  });
});
