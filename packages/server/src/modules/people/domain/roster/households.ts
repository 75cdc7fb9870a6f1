/** A guardian of a student, both by `sourcedId`. */
export interface Link {
  readonly student: string;
  readonly guardian: string;
}

/**
 * Households as far as a roster tells: people connected by guardianship share one, so siblings and their guardians
 * do. Named by the smallest `sourcedId` in it, which makes the answer the same whatever the order of the rows.
 */
export function households(links: Iterable<Link>): ReadonlyMap<string, string> {
  const parent = new Map<string, string>();
  const find = (id: string): string => {
    let root = id;
    while (parent.get(root) !== root) root = parent.get(root)!;
    for (let at = id; at !== root;) {
      const next = parent.get(at)!;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  for (const { student, guardian } of links) {
    if (!parent.has(student)) parent.set(student, student);
    if (!parent.has(guardian)) parent.set(guardian, guardian);
    const [a, b] = [find(student), find(guardian)];
    if (a !== b) parent.set(a < b ? b : a, a < b ? a : b);
  }
  return new Map([...parent.keys()].map((id) => [id, find(id)]));
}
