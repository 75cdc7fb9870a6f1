import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import { LocalizedTextType } from '../../people/graphql/localized-text.type.ts';
import type { MinutesBlockKind } from '../domain/blocks.ts';
import type { MinutesGap, MinutesPart } from '../domain/completeness.ts';
import type { CorrectionState } from '../domain/correcting.ts';
import type { MinutesState } from '../domain/minutes-states.ts';
import type { FoundStudentName, NameDecision } from '../domain/names.ts';
import type { MinutesPermissions } from '../domain/policy.ts';
import type { ArchivedMinutes } from '../application/search-archive.ts';
import type { ShownMinutes } from '../application/minutes-reader.ts';
import { CorrectionStateEnum, MinutesBlockKindEnum, MinutesPartEnum, MinutesStateEnum } from './minutes-enums.type.ts';

@ObjectType('MinutesLine', { simpleResolvers: true, description: 'One of a list below a passage: a member who was there, a speaker, a vote.' })
export class MinutesLineType {
  @Field(() => [LocalizedTextType], { description: 'Who or what; a student by their seat.' })
  text!: LocalizedTextType[];

  @Field(() => [LocalizedTextType], { description: 'What is told of it, for example the vote.' })
  detail!: LocalizedTextType[];
}

@ObjectType('MinutesBlock', { simpleResolvers: true, description: 'A passage of minutes.' })
export class MinutesBlockType {
  @Field(() => ID, { description: 'Within these minutes; the same in every version of them.' })
  id!: string;

  @Field(() => MinutesBlockKindEnum, { description: 'What it tells.' })
  kind!: MinutesBlockKind;

  @Field(() => ID, { nullable: true, description: 'The agenda item it is about.' })
  itemId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The motion it is about.' })
  motionId!: string | null;

  @Field(() => Int, { description: 'Of a heading: 1 is the whole, 2 an item; of anything else 0.' })
  level!: number;

  @Field(() => [LocalizedTextType], { description: 'Plain text in each of the languages that the environment requires and minutes are written in; notes in those there are.' })
  text!: LocalizedTextType[];

  @Field(() => [MinutesLineType], { description: 'Below it.' })
  lines!: MinutesLineType[];
}

@ObjectType('MinutesGap', { simpleResolvers: true, description: 'A part that is missing before minutes can be circulated.' })
export class MinutesGapType implements MinutesGap {
  @Field(() => MinutesPartEnum, { description: 'Which.' })
  part!: MinutesPart;

  @Field(() => [ID], { description: 'The motion, or the sitting\'s members, that it is about.' })
  about!: readonly string[];
}

@ObjectType('FoundStudentName', { simpleResolvers: true, description: 'A student named in words somebody chose (EC 49073.2): `text` of the block in that language, from `start` to `end`.' })
export class FoundStudentNameType implements FoundStudentName {
  @Field(() => ID, { description: 'The passage.' })
  blockId!: string;

  @Field(() => String, { description: 'BCP 47 tag.' })
  language!: string;

  @Field(() => Int, { description: 'UTF-16 units from its beginning.' })
  start!: number;

  @Field(() => Int, { description: 'The first unit after it.' })
  end!: number;

  @Field(() => String, { description: 'What stands in its place in every public text.' })
  label!: string;

  @Field(() => Boolean, { description: 'It is one word alone, which may be no name here: a month, a street, or of somebody else.' })
  mayBeWord!: boolean;
}

@ObjectType('MinutesVersion', { description: 'A frozen version of minutes, which nothing changes.' })
export class MinutesVersionType {
  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => MinutesStateEnum, { description: 'What it was frozen as; of a circulated version that was approved as it was, APPROVED.' })
  state!: MinutesState;

  @Field(() => String, { description: 'SHA-256 in hex over what the viewer reads of it; docs/api.md says how to check it.' })
  hash!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was frozen.' })
  decidedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The motion it rests on.' })
  motionId!: string | null;

  @Field(() => [LocalizedTextType], { description: 'What an amending motion changed, in its words; empty of any other version.' })
  change!: LocalizedTextType[];

  @Field(() => [MinutesBlockType], { description: 'What it says.' })
  blocks!: MinutesBlockType[];
}

@ObjectType('Correction', { description: 'How a member says that one passage of circulated minutes should read.' })
export class CorrectionType {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => ID, { description: 'The passage it is in.' })
  blockId!: string;

  @Field(() => String, { description: 'BCP 47 tag.' })
  language!: string;

  @Field(() => String, { description: 'As it reads.' })
  before!: string;

  @Field(() => String, { description: 'As it should read; empty: without it.' })
  after!: string;

  @Field(() => CorrectionStateEnum, { description: 'Where it is.' })
  state!: CorrectionState;

  @Field(() => GraphQLISODateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'How many objected; null until it is settled.' })
  objections!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many voted for it; null until it is settled.' })
  ayes!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many voted against it; null until it is settled.' })
  noes!: number | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was settled.' })
  settledAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'The motion to amend approved minutes that it is a part of.' })
  motionId!: string | null;
}

@ObjectType('MinutesPermissions', { simpleResolvers: true, description: 'What the viewer may do with minutes now.' })
export class MinutesPermissionsType implements MinutesPermissions {
  @Field(() => Boolean, { description: 'Read what they say.' })
  read!: boolean;

