import type { MemberConstituency } from '../constituency.ts';

/** What the files say of one person. A field left out means: they say nothing, and what is known stays. */
export interface StatedPerson {
  readonly sourcedId: string;
  readonly file: string;
  readonly line: number;
  /** `tobedeleted`: the person has left. */
  readonly gone: boolean;
  readonly givenName?: string;
  readonly familyName?: string;
  /** Null: the files say there is none. Never kept for students. */
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly grade?: string | null;
  /** BCP 47. */
  readonly language?: string | null;
  readonly englishLearner?: boolean;
  /** All roles, when the files state them all (1.1, and 1.2 in bulk). */
  readonly roles?: RolesBySchool;
  /** Single roles that came or went (1.2 delta). */
  readonly rolesCome?: RolesBySchool;
  readonly rolesGone?: RolesBySchool;
  /** `sourcedId`s of the people this row links to: guardians of a student, or students of a guardian. */
  readonly agents?: readonly string[];
}

/** Constituencies by the school's `sourcedId`, or {@link ANYWHERE}, or {@link ABOVE}. */
export type RolesBySchool = Readonly<Record<string, readonly MemberConstituency[]>>;
/** The row names no org, and there are several schools. */
export const ANYWHERE = '*';
/** The row names a district or another org above schools. */
export const ABOVE = '';

/** A school, or what stands for one, that the files hold. */
export interface RosterOrg {
  readonly sourcedId: string;
  readonly name: string;
  /** People the files put there; guardians known only by their link are not counted. */
  readonly people: number;
}

/** A mention of somebody the files do not hold; in a delta the database may. */
export interface Mention {
  readonly sourcedId: string;
  readonly code: 'ENROLLMENT_TO_NOBODY' | 'GUARDIAN_LINK_TO_NOBODY' | 'ROLE_OF_NOBODY';
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** A whole export, read. */
export interface Roster {
  readonly version: '1.1' | '1.2';
  /** Only what is listed changes; otherwise who is not listed has left. */
  readonly delta: boolean;
  readonly orgs: readonly RosterOrg[];
  /** False when no org of type school was found and another stands for it. */
  readonly schoolsNamed: boolean;
  readonly people: readonly StatedPerson[];
  readonly mentions: readonly Mention[];
}
