import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../../platform/graphql/relay.type.ts';
import type { AmendmentRecord, DisposedBy, MotionRecord, QuestionRecord } from '../application/motion-record.ts';
import type { AmendmentState } from '../domain/amendment.ts';
import type { MotionKind, QuestionThreshold } from '../domain/choosing-threshold.ts';
import type { MotionState } from '../domain/motion-states.ts';
import type { AmendmentPermissions, MotionPermissions, QuestionPermissions } from '../domain/policy.ts';
import type { QuestionExplained, QuestionState, QuestionWay } from '../domain/question.ts';
import type { ThresholdBase } from '../domain/threshold.ts';
import type { RollCallLine } from '../domain/voting.ts';
import {
  AmendmentStateEnum, DisposedByEnum, MotionKindEnum, MotionStateEnum, QuestionStateEnum, QuestionThresholdEnum, QuestionWayEnum, RollCallVoteEnum, ThresholdBaseEnum,
} from './motion-enums.type.ts';

@ObjectType('ThresholdExplained', { simpleResolvers: true, description: 'The arithmetic of a counted vote, as it was announced.' })
export class ThresholdExplainedType implements QuestionExplained {
  @Field(() => Boolean, { description: 'The ayes reach what was needed.' })
  adopted!: boolean;

  @Field(() => Int, { description: 'For it.' })
  ayes!: number;

  @Field(() => Int, { description: 'Against it.' })
  noes!: number;

  @Field(() => Int, { description: 'Present, and neither for nor against.' })
  abstentions!: number;

  @Field(() => Int, { description: 'Present, and taking no part.' })
  recused!: number;

  @Field(() => Int, { description: 'Ayes needed.' })
  needed!: number;

  @Field(() => ThresholdBaseEnum, { description: 'Of what.' })
  of!: ThresholdBase;

  @Field(() => Int, { description: 'Of how many.' })
  denominator!: number;

  @Field(() => QuestionThresholdEnum, { description: 'The rule it was held to.' })
  threshold!: QuestionThreshold;
}

@ObjectType('RollCallLine', { simpleResolvers: true, description: 'How one member votes; open, by seat and name.' })
export class RollCallLineType {
  @Field(() => ID, { description: 'Of the sitting\'s member.' })
  memberId!: string;

  @Field(() => RollCallVoteEnum, { nullable: true, description: 'Null: not yet.' })
  vote!: RollCallLine['vote'] | null;
}

@ObjectType('QuestionPermissions', { simpleResolvers: true, description: 'What the viewer may do with a question now; a rule may still refuse.' })
export class QuestionPermissionsType implements QuestionPermissions {
  @Field(() => Boolean, { description: 'Vote, or enter a vote said aloud.' })
  vote!: boolean;

  @Field(() => Boolean, { description: 'Object, or enter an objection said aloud.' })
  object!: boolean;

  @Field(() => Boolean, { description: 'Break it off.' })
  stop!: boolean;

  @Field(() => Boolean, { description: 'Announce its result.' })
  announce!: boolean;
}

@ObjectType('Question', { description: 'A question that was put on a motion or an amendment.' })
export class QuestionType implements Pick<QuestionRecord, 'id' | 'way' | 'state' | 'openedAt' | 'closedAt' | 'stoppedWhy'> {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => QuestionWayEnum, { description: 'How it is put; CONSENT becomes ROLL_CALL with the first objection.' })
  way!: QuestionWay;

  @Field(() => QuestionStateEnum, { description: 'Where it is in its life.' })
  state!: QuestionState;

  @Field(() => GraphQLISODateTime, { description: 'When it was put.' })
  openedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was announced or stopped.' })
  closedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was broken off.' })
  stoppedWhy!: string | null;
}

@ObjectType('UrgencyFinding', { simpleResolvers: true, description: 'What a body finds before it acts on what it did not post (EC 35147; Gov. Code 54954.2).' })
export class UrgencyFindingType {
  @Field(() => String, { description: 'Why it must be acted on now.' })
  immediate!: string;

  @Field(() => String, { description: 'How the need arose only after the notice was posted.' })
  afterPosting!: string;
}

