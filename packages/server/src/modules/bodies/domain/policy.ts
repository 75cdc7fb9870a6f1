/** What the viewer is to a body; who looks in from outside is none of it. */
export interface BodyLooker {
  /** Coordinators and administrators of its environment. */
  readonly keeps: boolean;
  /** Of the environment's own people. */
  readonly member: boolean;
}

export interface BodyPermissions {
  /** Name, remit, kind and law; bylaws; seats and who holds them; officers; a new year. */
  readonly keep: boolean;
  readonly certifyRoster: boolean;
  /** Be told of its meetings. */
  readonly follow: boolean;
}

export const bodyPermissions = ({ keeps, member }: BodyLooker, { closed, certified }: { readonly closed: boolean; readonly certified: boolean }): BodyPermissions =>
  ({ keep: keeps && !closed, certifyRoster: keeps && !closed && !certified, follow: member && !closed });

/** Students are minors: outside the school they are a seat, not a name (rule 30). */
export const isNamedTo = ({ member }: Pick<BodyLooker, 'member'>, constituency: string): boolean => member || constituency !== 'STUDENT';
