import { isCommentOffered } from '../domain/public-comment.ts';
import { type QuorumExplained, type QuorumSnapshotFacts, quorumOf, quorumSnapshots } from '../domain/quorum.ts';
import type { ItemStanding } from '../domain/standing-of-item.ts';
import { type SittingItemRecord, type SittingRecord, presenceEvents } from './sitting-record.ts';

const votingIds = ({ members }: SittingRecord): ReadonlySet<string> => new Set(members.filter(({ votes }) => votes).map(({ id }) => id));

/** The quorum as members are there now (rule 10). */
export const quorumNow = (sitting: SittingRecord): QuorumExplained =>
  quorumOf(sitting.quorumRule, votingIds(sitting), new Set(sitting.members.filter(({ present }) => present).map(({ id }) => id)));

/** The quorum after each arrival and departure. */
export const quorumHistory = (sitting: SittingRecord): QuorumSnapshotFacts[] =>
  quorumSnapshots(sitting.quorumRule, votingIds(sitting), presenceEvents(sitting.attendance));

export const itemOf = ({ items }: SittingRecord, itemId: string): SittingItemRecord | null => items.find(({ id }) => id === itemId.toLowerCase()) ?? null;

export interface ItemSubject {
  /** By what was posted and when; an item that was added in session is not listed. */
  readonly standing: ItemStanding;
  /** The body found it urgent (rule 2). */
  readonly urgencyFound: boolean;
  /** The public could speak to it before `at` (rule 6). */
  readonly commentOffered: boolean;
}

/** What the public had to know of an item before it is acted on at that moment; null when there is none such. */
export function subjectOf(sitting: SittingRecord, itemId: string, at: Date): ItemSubject | null {
  const item = itemOf(sitting, itemId);
  if (item === null) return null;
  return {
    standing: item.standing,
    urgencyFound: item.urgencyFoundAt !== null,
    commentOffered: isCommentOffered({ itemId: item.id, addedAt: item.addedAt }, sitting.offers, at),
  };
}