@ObjectType('AmendmentPermissions', { simpleResolvers: true, description: 'What the viewer may do with an amendment now; a rule may still refuse.' })
export class AmendmentPermissionsType implements AmendmentPermissions {
  @Field(() => Boolean, { description: 'Second it, or enter that a member did.' })
  second!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Say that nobody seconds it.' })
  lapse!: boolean;

  @Field(() => Boolean, { description: 'Put its question.' })
  putQuestion!: boolean;
}

@ObjectType('Amendment', { description: 'A motion\'s text as a member would have it.' })
export class AmendmentType implements Pick<AmendmentRecord, 'id' | 'number' | 'state' | 'moverId' | 'seconderId'> {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => Int, { description: 'Among those of the motion, from 1.' })
  number!: number;

  @Field(() => AmendmentStateEnum, { description: 'Where it is in its life.' })
  state!: AmendmentState;

  @Field(() => ID, { description: 'The member who moved it.' })
  moverId!: string;

  @Field(() => ID, { nullable: true, description: 'The member who seconded it.' })
  seconderId!: string | null;
}

@ObjectType('MotionPermissions', { simpleResolvers: true, description: 'What the viewer may do with a motion now; a rule may still refuse.' })
export class MotionPermissionsType implements MotionPermissions {
  @Field(() => Boolean, { description: 'Second it, or enter that a member did.' })
  second!: boolean;

  @Field(() => Boolean, { description: 'Move an amendment of it, or enter one.' })
  amend!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Say that nobody seconds it.' })
  lapse!: boolean;

  @Field(() => Boolean, { description: 'State it, which opens debate.' })
  state!: boolean;

  @Field(() => Boolean, { description: 'Put its question.' })
  putQuestion!: boolean;

  @Field(() => Boolean, { description: 'Lay it aside.' })
  table!: boolean;

  @Field(() => Boolean, { description: 'Take up again what was laid aside.' })
  takeUp!: boolean;

  @Field(() => Boolean, { description: 'Send it to somebody who looks into it first.' })
  refer!: boolean;
}

type Fields = 'id' | 'number' | 'kind' | 'state' | 'itemId' | 'aboutId' | 'moverId' | 'seconderId' | 'movedAloud' | 'threshold' | 'movedAt' | 'secondedAt' | 'statedAt' | 'decidedAt'
  | 'disposedBy' | 'referredTo' | 'reviewOn';

@ObjectType('Motion', { implements: NodeType, description: 'A proposal that a member moved in a sitting. Its members are named by their ids in the sitting.' })
export class MotionType implements Pick<MotionRecord, Fields> {
  id!: string;

  @Field(() => Int, { description: 'Among those of the sitting, from 1.' })
  number!: number;

  @Field(() => MotionKindEnum, { description: 'What it is for.' })
  kind!: MotionKind;

  @Field(() => MotionStateEnum, { description: 'Where it is in its life.' })
  state!: MotionState;

  @Field(() => ID, { nullable: true, description: 'The agenda item it is about; null of what only orders the meeting.' })
  itemId!: string | null;

  @Field(() => ID, { nullable: true, description: 'What else it is about: minutes, or a demand.' })
  aboutId!: string | null;

  @Field(() => ID, { description: 'The member who moved it.' })
  moverId!: string;

  @Field(() => ID, { nullable: true, description: 'The member who seconded it.' })
  seconderId!: string | null;

  @Field(() => Boolean, { description: 'It was moved aloud, and entered by whoever runs the sitting.' })
  movedAloud!: boolean;

  @Field(() => QuestionThresholdEnum, { description: 'What it needs. Of a finding under the Brown Act: unless fewer than two thirds of the members attend.' })
  threshold!: QuestionThreshold;

  @Field(() => GraphQLISODateTime, { description: 'When it was moved.' })
  movedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was seconded.' })
  secondedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was stated, which opened debate.' })
  statedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it came to its end.' })
  decidedAt!: Date | null;

  @Field(() => DisposedByEnum, { nullable: true, description: 'How it came to its end, or to rest; null while it is before the body.' })
  disposedBy!: DisposedBy | null;

  @Field(() => String, { nullable: true, description: 'To whom it was sent.' })
  referredTo!: string | null;

  @Field(() => String, { nullable: true, description: 'When the body means to look at what came of it, `yyyy-mm-dd`.' })
  reviewOn!: string | null;
}
