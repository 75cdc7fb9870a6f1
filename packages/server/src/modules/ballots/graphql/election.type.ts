import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import type { ElectionRecord } from '../application/elections/election-record.ts';
import type { BodyKind, EmployeeRule } from '../domain/elections/election.ts';
import type { ElectionState } from '../domain/elections/election-states.ts';
import { BodyKindEnum } from '../../bodies/graphql/body-enums.type.ts';
import { ElectionStateEnum, EmployeeRuleEnum } from './election-enums.type.ts';

type Kept = Pick<ElectionRecord,
  'id' | 'state' | 'version' | 'bodyKind' | 'studentSeats' | 'noticeAt' | 'noticedAt' | 'orientationAt' | 'nominationsFrom' | 'nominationsUntil' | 'opensAt' | 'closesAt'
  | 'openedAt' | 'closedAt' | 'certifiedAt' | 'challengeUntil' | 'seatedAt' | 'termStarts' | 'termEnds' | 'noticeDays' | 'orientationDays' | 'challengeDays'
  | 'statementWords' | 'acclamation' | 'employees' | 'orderSeed' | 'withdrawReason'>;

@ObjectType('Election', {
  implements: NodeType,
  description: 'An election of members of a body. Each constituency nominates and elects its own, on a ballot of its own. What is being prepared is seen by the election committee alone; from the notice on everything but nominations that wait is public.',
})
export class ElectionType implements Kept {
  id!: string;

  @Field(() => ElectionStateEnum, { description: 'Where it is in its life.' })
  state!: ElectionState;

  @Field(() => Int, { description: 'Grows with every change; an act names the version the person saw.' })
  version!: number;

  @Field(() => BodyKindEnum, { description: 'What the body\'s composition is held against.' })
  bodyKind!: BodyKind;

  @Field(() => Boolean, { description: 'Students have seats in the body.' })
  studentSeats!: boolean;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the notice is to be posted; null: by hand.' })
  noticeAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was.' })
  noticedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'When the orientation is held.' })
  orientationAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'From when people nominate.' })
  nominationsFrom!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when.' })
  nominationsUntil!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When voting opens, and no sooner.' })
  opensAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When voting ends, by the database\'s clock.' })
  closesAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it opened.' })
  openedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the last of its ballots closed.' })
  closedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the second of two people certified it.' })
  certifiedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when the result may be challenged; null before certification.' })
  challengeUntil!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the winners took their seats.' })
  seatedAt!: Date | null;

  @Field(() => String, { description: 'First day of the term, `yyyy-mm-dd`.' })
  termStarts!: string;

  @Field(() => String, { description: 'Last day of the term, `yyyy-mm-dd`.' })
  termEnds!: string;

  @Field(() => Int, { description: 'Days of notice before voting opens; never under 72 elapsed hours.' })
  noticeDays!: number;

  @Field(() => Int, { description: 'Days of notice before the orientation; never under 72 elapsed hours.' })
  orientationDays!: number;

  @Field(() => Int, { description: 'Days after certification in which the result may be challenged.' })
  challengeDays!: number;

  @Field(() => Int, { description: 'Longest statement, in words of one language.' })
  statementWords!: number;

  @Field(() => Boolean, { description: 'Where no more stand than there are seats, they are seated without a vote.' })
  acclamation!: boolean;

  @Field(() => EmployeeRuleEnum, { description: 'Whether a parent employed at the school may stand for the parents.' })
  employees!: EmployeeRule;

  @Field(() => String, { nullable: true, description: 'What the order of the candidates was drawn with, 64 hexadecimal digits: they stand by SHA-256 of this, a colon, and the nomination\'s id. Null until drawn.' })
  orderSeed!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  withdrawReason!: string | null;
}

@ObjectType('ElectionDates', { simpleResolvers: true, description: 'Dates to begin with, all within the rules: on the next school day the notice, in the environment\'s time zone.' })
export class ElectionDatesType {
  @Field(() => GraphQLISODateTime, { description: 'As of an election.' })
  noticeAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'As of an election.' })
  orientationAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'As of an election.' })
  nominationsFrom!: Date;

  @Field(() => GraphQLISODateTime, { description: 'As of an election.' })
  nominationsUntil!: Date;

  @Field(() => GraphQLISODateTime, { description: 'As of an election.' })
  opensAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'As of an election.' })
  closesAt!: Date;

  @Field(() => String, { description: 'As of an election.' })
  termStarts!: string;

  @Field(() => String, { description: 'As of an election.' })
  termEnds!: string;
}

@ObjectType('ElectionEdge', { simpleResolvers: true, description: 'An election in a list.' })
export class ElectionEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => ElectionType, { description: 'The election.' })
  node!: ElectionRecord;
}

@ObjectType('ElectionConnection', { simpleResolvers: true, description: 'A page of elections, newest first.' })
export class ElectionConnection {
  @Field(() => [ElectionEdge], { description: 'In order.' })
  edges!: readonly ElectionEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
