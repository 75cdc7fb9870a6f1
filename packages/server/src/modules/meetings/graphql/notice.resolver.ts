import { FieldResolver, Resolver, Root } from 'type-graphql';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import type { NoticeItemRecord, NoticeRecord, ProofRecord } from '../application/meeting-record.ts';
import type { ShownMeeting } from '../application/shown-meeting.ts';
import { type InOrder, inOrder } from '../domain/agenda-tree.ts';
import { isNamedTo } from '../domain/policy.ts';
import { NoticeItemType, NoticeType, PostingProofType } from './notice.type.ts';

/** An act of office as seen: students by name only inside. */
interface Shown { readonly shown: string | null }
export type SeenNotice = NoticeRecord & Shown;
export type SeenProof = ProofRecord & Shown;

const as = <T extends { readonly name: string; readonly student: boolean }>({ looker }: ShownMeeting) => (act: T): T & Shown =>
  ({ ...act, shown: isNamedTo(looker, act) ? act.name : null });

export const noticesAsSeen = (meeting: ShownMeeting): SeenNotice[] => meeting.notices.map(as(meeting));
export const proofsAsSeen = (meeting: ShownMeeting): SeenProof[] => meeting.proofs.map(as(meeting));

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
}

@Resolver(() => PostingProofType)
export class PostingProofResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Whose word it is; null of a student for who is not a member of the environment.' })
  attestedBy(@Root() { shown }: SeenProof): string | null { return shown; }
}
