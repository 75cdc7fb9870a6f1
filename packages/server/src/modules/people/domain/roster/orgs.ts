/** A row of orgs.csv. */
export interface Org {
  readonly sourcedId: string;
  readonly name: string;
  readonly type: string;
  readonly parent: string;
}

export interface SchoolOrgs {
  readonly schools: readonly { readonly sourcedId: string; readonly name: string }[];
  /** False: no org is of type school; the topmost ones that people belong to stand for it. */
  readonly named: boolean;
  /** The school an org is, or is part of; null for a district or anything else above schools. */
  schoolOf(orgSourcedId: string): string | null;
}

/**
 * Finds the schools among the orgs (OneRoster 1.1 §4.10: district, school, department, and more around them). A
 * department belongs to the school above it. Some exports hold no school at all: then the highest orgs that people
 * are in stand for schools.
 */
export function findSchools(orgs: ReadonlyMap<string, Org>, mentioned: ReadonlySet<string>): SchoolOrgs {
  const schools = [...orgs.values()].filter(({ type }) => type.toLowerCase() === 'school');
  const ids = schools.length > 0
    ? new Set(schools.map(({ sourcedId }) => sourcedId))
    : new Set([...mentioned].filter((id) => !above(orgs, id).some((each) => mentioned.has(each))));
  const known = new Map<string, string | null>();
  return {
    named: schools.length > 0,
    schools: [...ids].sort().map((sourcedId) => ({ sourcedId, name: orgs.get(sourcedId)?.name || sourcedId })),
    schoolOf(id) {
      const found = known.get(id);
      if (found !== undefined) return found;
      const school = [id, ...above(orgs, id)].find((each) => ids.has(each)) ?? null;
      known.set(id, school);
      return school;
    },
  };
}

/** Parents, grandparents and so on; ends where a file runs in a circle. */
function above(orgs: ReadonlyMap<string, Org>, id: string): string[] {
  const found: string[] = [];
  for (let parent = orgs.get(id)?.parent; parent && parent !== id && !found.includes(parent); parent = orgs.get(parent)?.parent) {
    found.push(parent);
  }
  return found;
}
