import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { CursorScalar, NodeType, PageInfoType } from '../../../platform/graphql/relay.type.ts';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { ProposalOutline } from '../application/rounds/proposal-record.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { ProposalState } from '../domain/rounds/proposal-states.ts';
import type { ProposalKind } from '../domain/rounds/proposal.ts';
import { ProposalKindEnum, ProposalStateEnum } from './round-enums.type.ts';
import { RoundQuorumType } from './round-parts.type.ts';

type Fields = 'id' | 'state' | 'version' | 'kind' | 'constituencies' | 'quorum' | 'publicRecord' | 'round' | 'ballotId' | 'openedAt' | 'endedAt';

@ObjectType('Proposal', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'What a working team decides in open rounds, each under their own name. Seen by those who take part, its facilitator and those who prepare ballots; by everybody where the record is public.',
})
export class ProposalType implements Pick<ProposalOutline, Fields> {
  id!: string;

  @Field(() => ProposalStateEnum, { description: 'Where it is in its life.' })
  state!: ProposalState;

  @Field(() => Int, { description: 'Grows when its words, its round or its state change; not with answers. An act of the facilitator names the version they saw.' })
  version!: number;

  @Field(() => ProposalKindEnum, { description: 'How the team decides.' })
  kind!: ProposalKind;

  @Field(() => [ConstituencyEnum], { description: 'The peer groups that take part; empty when people are named.' })
  constituencies!: readonly Constituency[];

  @Field(() => RoundQuorumType, { description: 'How many must answer.' })
  quorum!: RoundQuorumType;

  @Field(() => Boolean, { description: 'Everybody may read the record, names included; students appear as seats. Said before anybody answers.' })
  publicRecord!: boolean;

  @Field(() => Int, { description: 'The round people answer now, or answered last; 0 before the opening.' })
  round!: number;

  @Field(() => ID, { nullable: true, description: 'The majority ballot that was drafted in its place.' })
  ballotId!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the first round opened.' })
  openedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was adopted, ended or withdrawn.' })
  endedAt!: Date | null;
}

@ObjectType('ProposalEdge', { simpleResolvers: true, description: 'A proposal in a list.' })
export class ProposalEdge {
  @Field(() => CursorScalar, { description: 'Its position.' })
  cursor!: string;

  @Field(() => ProposalType, { description: 'The proposal.' })
  node!: ProposalOutline;
}

@ObjectType('ProposalConnection', { simpleResolvers: true, description: 'A page of proposals, newest first.' })
export class ProposalConnection {
  @Field(() => [ProposalEdge], { description: 'In order.' })
  edges!: readonly ProposalEdge[];

  @Field(() => PageInfoType, { description: 'Where the page lies.' })
  pageInfo!: PageInfoType;
}
