import type { Constituency, Role } from './constituency.ts';

/** What a person is in one learning environment. */
export interface Standing {
  readonly environmentId: string;
  readonly constituencies: readonly Constituency[];
  readonly roles: readonly Role[];
}

/** Who is looking: everything a policy may ask about the person signed in. */
export interface ViewerFacts {
  readonly personId: string;
  readonly schoolId: string;
  /** BCP 47 tag of the language this person reads. */
  readonly locale: string;
  readonly householdId: string | null;
  /** Active students this person is a guardian of. */
  readonly studentIds: readonly string[];
  /** Environments of the school, those where the person holds a role first. */
  readonly environments: readonly Standing[];
}

/** Who is being looked at. */
export interface PersonFacts {
  readonly id: string;
  readonly schoolId: string;
  readonly householdId: string | null;
  readonly standings: readonly Standing[];
}
