import { createHash } from 'node:crypto';
import type { InOrder } from '../domain/agenda-tree.ts';
import type { Texts } from '../domain/meeting.ts';
import type { ItemWords, MeetingWords } from './meeting-record.ts';

const sha256 = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

const sorted = (texts: Texts) => Object.entries(texts).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Of all that the public reads of an item but its number: an item keeps its standing when others are put before it. */
export const itemDigest = ({ title, description, rationale, intent, minutesPlanned, presenter, parentId }: ItemWords): string =>
  sha256([sorted(title), sorted(description), sorted(rationale), intent, minutesPlanned, presenter, parentId]);

/** Of a whole version: the meeting's words, and the items in their order. */
export const noticeDigest = ({ kind, title, startsAt, endsAt, place, onlineUrl, interpretation, childcare }: MeetingWords, items: readonly InOrder<ItemWords>[]): string =>
  sha256([
    kind, sorted(title), startsAt?.toISOString() ?? null, endsAt?.toISOString() ?? null, sorted(place), onlineUrl, interpretation, childcare,
    items.map((item) => [item.id, item.label, itemDigest(item)]),
  ]);
