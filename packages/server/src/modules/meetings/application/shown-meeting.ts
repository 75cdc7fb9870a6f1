import type { BodyRecord } from '../../bodies/index.ts';
import { type InOrder, inOrder } from '../domain/agenda-tree.ts';
import { allowsAct } from '../domain/meeting-states.ts';
import type { NoticeRule } from '../domain/meeting.ts';
import type { MeetingLooker } from '../domain/policy.ts';
import { availableFrom, isLatePaper } from '../domain/papers.ts';
import { needsPostingProof } from '../domain/posting-proof.ts';
import { type ItemStanding, standingOfItem } from '../domain/standing-of-item.ts';
import { type ItemState, type ItemWords, type MeetingRecord, type MeetingWords, type PaperRecord, lastNotice, postedVersions, ruleOfNotice } from './meeting-record.ts';
import { itemDigest, noticeDigest } from './notice-digest.ts';
import { ruleOfBody } from './rule-of-body.ts';

/** A paper as somebody may read it: every one that was not withdrawn. */
export interface ShownPaper extends PaperRecord {
  /** Null while only those who prepare the meeting read it. */
  readonly availableAt: Date | null;
  readonly late: boolean;
}

export interface ShownItem extends InOrder<ItemWords> {
  readonly papers: readonly ShownPaper[];
  readonly state: ItemState;
  /** Meetings whose agendas it was on before, the first one first. */
  readonly before: readonly string[];
  /** It says something that the last notice does not. */
  readonly changed: boolean;
  /** Null while the meeting has no time. */
  readonly standing: ItemStanding | null;
}

/** A meeting as somebody may read it: those who prepare it as it stands, everybody else as it was posted last. */
export interface ShownMeeting extends MeetingWords, Omit<MeetingRecord, keyof MeetingWords | 'items'> {
  readonly looker: MeetingLooker;
  /** How long ahead what is shown must be noticed. */
  readonly rule: NoticeRule;
  readonly agenda: readonly ShownItem[];
  /** Something of it waits for the next notice. */
  readonly changed: boolean;
  /** Nobody has said yet that its last notice hangs at the site, and the law wants somebody to. */
  readonly needsProof: boolean;
}

export function shownMeeting(meeting: MeetingRecord, body: BodyRecord, looker: MeetingLooker): ShownMeeting {
  const { items, ...rest } = meeting;
  const last = lastNotice(meeting);
  const posted = new Map(last?.items.map((item) => [item.id, item]));
  // A meeting that sits or is over has no next notice for anything to wait for.
  const waits = last !== null && allowsAct(meeting.state, 'POST_NOTICE');
  // What waits for the next notice is under the body's rule of today; what was posted, under that of its day.
  const asPosted = looker.prepares ? null : last;
  const words: MeetingWords = asPosted === null ? meeting : wordsOf(asPosted);
  const worked = new Map(items.map((item) => [item.id, item]));
  const toPost = items.filter(({ addedAt }) => addedAt === null);
  const shown = inOrder<ItemWords>(asPosted?.items ?? items);
  const rule = asPosted === null ? ruleOfBody(body, meeting.kind) : ruleOfNotice(asPosted);
  const versions = postedVersions(meeting);
  const standing = (itemId: string): ItemStanding | null => {
    const startsAt = last?.startsAt ?? meeting.startsAt;
    return startsAt === null ? null : standingOfItem(itemId, versions, startsAt, last === null ? rule : ruleOfNotice(last));
  };
  const listing = meeting.notices.map(({ postedAt, items: listed }) => ({ postedAt, itemIds: listed.map(({ id }) => id) }));
  const papersOf = (itemId: string): ShownPaper[] => meeting.papers.filter((paper) => paper.itemId === itemId && paper.withdrawnAt === null).map((paper) => {
    const availableAt = availableFrom(paper, listing);
    return { ...paper, availableAt, late: last !== null && isLatePaper(availableAt, last.startsAt, ruleOfNotice(last)) };
  });
  return {
    ...rest,
    ...words,
    looker,
    rule,
    agenda: shown.map((item) => ({
      ...item,
      state: worked.get(item.id)?.state ?? 'POSTED',
      before: worked.get(item.id)?.before ?? [],
      changed: waits && !worked.get(item.id)?.addedAt && posted.get(item.id)?.digest !== itemDigest(item),
      standing: standing(item.id),
      papers: papersOf(item.id),
    })),
    changed: waits && looker.prepares && last.digest !== noticeDigest(meeting, inOrder(toPost)),
    needsProof: last !== null && meeting.state === 'NOTICED' && needsPostingProof(last.meetingLaw)
      && !meeting.proofs.some(({ noticeNumber, where }) => noticeNumber === last.number && where === 'SITE'),
  };
}

const wordsOf = ({ kind, title, startsAt, endsAt, place, onlineUrl, interpretation, childcare }: MeetingWords): MeetingWords =>
  ({ kind, title, startsAt, endsAt, place, onlineUrl, interpretation, childcare });
