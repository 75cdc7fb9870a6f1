import type { MemberConstituency } from '../constituency.ts';
import type { FaultList, Tallies } from './fault.ts';
import type { Org } from './orgs.ts';
import type { Mention } from './stated.ts';
import type { RawUser } from './user-row.ts';

/** A row of roles.csv (1.2). */
export interface RawRole {
  readonly constituency: MemberConstituency;
  readonly org: string;
  /** Deleted, ended, or not begun: not held today. */
  readonly over: boolean;
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

/** Everything met so far in the files of one export. */
export interface Collected {
  readonly today: string;
  readonly hasRolesFile: boolean;
  readonly manifest: Map<string, string>;
  readonly orgs: Map<string, Org>;
  readonly users: Map<string, RawUser>;
  readonly roles: Map<string, RawRole[]>;
  readonly enrollmentsToNobody: Mention[];
  readonly faults: FaultList;
  readonly tallies: Tallies;
}
