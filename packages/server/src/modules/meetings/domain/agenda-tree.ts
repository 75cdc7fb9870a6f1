import { type MeetingDecision, refuseMeeting } from './refusal.ts';

/** An item's place: under which other one, and where among those there. */
export interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly position: number;
}

/** Levels of an agenda: an item, its parts, and theirs. */
export const DEEPEST = 3;
/** Items of one agenda. */
export const MOST_ITEMS = 100;

/** An item in the order in which the agenda is read. */
export type InOrder<T> = T & {
  /** 0 for an item of the first level. */
  readonly depth: number;
  /** As people say it: `2.1` is the first part of the second item. */
  readonly label: string;
};

/** The agenda as it is read from top to bottom; items whose parent is not among them are left out with it. */
export function inOrder<T extends Placed>(items: readonly T[]): InOrder<T>[] {
  const under = Map.groupBy(items, ({ parentId }) => parentId);
  const walk = (parentId: string | null, depth: number, before: string): InOrder<T>[] =>
    (under.get(parentId) ?? []).toSorted((a, b) => a.position - b.position).flatMap((item, nth) => {
      const label = `${before}${nth + 1}`;
      return [{ ...item, depth, label }, ...walk(item.id, depth + 1, `${label}.`)];
    });
  return walk(null, 0, '');
}

/** The item and everything under it. */
export function branchOf(items: readonly Placed[], id: string): string[] {
  return [id, ...items.filter(({ parentId }) => parentId === id).flatMap((part) => branchOf(items, part.id))];
}

/** Where an item and its parts may stand: under an item there is, not under itself, and not too deep. */
export function decidePlace(items: readonly Placed[], itemId: string | null, parentId: string | null): MeetingDecision {
  if (parentId !== null && !items.some(({ id }) => id === parentId)) return refuseMeeting('NO_SUCH_ITEM');
  const branch = itemId === null ? [] : branchOf(items, itemId);
  if (parentId !== null && branch.includes(parentId)) return refuseMeeting('UNDER_ITSELF');
  const ordered = inOrder(items);
  const depthOf = (id: string | null) => ordered.find((each) => each.id === id)?.depth ?? -1;
  const tall = itemId === null ? 0 : Math.max(...branch.map(depthOf)) - depthOf(itemId);
  return depthOf(parentId) + 1 + tall >= DEEPEST ? refuseMeeting('TOO_DEEP', [DEEPEST]) : { ok: true };
}

/** Ids under a parent once `itemId` stands there at `position`, counted from 1; beyond the end is the end. */
export function siblingsWith(items: readonly Placed[], itemId: string, parentId: string | null, position: number): string[] {
  const others = inOrder(items).filter((each) => each.parentId === parentId && each.id !== itemId).map(({ id }) => id);
  return others.toSpliced(Math.max(0, position - 1), 0, itemId);
}
