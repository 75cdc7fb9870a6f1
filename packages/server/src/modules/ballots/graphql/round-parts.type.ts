import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { CommentRecord, HearingRecord, ResponseRecord, RoundOutcome, RoundRecord } from '../application/rounds/proposal-record.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { ProposalPermissions } from '../domain/rounds/proposal-policy.ts';
import type { ConsentAnswer, RoundQuorum } from '../domain/rounds/proposal.ts';
import type { RoundRule } from '../domain/rounds/standing.ts';
import { CommentKindEnum, ConsentAnswerEnum, RoundOutcomeEnum, RoundRuleEnum } from './round-enums.type.ts';

@ObjectType('RoundQuorum', { simpleResolvers: true, description: 'The share of those who take part that must answer.' })
export class RoundQuorumType implements RoundQuorum {
  @Field(() => Int, { description: 'Of the share.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of the share.' })
  denominator!: number;

  @Field(() => Boolean, { description: 'True: the share itself is enough. False: more than it.' })
  atLeast!: boolean;
}

@ObjectType('RoundVoice', {
  description: 'Somebody who speaks in open rounds. Inside, by name; to anybody else who reads a public record, a student is a seat: "Student 3".',
})
export class RoundVoiceType {
  @Field(() => ConstituencyEnum, { nullable: true, description: 'The peer group they take part for; null for a facilitator who only leads.' })
  constituency!: Constituency | null;

  @Field(() => Int, { nullable: true, description: 'Their seat within that peer group, dealt out by lot when the first round opened.' })
  seat!: number | null;
}

@ObjectType('RoundRule', { simpleResolvers: true, description: 'One rule of a round explained: what it needs, what is reached, whether it is met.' })
export class RoundRuleType implements RoundRule {
  @Field(() => RoundRuleEnum, { description: 'Which.' })
  rule!: RoundRule['rule'];

  @Field(() => Int, { description: 'How many it needs.' })
  needed!: number;

  @Field(() => Int, { description: 'How many there are.' })
  reached!: number;

  @Field(() => Boolean, { description: 'Whether it is met.' })
  met!: boolean;
}

@ObjectType('RoundHearing', { simpleResolvers: true, description: 'That somebody\'s concern was heard.' })
export class RoundHearingType implements Pick<HearingRecord, 'note' | 'at'> {
  @Field(() => String, { description: 'What it is about or what came of it, in the facilitator\'s words.' })
  note!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType('RoundAnswer', { simpleResolvers: true, description: 'What one person answered at one time. Exactly one of `fist` and `consent` is there.' })
export class RoundAnswerType implements Pick<ResponseRecord, 'fist' | 'consent' | 'reason' | 'at'> {
  @Field(() => Int, { nullable: true, description: '0 to 5, for FIST_TO_FIVE.' })
  fist!: number | null;

  @Field(() => ConsentAnswerEnum, { nullable: true, description: 'For CONSENT.' })
  consent!: ConsentAnswer | null;

  @Field(() => String, { nullable: true, description: 'Why, in their own words.' })
  reason!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType('RoundResponse', { description: 'What one person says in one round: the answer that counts, and those it replaced.' })
export class RoundResponseType {
  @Field(() => ID, { description: 'Of the answer that counts; what hearing it names.' })
  id!: string;

  @Field(() => Boolean, { description: 'A value below 3, or an objection: it must be heard before the round may close.' })
  mustBeHeard!: boolean;
}

@ObjectType('RoundComment', { description: 'A question or a reaction.' })
export class RoundCommentType implements Pick<CommentRecord, 'id' | 'kind' | 'body' | 'at'> {
  @Field(() => ID, { description: 'Stable and opaque.' })
  id!: string;

  @Field(() => CommentKindEnum, { description: 'Which.' })
  kind!: CommentRecord['kind'];

  @Field(() => String, { description: 'In the words of its author, at most 500 characters.' })
  body!: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
}

@ObjectType('ProposalRound', { description: 'One round: the words as they stood, and everything that was answered to them.' })
export class ProposalRoundType implements Pick<RoundRecord, 'number' | 'openedAt' | 'closedAt' | 'outcome' | 'note'> {
  @Field(() => Int, { description: 'From 1.' })
  number!: number;

  @Field(() => GraphQLISODateTime, { description: 'When it opened.' })
  openedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Null while it is open.' })
  closedAt!: Date | null;

  @Field(() => RoundOutcomeEnum, { nullable: true, description: 'Null while it is open.' })
  outcome!: RoundOutcome | null;

  @Field(() => String, { nullable: true, description: 'What whoever closed it noted: what changes in the next, or why it ended so.' })
  note!: string | null;
}

@ObjectType('ProposalParticipation', { simpleResolvers: true, description: 'The viewer\'s own place in a proposal.' })
export class ProposalParticipationType {
  @Field(() => Boolean, { description: 'Has answered in the present round.' })
  answered!: boolean;
}

@ObjectType('ProposalPermissions', { simpleResolvers: true, description: 'What the viewer may do with a proposal now.' })
export class ProposalPermissionsType implements ProposalPermissions {
  @Field(() => Boolean, { description: 'Change the draft.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Open the first round.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  withdraw!: boolean;

  @Field(() => Boolean, { description: 'Answer.' })
  respond!: boolean;

  @Field(() => Boolean, { description: 'Ask and react.' })
  comment!: boolean;

  @Field(() => Boolean, { description: 'Mark concerns as heard.' })
  hear!: boolean;

  @Field(() => Boolean, { description: 'Close the round: adopt, go on to the next, or end.' })
  closeRound!: boolean;

  @Field(() => Boolean, { description: 'End it with a majority ballot in its place.' })
  makeBallot!: boolean;
}
