import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import type { PaperWording } from '../application/papers.ts';
import type { Attested } from '../application/prove-posting.ts';
import type { Intent, MeetingKind } from '../domain/meeting.ts';
import type { AgendaItemWording, MeetingWording } from '../domain/meeting-wording.ts';
import type { PostingWhere } from '../domain/posting-proof.ts';
import type { Repeat } from '../domain/series.ts';
import { IntentEnum, MeetingKindEnum, PostingWhereEnum, RepeatEnum } from './meeting-enums.type.ts';

const MOST_LOCALES = 24;

@InputType('MeetingInput', { description: 'A meeting as planned; revising replaces everything. It may lack time, place and languages until its notice is posted.' })
export class MeetingInput {
  @Field(() => MeetingKindEnum, { description: 'What kind of meeting it is.' })
  kind!: MeetingKind;

  @Field(() => [LocalizedTextInput], { description: 'At least one language; at most 200 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  title!: LocalizedTextInput[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it begins.' })
  startsAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it is planned to end; after it begins.' })
  endsAt?: Date | null;

  @Field(() => [LocalizedTextInput], { defaultValue: [], description: 'Where; at most 300 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  place!: LocalizedTextInput[];

  @Field(() => String, { nullable: true, description: 'Address for taking part online, beginning with https://; at most 500 characters.' })
  onlineUrl?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Languages it is interpreted into, as BCP 47 tags.' })
  @ArrayMaxSize(MOST_LOCALES)
  interpretation!: string[];

  @Field(() => Boolean, { defaultValue: false, description: 'Children are looked after meanwhile.' })
  childcare!: boolean;
}

@InputType('MeetingRepeatInput', { description: 'A series of drafts, at the same hour on the wall.' })
export class MeetingRepeatInput implements Repeat {
  @Field(() => RepeatEnum, { description: 'How often.' })
  every!: Repeat['every'];

  @Field(() => Int, { description: 'How many in all: 1 to 53.' })
  times!: number;
}

@InputType('AgendaItemInput', { description: 'An agenda item as worded; revising replaces everything. It may lack a description, a rationale and languages until the notice is posted.' })
export class AgendaItemInput {
  @Field(() => [LocalizedTextInput], { description: 'At least one language; at most 200 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  title!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { defaultValue: [], description: 'What it is about, for people who were not told before; owed to the notice. At most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  description!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { defaultValue: [], description: 'Why acting on it serves achievement; owed to the notice for an ACTION item. At most 2,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  rationale!: LocalizedTextInput[];

  @Field(() => IntentEnum, { description: 'What is meant to happen to it.' })
  intent!: Intent;

  @Field(() => Int, { nullable: true, description: 'Minutes set aside for it: 1 to 600.' })
  minutesPlanned?: number | null;

  @Field(() => String, { nullable: true, description: 'Who brings it in; at most 200 characters.' })
  presenter?: string | null;
}

@InputType('PostingProofInput', { description: 'Where a notice hung, and from when on.' })
export class PostingProofInput implements Attested {
  @Field(() => Int, { description: 'Of the notice.' })
  noticeNumber!: number;

  @Field(() => PostingWhereEnum, { description: 'At the school site, or online.' })
  where!: PostingWhere;

  @Field(() => String, { description: 'Where exactly; 1 to 200 characters.' })
  place!: string;

  @Field(() => GraphQLISODateTime, { description: 'From when on; not in the future.' })
  postedAt!: Date;

  @Field(() => ID, { nullable: true, description: '`uploadId` of a picture of it hanging there, sent by the same person to `/files/meetings/:id?photo`.' })
  photoId?: string | null;
}

@InputType('PaperInput', { description: 'A paper of an item.' })
export class PaperInput implements PaperWording {
  @Field(() => ID, { description: '`uploadId` of a file, sent by the same person to `/files/meetings/:id`.' })
  uploadId!: string;

  @Field(() => String, { description: 'What it is called; 1 to 200 characters.' })
  title!: string;
}

@InputType('ItemPlaceInput', { description: 'Where an item stands in the agenda.' })
export class ItemPlaceInput {
  @Field(() => ID, { nullable: true, description: 'The item it is a part of; left out: of the first level.' })
  parentId?: string | null;

  @Field(() => Int, { defaultValue: 1000, description: 'Among those there, from 1; beyond the end is the end.' })
  position!: number;
}

export const meetingWordingOf = ({ startsAt = null, endsAt = null, onlineUrl = null, ...rest }: MeetingInput): MeetingWording => ({ ...rest, startsAt, endsAt, onlineUrl });

export const itemWordingOf = ({ minutesPlanned = null, presenter = null, ...rest }: AgendaItemInput): AgendaItemWording => ({ ...rest, minutesPlanned, presenter });
