import type { MemberConstituency } from '../constituency.ts';

/** A person of the school that came from a roster, as the database knows them now. */
export interface CurrentPerson {
  readonly sourcedId: string;
  readonly active: boolean;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** The language the person reads: the roster's, until they choose their own. */
  readonly locale: string;
  /** What the roster last said. */
  readonly rosterLocale: string | null;
  readonly rosterRoles: readonly MemberConstituency[];
  readonly grade: string | null;
  readonly englishLearner: boolean;
  readonly householdId: string | null;
  /** Constituencies of this environment that a roster put them in, and those that somebody put them in by hand. */
  readonly fromRoster: readonly MemberConstituency[];
  readonly byHand: readonly MemberConstituency[];
  /** Holds a role here or belongs to another environment of the school: a roster cannot make them leave. */
  readonly anchored: boolean;
}

/** A guardianship between two people from rosters, and whose row states it; neither: the school made it by hand. */
export interface CurrentLink {
  readonly student: string;
  readonly guardian: string;
  readonly byStudent: boolean;
  readonly byGuardian: boolean;
}
