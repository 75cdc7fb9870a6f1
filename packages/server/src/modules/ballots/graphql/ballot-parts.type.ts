import type { MajorityRule, OptionKind, QuorumRule } from '@plenary/count';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { BallotPermissions } from '../domain/policy.ts';
import { BallotOptionKindEnum, MajorityBaseEnum, QuorumKindEnum } from './ballot-enums.type.ts';

@ObjectType('BallotOption', { simpleResolvers: true, description: 'One of the answers, in the order in which every language shows them.' })
export class BallotOptionType {
  @Field(() => ID, { description: 'What a vote names.' })
  id!: string;

  @Field(() => BallotOptionKindEnum, { description: 'What it means to the count.' })
  kind!: OptionKind;

  @Field(() => Int, { nullable: true, description: 'What it costs, in whole dollars; null except for what a budget may fund.' })
  cost!: number | null;
}

@ObjectType('Quorum', { simpleResolvers: true, description: 'How many of a constituency must take part; abstentions count.' })
export class QuorumType {
  @Field(() => QuorumKindEnum, { description: 'How it is reckoned.' })
  kind!: QuorumRule['kind'];

  @Field(() => Int, { nullable: true, description: 'For SHARE_OF_ROLL.' })
  numerator?: number | null;

  @Field(() => Int, { nullable: true, description: 'For SHARE_OF_ROLL.' })
  denominator?: number | null;

  @Field(() => Int, { nullable: true, description: 'For COUNT: people.' })
  count?: number | null;
}

@ObjectType('Majority', { simpleResolvers: true, description: 'How many yes votes adopt: a share, of the votes cast or of the roll.' })
export class MajorityType implements MajorityRule {
  @Field(() => Int, { description: 'Of the share.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of the share.' })
  denominator!: number;

  @Field(() => MajorityBaseEnum, { description: 'What the share is taken of.' })
  base!: MajorityRule['base'];

  @Field(() => Boolean, { description: 'True: the share itself is enough (two thirds). False: more than it is needed (a majority is more than half).' })
  atLeast!: boolean;
}

@ObjectType('BallotConstituency', { simpleResolvers: true, description: 'One of the peer groups that are asked, and its part of the rule.' })
export class BallotConstituencyType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => QuorumType, { description: 'How many must take part.' })
  quorum!: QuorumType;

  @Field(() => MajorityType, { nullable: true, description: 'How many must say yes; null for methods that choose among options.' })
  majority!: MajorityType | null;

  @Field(() => Int, { nullable: true, description: 'People on the frozen roll; null before the ballot opens.' })
  rollSize!: number | null;
}

@ObjectType('ConstituencyTurnout', { simpleResolvers: true, description: 'How many of one constituency took part.' })
export class ConstituencyTurnoutType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'People on the roll; 0 before the ballot opens.' })
  roll!: number;

  @Field(() => Int, { nullable: true, description: 'People who voted; null while fewer than 11.' })
  voted!: number | null;
}

@ObjectType('Turnout', {
  simpleResolvers: true,
  description: 'How many took part, refreshed on a timer and never per vote. A number that speaks of fewer than 11 people is withheld (null), and so is the sum while any constituency is withheld.',
})
export class TurnoutType {
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the newest number was counted; null before any.' })
  asOf!: Date | null;

  @Field(() => Int, { description: 'People on the roll; 0 before the ballot opens.' })
  roll!: number;

  @Field(() => Int, { nullable: true, description: 'People who voted; null while withheld.' })
  voted!: number | null;

  @Field(() => [ConstituencyTurnoutType], { description: 'By constituency, in the ballot\'s order.' })
  constituencies!: readonly ConstituencyTurnoutType[];
}

@ObjectType('Participation', { simpleResolvers: true, description: 'The viewer\'s own line on the roll. What was voted is nowhere to be read.' })
export class ParticipationType {
  @Field(() => ConstituencyEnum, { description: 'The one constituency in which this person votes here.' })
  constituency!: Constituency;

  @Field(() => Boolean, { description: 'A vote of this person is in the box; of a secret ballot, that this person was given a ballot paper.' })
  voted!: boolean;

  @Field(() => Boolean, { description: 'This person votes on a printed ballot, and so not here.' })
  onPaper!: boolean;
}

@ObjectType('BallotPermissions', { simpleResolvers: true, description: 'What the viewer may do with this ballot now; each act asks the same policy and the same table of states again.' })
export class BallotPermissionsType implements BallotPermissions {
  @Field(() => Boolean, { description: 'Revise its words.' })
  edit!: boolean;

  @Field(() => Boolean, { description: 'Announce it.' })
  schedule!: boolean;

  @Field(() => Boolean, { description: 'Open it now.' })
  open!: boolean;

  @Field(() => Boolean, { description: 'Close it now.' })
  close!: boolean;

  @Field(() => Boolean, { description: 'Certify the result as one of two.' })
  certify!: boolean;

  @Field(() => Boolean, { description: 'Vote.' })
  cast!: boolean;

  @Field(() => Boolean, { description: 'Take it back.' })
  withdraw!: boolean;
}
