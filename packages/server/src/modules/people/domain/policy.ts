import type { Role } from './constituency.ts';
import type { PersonFacts, ViewerFacts } from './viewer.ts';

/**
 * Policies of the people room: may this person, ever? Pure, and the one source for both the refusal
 * (NOT_FOUND, as if there were nothing) and `viewerCan`, so that a button and its endpoint agree.
 */
type Viewer = ViewerFacts | null;

const holds = (viewer: Viewer, environmentId: string, ...roles: Role[]): boolean =>
  viewer?.environments.some((each) => each.environmentId === environmentId && each.roles.some((role) => roles.includes(role))) ?? false;

/** Roles, settings and everything else of an environment. */
export const mayAdminister = (viewer: Viewer, environmentId: string) => holds(viewer, environmentId, 'ADMINISTRATOR');

export const maySeePeople = (viewer: Viewer, environmentId: string) =>
  holds(viewer, environmentId, 'ADMINISTRATOR', 'COORDINATOR', 'CLERK');

export const mayImportRoster = maySeePeople;
export const mayMakeSlips = maySeePeople;

export const mayDraftBallots = (viewer: Viewer, environmentId: string) =>
  holds(viewer, environmentId, 'ADMINISTRATOR', 'COORDINATOR');

/** The election committee, of which two different people certify. */
export const mayCertifyBallots = (viewer: Viewer, environmentId: string) =>
  holds(viewer, environmentId, 'ADMINISTRATOR', 'COORDINATOR', 'CLERK');

export const isMember = (viewer: Viewer, environmentId: string): boolean =>
  viewer?.environments.some((each) => each.environmentId === environmentId) ?? false;

/** One of those who keep the people of an environment the person belongs to; who belongs nowhere is kept by all of them. */
function keepsRecordOf(viewer: ViewerFacts, person: PersonFacts): boolean {
  const places = person.standings.length > 0 ? person.standings : viewer.environments;
  return viewer.schoolId === person.schoolId && places.some((each) => maySeePeople(viewer, each.environmentId));
}

/** The whole record. A student's is for the student, the guardians, and those who keep the roster; for nobody else. */
export function seesRecord(viewer: Viewer, person: PersonFacts): boolean {
  if (viewer === null) return false;
  return viewer.personId === person.id || viewer.studentIds.includes(person.id) || keepsRecordOf(viewer, person);
}

/** That the person exists, and the name. A home sees its own people; the other home of the same student does not. */
export function seesPerson(viewer: Viewer, person: PersonFacts): boolean {
  if (viewer === null) return false;
  return seesRecord(viewer, person)
    || (viewer.householdId !== null && viewer.householdId === person.householdId && viewer.schoolId === person.schoolId);
}

/**
 * Changes the person's record, makes and revokes their slips. A slip signs in as the person it is made for,
 * so whoever holds a role can only be managed by an administrator: a clerk must not become their own second certifier.
 */
export function mayManage(viewer: Viewer, person: PersonFacts): boolean {
  if (viewer === null || !keepsRecordOf(viewer, person)) return false;
  return person.standings.every(({ environmentId, roles }) => roles.length === 0 || mayAdminister(viewer, environmentId));
}

/** Who has been given a slip and when it was used: for the person and for those who make them. */
export const seesSlips = (viewer: Viewer, person: PersonFacts): boolean =>
  viewer !== null && (viewer.personId === person.id || keepsRecordOf(viewer, person));

/** Whether looking at this record is an act of the staff upon a minor, which is written down (FERPA, 34 CFR 99.32). */
export function looksAsStaff(viewer: ViewerFacts, person: PersonFacts & { readonly grade: string | null }): boolean {
  const isStudent = person.grade !== null || person.standings.some(({ constituencies }) => constituencies.includes('STUDENT'));
  return isStudent && viewer.personId !== person.id && !viewer.studentIds.includes(person.id) && keepsRecordOf(viewer, person);
}
