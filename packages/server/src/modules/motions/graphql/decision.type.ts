import { Field, ID, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { ActionItemRecord, DecisionRecord } from '../application/motion-record.ts';
import type { ActionPermissions, ActionState } from '../domain/action-item.ts';
import { ActionStateEnum } from './motion-enums.type.ts';

@ObjectType('Decision', { implements: NodeType, description: 'What a body decided: a motion that was adopted, in its words as amended.' })
export class DecisionType implements Pick<DecisionRecord, 'id' | 'number' | 'decidedOn' | 'motionId' | 'itemId' | 'reviewOn'> {
  id!: string;

  @Field(() => Int, { description: 'Among all of its body, from 1.' })
  number!: number;

  @Field(() => String, { description: 'The day where the body meets, `yyyy-mm-dd`.' })
  decidedOn!: string;

  @Field(() => ID, { description: 'The motion.' })
  motionId!: string;

  @Field(() => ID, { description: 'The agenda item.' })
  itemId!: string;

  @Field(() => String, { nullable: true, description: 'When the body means to look at what came of it, `yyyy-mm-dd`.' })
  reviewOn!: string | null;
}

@ObjectType('ActionItemPermissions', { simpleResolvers: true, description: 'What the viewer may do with an action item now.' })
export class ActionItemPermissionsType implements ActionPermissions {
  @Field(() => Boolean, { description: 'Change its words, owner or day.' })
  revise!: boolean;

  @Field(() => Boolean, { description: 'Say that it is done.' })
  finish!: boolean;

  @Field(() => Boolean, { description: 'Say that it is not to be done any more.' })
  drop!: boolean;

  @Field(() => Boolean, { description: 'Say that it is to be done after all.' })
  reopen!: boolean;
}

type ActionFields = 'id' | 'due' | 'state' | 'decisionId' | 'itemId' | 'meetingId' | 'version';

@ObjectType('ActionItem', { implements: NodeType, description: 'What somebody is to do because of a meeting.' })
export class ActionItemType implements Pick<ActionItemRecord, ActionFields> {
  id!: string;

  @Field(() => String, { nullable: true, description: 'By when, `yyyy-mm-dd`.' })
  due!: string | null;

  @Field(() => ActionStateEnum, { description: 'Where it is in its life.' })
  state!: ActionState;

  @Field(() => ID, { nullable: true, description: 'The decision it follows from.' })
  decisionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The agenda item it is about.' })
  itemId!: string | null;

  @Field(() => ID, { description: 'The meeting it was assigned in.' })
  meetingId!: string;

  @Field(() => Int, { description: 'Grows with every change. An act outside the room names the version the person saw.' })
  version!: number;
}

@ObjectType('DecisionEdge', { simpleResolvers: true, description: 'A decision in a list.' })
export class DecisionEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => DecisionType, { description: 'The decision.' })
  node!: DecisionRecord;
}

@ObjectType('DecisionConnection', { simpleResolvers: true, description: 'A page of decisions.' })
export class DecisionConnection {
  @Field(() => [DecisionEdge], { description: 'In the list\'s order.' })
  edges!: readonly DecisionEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}

@ObjectType('ActionItemEdge', { simpleResolvers: true, description: 'An action item in a list.' })
export class ActionItemEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => ActionItemType, { description: 'The action item.' })
  node!: ActionItemRecord;
}

@ObjectType('ActionItemConnection', { simpleResolvers: true, description: 'A page of action items.' })
export class ActionItemConnection {
  @Field(() => [ActionItemEdge], { description: 'In the list\'s order.' })
  edges!: readonly ActionItemEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
