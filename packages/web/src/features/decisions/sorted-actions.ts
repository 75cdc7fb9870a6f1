import type { ActionState } from '../../gql/graphql.ts';

interface Item {
  readonly id: string;
  readonly state: ActionState;
  readonly ownerIsViewer: boolean;
}
type Lists<Of> = Record<'mine' | 'theirs' | 'mineEnded' | 'theirsEnded', readonly Of[]>;

/**
 * Each item once, where it belongs as it stands now. The server reads one list after the other, and what turns
 * meanwhile comes in two of them; what the viewer turned stands in its old list until the lists are read again.
 */
export function sortedActions<Of extends Item>(lists: Lists<Of>): Lists<Of> {
  const sorted: Record<keyof Lists<Of>, Of[]> = { mine: [], theirs: [], mineEnded: [], theirsEnded: [] };
  const items = new Map(Object.values(lists).flat().map((item) => [item.id, item]));
  for (const item of items.values()) {
    if (item.state === 'OPEN') sorted[item.ownerIsViewer ? 'mine' : 'theirs'].push(item);
    else sorted[item.ownerIsViewer ? 'mineEnded' : 'theirsEnded'].push(item);
  }
  return sorted;
}