  @Field(() => Boolean, { description: 'Write notes, and translate them.' })
  write!: boolean;

  @Field(() => Boolean, { description: 'Send them to the members.' })
  circulate!: boolean;

  @Field(() => Boolean, { description: 'Take them back.' })
  return!: boolean;

  @Field(() => Boolean, { description: 'Propose a correction.' })
  correct!: boolean;

  @Field(() => Boolean, { description: 'Say how a correction was taken.' })
  settle!: boolean;
}

type Fields = 'meetingId' | 'state' | 'version' | 'number' | 'updatedAt' | 'circulatedAt' | 'approvedAt';

@ObjectType('Minutes', {
  implements: NodeType,
  description: 'What is written down of a meeting, from its call to order on. That there are minutes, and where they are in their life, everybody may know; a draft is read by who makes it, the body and the staff, what was circulated by the whole environment, what was approved by everybody.',
})
export class MinutesType implements Pick<ShownMinutes, Fields> {
  @Field(() => ID, { description: 'Stable and opaque; the meeting\'s.' })
  id!: string;

  @Field(() => ID, { description: 'Of which meeting.' })
  meetingId!: string;

  @Field(() => MinutesStateEnum, { description: 'Where they are in their life.' })
  state!: MinutesState;

  @Field(() => Int, { description: 'Grows with every act on them; an act names the version the person saw.' })
  version!: number;

  @Field(() => Int, { description: 'The last frozen version; 0 before the first.' })
  number!: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When somebody last acted on them; null before anybody did.' })
  updatedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they were sent to the members.' })
  circulatedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the body approved them.' })
  approvedAt!: Date | null;
}

@InputType('NameDecisionInput', { description: 'What whoever circulates minutes decides about one student named in them.' })
export class NameDecisionInput implements NameDecision {
  @Field(() => ID, { description: 'As in FoundStudentName.' })
  blockId!: string;

  @Field(() => String, { description: 'As in FoundStudentName.' })
  language!: string;

  @Field(() => Int, { description: 'As in FoundStudentName.' })
  start!: number;

  @Field(() => Int, { description: 'As in FoundStudentName.' })
  end!: number;

  @Field(() => Boolean, { description: 'True: the name stays in the copy of the body. False: the seat label stands there, too. The public copy always has the label.' })
  keep!: boolean;

  @Field(() => Boolean, { defaultValue: false, description: 'It is no student\'s name but another word, and stays in both copies; only where it may be one.' })
  isWord!: boolean;
}

@InputType('CorrectionInput', { description: 'A passage of one block, which is in it once, and how it should read.' })
export class CorrectionInput {
  @Field(() => ID, { description: 'The block.' })
  blockId!: string;

  @Field(() => String, { description: 'BCP 47 tag of the text it is in.' })
  language!: string;

  @Field(() => String, { description: 'As it reads: 1 to 4000 characters, as much as it takes to be there once.' })
  before!: string;

  @Field(() => String, { description: 'As it should read; empty: without it. At most 4000 characters; a student is called by their seat.' })
  after!: string;

  @Field(() => ID, { nullable: true, description: 'The SittingMember, where the minutes are up, who said it aloud; for those who run that sitting. Left out: the viewer.' })
  memberId!: string | null;
}

@ObjectType('TextMatch', { simpleResolvers: true, description: 'Where something was found in a text, in UTF-16 units.' })
export class TextMatchType {
  @Field(() => Int, { description: 'Its first unit.' })
  start!: number;

  @Field(() => Int, { description: 'The first unit after it.' })
  end!: number;
}

@ObjectType('MinutesSnippet', { simpleResolvers: true, description: 'A passage of minutes in which something was found, or their beginning.' })
export class MinutesSnippetType {
  @Field(() => String, { description: 'Plain text.' })
  text!: string;

  @Field(() => [TextMatchType], { description: 'What was found, in order.' })
  matches!: readonly TextMatchType[];
}

@ObjectType('ArchivedMinutes', { description: 'The public copy of approved minutes, as found in the archive.' })
export class ArchivedMinutesType implements Pick<ArchivedMinutes, 'heldOn' | 'language' | 'title'> {
  @Field(() => String, { description: 'Day of the meeting where the body meets, `yyyy-mm-dd`.' })
  heldOn!: string;

  @Field(() => String, { description: 'Of title and snippet, as a BCP 47 tag.' })
  language!: string;

  @Field(() => String, { description: 'Whose minutes of what.' })
  title!: string;

  @Field(() => MinutesSnippetType, { description: 'Where the words were found.' })
  snippet!: MinutesSnippetType;
}

@ObjectType('ArchivedMinutesEdge', { simpleResolvers: true, description: 'Minutes in the archive.' })
export class ArchivedMinutesEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => ArchivedMinutesType, { description: 'The minutes.' })
  node!: ArchivedMinutes;
}

@ObjectType('ArchivedMinutesConnection', { simpleResolvers: true, description: 'A page of the archive.' })
export class ArchivedMinutesConnection {
  @Field(() => [ArchivedMinutesEdge], { description: 'The latest meeting first.' })
  edges!: readonly ArchivedMinutesEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
