import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { ItemState } from '../application/meeting-record.ts';
import type { ShownItem, ShownMeeting } from '../application/shown-meeting.ts';
import type { Intent, MeetingKind } from '../domain/meeting.ts';
import type { MeetingState } from '../domain/meeting-states.ts';
import type { MeetingPermissions } from '../domain/policy.ts';
import type { DiscussionReason, ItemStanding } from '../domain/standing-of-item.ts';
import { DiscussionReasonEnum, IntentEnum, ItemMayEnum, ItemStateEnum, MeetingKindEnum, MeetingStateEnum } from './meeting-enums.type.ts';

@ObjectType('ItemStanding', { description: 'Whether an item may be acted on, by what was posted and when (EC 35147; Gov. Code 54954.2).' })
export class ItemStandingType {
  @Field(() => ItemMayEnum, { description: 'What the body may do with it.' })
  may!: ItemStanding['may'];

  @Field(() => DiscussionReasonEnum, { nullable: true, description: 'Why it may only be discussed; null where it may be acted on.' })
  reason?: DiscussionReason;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it would have had to be posted as it stands; null where it may be acted on.' })
  neededBy?: Date;
}

@ObjectType('AgendaItem', { description: 'An item of a meeting\'s agenda: for those who prepare it as it is worked on, for everybody else as it was posted last.' })
export class AgendaItemType implements Pick<ShownItem, 'id' | 'parentId' | 'depth' | 'label' | 'intent' | 'minutesPlanned' | 'presenter' | 'state' | 'changed'> {
  @Field(() => ID, { description: 'Stable and opaque; the same in every notice.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The item it is a part of.' })
  parentId!: string | null;

  @Field(() => Int, { description: '0 for an item of the first level; at most 2.' })
  depth!: number;

  @Field(() => String, { description: 'Its number as people say it, for example `2.1`.' })
  label!: string;

  @Field(() => IntentEnum, { description: 'What is meant to happen to it.' })
  intent!: Intent;

  @Field(() => Int, { nullable: true, description: 'Minutes set aside for it.' })
  minutesPlanned!: number | null;

  @Field(() => String, { nullable: true, description: 'Who brings it in, as worded by those who prepare.' })
  presenter!: string | null;

  @Field(() => ItemStateEnum, { description: 'Where it is in its life.' })
  state!: ItemState;

  @Field(() => Boolean, { description: 'It says something that the last notice does not; the public never sees that.' })
  changed!: boolean;
}

@ObjectType('MeetingPermissions', { simpleResolvers: true, description: 'What the viewer may do with a meeting now.' })
export class MeetingPermissionsType implements MeetingPermissions {
  @Field(() => Boolean, { description: 'Change its words, time, place and agenda.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Post its notice, or a new version of it.' })
  postNotice!: boolean;

  @Field(() => Boolean, { description: 'Say where a notice hung, and from when on.' })
  provePosting!: boolean;

  @Field(() => Boolean, { description: 'Call it off.' })
  cancel!: boolean;

  @Field(() => Boolean, { description: 'Discard a draft.' })
  discard!: boolean;

  @Field(() => Boolean, { description: 'Add papers to its items, rename, move and withdraw them.' })
  papers!: boolean;
}

type Fields = 'id' | 'kind' | 'state' | 'version' | 'startsAt' | 'endsAt' | 'onlineUrl' | 'interpretation' | 'childcare' | 'seriesId' | 'cancelReason' | 'changed' | 'needsProof';

@ObjectType('Meeting', {
  implements: NodeType,
  description: 'A meeting of a governing body. From its first notice on everybody reads it as it was posted last; whoever prepares it reads it as it is worked on.',
})
export class MeetingType implements Pick<ShownMeeting, Fields> {
  id!: string;

  @Field(() => MeetingKindEnum, { description: 'What kind of meeting it is.' })
  kind!: MeetingKind;

  @Field(() => MeetingStateEnum, { description: 'Where it is in its life.' })
  state!: MeetingState;

  @Field(() => Int, { description: 'Grows with every change. An act names the version the person saw.' })
  version!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it begins; null in a draft that does not say yet.' })
  startsAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it is planned to end.' })
  endsAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Address for taking part online, beginning with https://.' })
  onlineUrl!: string | null;

  @Field(() => [String], { description: 'Languages it is interpreted into, as BCP 47 tags.' })
  interpretation!: readonly string[];

  @Field(() => Boolean, { description: 'Children are looked after meanwhile.' })
  childcare!: boolean;

  @Field(() => ID, { nullable: true, description: 'The same for all meetings that were drafted as one series.' })
  seriesId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was called off, in the words of whoever did.' })
  cancelReason!: string | null;

  @Field(() => Boolean, { description: 'Something of it waits for the next notice; the public never sees that.' })
  changed!: boolean;

  @Field(() => Boolean, { description: 'Nobody has said yet that its last notice hangs at the school site, and its law wants somebody to (EC 35147; Gov. Code 54954.2).' })
  needsProof!: boolean;
}

@ObjectType('MeetingEdge', { simpleResolvers: true, description: 'A meeting in a list.' })
export class MeetingEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => MeetingType, { description: 'The meeting.' })
  node!: ShownMeeting;
}

@ObjectType('MeetingConnection', { simpleResolvers: true, description: 'A page of meetings.' })
export class MeetingConnection {
  @Field(() => [MeetingEdge], { description: 'In the list\'s order.' })
  edges!: readonly MeetingEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
