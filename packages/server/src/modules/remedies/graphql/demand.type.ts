import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../../platform/graphql/relay.type.ts';
import type { DemandGround } from '../../meetings/index.ts';
import type { DemandTerms, ShownDemand } from '../application/demand-reader.ts';
import type { DemandState } from '../domain/demand.ts';
import type { RemedyRefusalReason } from '../domain/refusal.ts';
import { DemandGroundEnum, DemandStateEnum, RemedyRefusalEnum } from './remedy-enums.type.ts';

type Fields = 'id' | 'meetingId' | 'itemId' | 'ground' | 'actedOn' | 'demandedOn' | 'demandUntil' | 'answerBy' | 'settledOn' | 'receivedAt' | 'motionId' | 'agendaMeetingId' | 'version' | 'state';

@ObjectType('ReconsiderationDemand', {
  implements: NodeType, description: 'That somebody demands that something a body did be reconsidered (EC 35147; Gov. Code 54960.1). Days are those where the body meets, `yyyy-mm-dd`.',
})
export class DemandType implements Pick<ShownDemand, Fields> {
  id!: string;

  @Field(() => ID, { description: 'The meeting at which it was done.' })
  meetingId!: string;

  @Field(() => ID, { description: 'The agenda item it was done about.' })
  itemId!: string;

  @Field(() => DemandGroundEnum, { description: 'What was wrong.' })
  ground!: DemandGround;

  @Field(() => String, { description: 'The day of the meeting.' })
  actedOn!: string;

  @Field(() => String, { description: 'The day of the demand.' })
  demandedOn!: string;

  @Field(() => String, { nullable: true, description: 'The last day on which it could be made; null where the law sets none.' })
  demandUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'The last day for the body to answer; null where the law says at the next meeting.' })
  answerBy!: string | null;

  @Field(() => String, { nullable: true, description: 'When the body answered, or it was taken back.' })
  settledOn!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it came.' })
  receivedAt!: Date;

  @Field(() => ID, { nullable: true, description: 'The motion to reconsider that settled it.' })
  motionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The meeting whose agenda has it, or had it last.' })
  agendaMeetingId!: string | null;

  @Field(() => Int, { description: 'Grows when it is settled.' })
  version!: number;

  @Field(() => DemandStateEnum, { description: 'Where it stands today.' })
  state!: DemandState;
}

@ObjectType('DemandTerms', { simpleResolvers: true, description: 'What the law says today of demands about a meeting.' })
export class DemandTermsType implements DemandTerms {
  @Field(() => Boolean, { description: 'One may be made now.' })
  open!: boolean;

  @Field(() => RemedyRefusalEnum, { nullable: true, description: 'Why not.' })
  reason!: RemedyRefusalReason | null;

  @Field(() => String, { nullable: true, description: 'Where it is written: a section of law, or `bylaws`.' })
  source!: string | null;

  @Field(() => String, { nullable: true, description: 'The last day for what is wrong with the agenda; null where the law sets none.' })
  agendaUntil!: string | null;

  @Field(() => String, { nullable: true, description: 'The last day for anything else; null where the law sets none.' })
  otherUntil!: string | null;
}
