import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { MeetingLawEnum } from '../../bodies/graphql/body-enums.type.ts';
import type { NoticeItemRecord, NoticeRecord, ProofRecord } from '../application/meeting-record.ts';
import type { InOrder } from '../domain/agenda-tree.ts';
import type { Intent, MeetingKind, MeetingLaw } from '../domain/meeting.ts';
import type { PostingWhere } from '../domain/posting-proof.ts';
import { IntentEnum, MeetingKindEnum, PostingWhereEnum } from './meeting-enums.type.ts';

@ObjectType('NoticeItem', { description: 'An item as one notice gave it.' })
export class NoticeItemType implements Pick<InOrder<NoticeItemRecord>, 'id' | 'depth' | 'label' | 'intent' | 'minutesPlanned' | 'presenter' | 'digest'> {
  @Field(() => ID, { description: 'Of the agenda item.' })
  id!: string;

  @Field(() => Int, { description: '0 for an item of the first level; at most 2.' })
  depth!: number;

  @Field(() => String, { description: 'Its number in this notice, for example `2.1`.' })
  label!: string;

  @Field(() => IntentEnum, { description: 'What was meant to happen to it.' })
  intent!: Intent;

  @Field(() => Int, { nullable: true, description: 'Minutes set aside for it.' })
  minutesPlanned!: number | null;

  @Field(() => String, { nullable: true, description: 'Who brings it in.' })
  presenter!: string | null;

  @Field(() => String, { description: 'SHA-256 of all that the public reads of it but its number, in hexadecimal.' })
  digest!: string;
}

@ObjectType('Notice', { description: 'One version of a meeting\'s notice, as it was posted. It never changes; another version follows it.' })
export class NoticeType implements Pick<NoticeRecord, 'number' | 'postedAt' | 'kind' | 'startsAt' | 'endsAt' | 'onlineUrl' | 'interpretation' | 'childcare' | 'meetingLaw' | 'noticeHours' | 'digest'> {
  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it was published here, by the database\'s clock.' })
  postedAt!: Date;

  @Field(() => MeetingKindEnum, { description: 'What kind of meeting it gave notice of.' })
  kind!: MeetingKind;

  @Field(() => GraphQLISODateTime, { description: 'When the meeting was to begin.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was planned to end.' })
  endsAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Address for taking part online.' })
  onlineUrl!: string | null;

  @Field(() => [String], { description: 'Languages of interpretation.' })
  interpretation!: readonly string[];

  @Field(() => Boolean, { description: 'Children are looked after.' })
  childcare!: boolean;

  @Field(() => MeetingLawEnum, { description: 'The law it was posted under.' })
  meetingLaw!: MeetingLaw;

  @Field(() => Int, { description: 'Elapsed hours of notice that were owed.' })
  noticeHours!: number;

  @Field(() => String, { description: 'SHA-256 of all that it says, in hexadecimal.' })
  digest!: string;
}

@ObjectType('PostingProof', { description: 'Somebody\'s word that a notice hung somewhere from a moment on (EC 35147; Gov. Code 54954.2).' })
export class PostingProofType implements Pick<ProofRecord, 'id' | 'noticeNumber' | 'where' | 'place' | 'postedAt' | 'recordedAt'> {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Of the notice.' })
  noticeNumber!: number;

  @Field(() => PostingWhereEnum, { description: 'At the school site, or online.' })
  where!: PostingWhere;

  @Field(() => String, { description: 'Where exactly, for example the board beside the front gate.' })
  place!: string;

  @Field(() => GraphQLISODateTime, { description: 'From when on it hung there.' })
  postedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When this was said, by the database\'s clock.' })
  recordedAt!: Date;
}
