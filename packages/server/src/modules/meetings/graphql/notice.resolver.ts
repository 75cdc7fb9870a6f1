import { FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { isOpenTo } from '../application/filed.ts';
import type { NoticeItemRecord, NoticePaperRecord, NoticeRecord, ProofRecord } from '../application/meeting-record.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import { type InOrder, inOrder } from '../domain/agenda-tree.ts';
import { isNamedTo, maySeePhotos } from '../domain/policy.ts';
import { NoticeItemType, NoticeType, PostingProofType } from './notice.type.ts';
import { NoticePaperType, PostingPhotoType, paperPath } from './paper.type.ts';

/** An act of office as seen: students by name only inside. */
interface Shown { readonly shown: string | null }
export type SeenNotice = NoticeRecord & Shown;
interface SeenPaper extends NoticePaperRecord { readonly open: boolean }
export type SeenProof = ProofRecord & Shown;

const as = <T extends { readonly name: string; readonly student: boolean }>({ looker }: ShownMeeting) => (act: T): T & Shown =>
  ({ ...act, shown: isNamedTo(looker, act) ? act.name : null });

export const noticesAsSeen = (meeting: ShownMeeting): SeenNotice[] => meeting.notices.map(as(meeting)).map((notice) => ({
  ...notice,
  items: notice.items.map((item) => ({ ...item, papers: item.papers.map((paper) => ({ ...paper, open: isOpenTo(meeting, paper) })) })),
}));
export const proofsAsSeen = (meeting: ShownMeeting): SeenProof[] => meeting.proofs.map(as(meeting))
  .map((proof) => ({ ...proof, photo: maySeePhotos(meeting.looker) ? proof.photo : null }));

@Resolver(() => NoticeType)
export class NoticeResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who posted it; null of a student for who is not a member of the environment.' })
  postedBy(@Root() { shown }: SeenNotice): string | null { return shown; }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it called the meeting.' })
  title(@Root() { title }: NoticeRecord): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'Where it said that the meeting is held.' })
  place(@Root() { place }: NoticeRecord): LocalizedTextType[] { return localized(place); }

  @FieldResolver(() => [NoticeItemType], { description: 'Its agenda, in the order in which it reads.' })
  items(@Root() { items }: NoticeRecord): InOrder<NoticeItemRecord>[] { return inOrder(items); }
}

@Resolver(() => NoticeItemType)
export class NoticeItemResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'In a line.' })
  title(@Root() { title }: NoticeItemRecord): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it is about.' })
  description(@Root() { description }: NoticeItemRecord): LocalizedTextType[] { return localized(description); }

  @FieldResolver(() => [LocalizedTextType], { description: 'Why acting on it serves achievement.' })
  rationale(@Root() { rationale }: NoticeItemRecord): LocalizedTextType[] { return localized(rationale); }

  @FieldResolver(() => [NoticePaperType], { description: 'Papers it listed under the item, as they were called then.' })
  papers(@Root() { papers }: NoticeItemRecord): readonly NoticePaperRecord[] { return papers; }
}

@Resolver(() => NoticePaperType)
export class NoticePaperResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Path on this server; null once it was withdrawn, for who does not prepare the meeting.' })
  url(@Root() { id, open }: SeenPaper): string | null { return open ? paperPath(id) : null; }
}

@Resolver(() => PostingProofType)
export class PostingProofResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Whose word it is; null of a student for who is not a member of the environment.' })
  attestedBy(@Root() { shown }: SeenProof): string | null { return shown; }

  @FieldResolver(() => PostingPhotoType, { nullable: true, description: 'A picture of the notice where it hung; null where there is none, and for who is neither a member of the environment nor prepares the meeting.' })
  photo(@Root() { id, photo }: SeenProof): PostingPhotoType | null { return photo && { ...photo, url: `/files/proofs/${id}` }; }
}
