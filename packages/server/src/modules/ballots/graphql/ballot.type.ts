import type { CombineRule, Method } from '@plenary/count';
import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import { RoleEnum } from '../../people/graphql/enums.type.ts';
import type { BallotOutline, CertificationRecord } from '../application/ballot-record.ts';
import type { BallotBinding, Secrecy } from '../domain/ballot.ts';
import type { BallotState } from '../domain/ballot-states.ts';
import { BallotBindingEnum, BallotMethodEnum, BallotSecrecyEnum, BallotStateEnum, CombineRuleEnum } from './ballot-enums.type.ts';

@ObjectType('Ballot', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'A question put to constituencies. Votes are confidential: nothing of the API tells how anybody voted, and the first vote is final. Drafts are seen by the election committee alone; everything else is public.',
})
export class BallotType implements Pick<BallotOutline, 'id' | 'state' | 'version' | 'method' | 'secrecy' | 'maxChoices' | 'seats' | 'budgetTotal' | 'binding' | 'bylaw' | 'combine' | 'opensAt' | 'closesAt'> {
  id!: string;

  @Field(() => BallotStateEnum, { description: 'Where it is in its life.' })
  state!: BallotState;

  @Field(() => Int, { description: 'Grows with every change; an act names the version the person saw.' })
  version!: number;

  @Field(() => BallotMethodEnum, { description: 'How a vote answers it.' })
  method!: Method;

  @Field(() => BallotSecrecyEnum, { description: 'Who could find out how somebody voted.' })
  secrecy!: Secrecy;

  @Field(() => Int, { description: 'Most options one vote names or ranks; for SCORE the highest score, for DOTS the dots of one person; else 1.' })
  maxChoices!: number;

  @Field(() => Int, { description: 'How many options win; 1 except for SCOTTISH_STV, and where CHOOSE_ONE, APPROVAL, SCORE or DOTS fill several seats.' })
  seats!: number;

  @Field(() => Int, { nullable: true, description: 'What may be spent, in whole dollars; null except for BUDGET_GREEDY and EQUAL_SHARES.' })
  budgetTotal!: number | null;

  @Field(() => BallotBindingEnum, { description: 'What follows from the result.' })
  binding!: BallotBinding;

  @Field(() => String, { nullable: true, description: 'The bylaw that makes it binding, by name.' })
  bylaw!: string | null;

  @Field(() => CombineRuleEnum, { description: 'Whose majority decides.' })
  combine!: CombineRule;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it will open by itself; null: by hand.' })
  opensAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When voting ends, by the database\'s clock; a vote at this very moment is late.' })
  closesAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it opened and the roll was frozen.' })
  openedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When voting ended.' })
  closedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the second of two people certified it.' })
  certifiedAt!: Date | null;
}

@ObjectType('Certification', { simpleResolvers: true, description: 'One person of the election committee stands for the result.' })
export class CertificationType implements Pick<CertificationRecord, 'certifiedAt'> {
  @Field(() => RoleEnum, { description: 'In which role.' })
  role!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  certifiedAt!: Date;
}

@ObjectType('BallotEdge', { simpleResolvers: true, description: 'A ballot in a list.' })
export class BallotEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => BallotType, { description: 'The ballot.' })
  node!: BallotOutline;
}

@ObjectType('BallotConnection', { simpleResolvers: true, description: 'A page of ballots, newest first.' })
export class BallotConnection {
  @Field(() => [BallotEdge], { description: 'In order.' })
  edges!: readonly BallotEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
