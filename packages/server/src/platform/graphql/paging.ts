import { coded } from './errors.ts';

/** Values of the columns a list is ordered by, at one row: where a page ends and the next begins. */
export type Position = readonly string[];

/** Most rows of one page. */
export const MOST = 100;

export const toCursor = (position: Position): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws BAD_INPUT when the cursor is not one of this list's. */
export function fromCursor(cursor: string | null | undefined, columns: number): Position | null {
  if (cursor === null || cursor === undefined) return null;
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(position) && position.length === columns && position.every((each) => typeof each === 'string')) {
      return position as string[];
    }
  } catch { /* said below */ }
  throw coded('BAD_INPUT', { field: 'after', rule: 'cursor' });
}

/** @throws BAD_INPUT unless 1 ≤ first ≤ {@link MOST}. */
export function pageSize(first: number): number {
  if (first < 1 || first > MOST) throw coded('BAD_INPUT', { field: 'first', rule: `1 to ${MOST}` });
  return first;
}

export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** A Relay page out of `first + 1` rows. */
export function page<T>(rows: readonly T[], first: number, position: (row: T) => Position, after: Position | null = null): Page<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: toCursor(position(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}
