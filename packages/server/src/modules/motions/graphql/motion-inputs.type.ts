import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ThresholdEnum } from '../../bodies/graphql/body-enums.type.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import type { AssignedAction } from '../application/assign-action.ts';
import type { MovedMotion } from '../application/move-motion.ts';
import type { MotionKind } from '../domain/choosing-threshold.ts';
import type { Threshold } from '../domain/threshold.ts';
import { MotionKindEnum } from './motion-enums.type.ts';

export const MOST_LOCALES = 24;

@InputType('MotionInput', { description: 'A motion as a member says it.' })
export class MotionInput {
  @Field(() => MotionKindEnum, { defaultValue: 'MAIN', description: 'What it is for.' })
  kind!: MotionKind;

  @Field(() => ID, { nullable: true, description: 'The agenda item; owed unless the motion only orders the meeting (ADJOURN, PROCEDURAL).' })
  itemId?: string | null;

  @Field(() => ID, { nullable: true, description: 'What else it is about: minutes, or a demand.' })
  aboutId?: string | null;

  @Field(() => [LocalizedTextInput], { description: 'At least one language; at most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  text!: LocalizedTextInput[];

  @Field(() => ThresholdEnum, { nullable: true, description: 'More than the bylaws ask, chosen by whoever runs the sitting; left out: what they ask. Of no effect on a finding of urgency, which has the law\'s.' })
  threshold?: Threshold | null;

  @Field(() => String, { nullable: true, description: 'Of URGENCY: why it must be acted on now. 1 to 1,000 characters.' })
  immediate?: string | null;

  @Field(() => String, { nullable: true, description: 'Of URGENCY: how the need arose after posting. 1 to 1,000 characters.' })
  afterPosting?: string | null;

  @Field(() => String, { nullable: true, description: 'When the body means to look at what came of it, `yyyy-mm-dd`; after today.' })
  reviewOn?: string | null;

  @Field(() => ID, { nullable: true, description: 'The member who moved it aloud, entered by whoever runs the sitting; left out: the viewer.' })
  memberId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'The writer was told which students it names (STUDENT_NAMED), and keeps the names in the copy of the body.' })
  keepNames!: boolean;
}

@InputType('ActionItemInput', { description: 'What somebody is to do.' })
export class ActionItemInput {
  @Field(() => String, { description: 'What; 1 to 300 characters.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Who, a person of the environment; this or `memberId`.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who, a SittingMember; this or `ownerId`.' })
  memberId?: string | null;

  @Field(() => String, { nullable: true, description: 'By when, `yyyy-mm-dd`; not before today.' })
  due?: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision of this sitting it follows from.' })
  decisionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The agenda item it is about; left out: the decision\'s.' })
  itemId?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'The writer was told which students it names (STUDENT_NAMED), and keeps the names in the copy of the body.' })
  keepNames!: boolean;
}

@InputType('ActionItemRevisionInput', { description: 'An action item in new words; revising replaces everything.' })
export class ActionItemRevisionInput {
  @Field(() => String, { description: 'What; 1 to 300 characters.' })
  title!: string;

  @Field(() => ID, { description: 'Who, a person of the environment.' })
  ownerId!: string;

  @Field(() => String, { nullable: true, description: 'By when, `yyyy-mm-dd`; not before today unless it stays as it was.' })
  due?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: 'The writer was told which students it names (STUDENT_NAMED), and keeps the names in the copy of the body.' })
  keepNames!: boolean;
}

export const motionOf = ({ itemId = null, aboutId = null, threshold = null, immediate = null, afterPosting = null, reviewOn = null, memberId = null, ...rest }: MotionInput): MovedMotion =>
  ({ ...rest, itemId, aboutId, threshold, immediate, afterPosting, reviewOn, memberId });

export const assignedOf = ({ ownerId = null, memberId = null, due = null, decisionId = null, itemId = null, ...rest }: ActionItemInput): AssignedAction =>
  ({ ...rest, ownerId, memberId, due, decisionId, itemId });
