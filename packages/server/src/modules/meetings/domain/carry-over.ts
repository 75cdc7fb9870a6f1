import type { Intent } from './meeting.ts';
import type { MeetingState } from './meeting-states.ts';

/** What has become of an item. OPEN: nobody came to it, or nothing was decided. DISCUSSED: it was talked about, which was all it was for. */
export const ITEM_OUTCOMES = ['OPEN', 'ACTED', 'CONTINUED', 'TABLED', 'WITHDRAWN', 'DISCUSSED'] as const;
export type ItemOutcome = (typeof ITEM_OUTCOMES)[number];

export interface EndedItem {
  readonly itemId: string;
  /** The item it is a part of. */
  readonly parentId: string | null;
  readonly intent: Intent;
  readonly outcome: ItemOutcome;
  /** Ids of the items it was before, on earlier agendas; the first one first. */
  readonly lineage: readonly string[];
}

/** An item of the next agenda. It is noticed anew like any other; having been posted once does not make it eligible. */
export interface CarriedItem {
  readonly intent: Intent;
  readonly why: 'OPEN' | 'CONTINUED' | 'TABLED';
  readonly lineage: readonly string[];
}

const ENDED: readonly MeetingState[] = ['ADJOURNED', 'NO_QUORUM', 'CANCELLED'];

/**
 * What an ended meeting leaves to the next one, in the order of its agenda; nothing while it has not ended. An item with
 * parts is done when its parts are, as for adjourning, unless somebody said that it goes on.
 */
export function carriedOver(state: MeetingState, items: readonly EndedItem[]): CarriedItem[] {
  if (!ENDED.includes(state)) return [];
  const partsOf = Map.groupBy(items, ({ parentId }) => parentId);
  const goesOn = ({ itemId, outcome }: EndedItem): boolean => {
    const parts = partsOf.get(itemId) ?? [];
    return outcome === 'OPEN' ? parts.length === 0 || parts.some(leaves) : outcome === 'CONTINUED' || outcome === 'TABLED';
  };
  const leaves = (item: EndedItem): boolean => goesOn(item) || (partsOf.get(item.itemId) ?? []).some(leaves);
  return items.flatMap((item) => {
    const { itemId, intent, outcome, lineage } = item;
    return outcome === 'ACTED' || outcome === 'WITHDRAWN' || outcome === 'DISCUSSED' || !goesOn(item) ? [] : [{ intent, why: outcome, lineage: [...lineage, itemId] }];
  });
}
