import type { Margin, UnfundedReason } from '@plenary/count';
import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency, OptionFacts } from '../domain/ballot.ts';
import { BallotOptionType } from './ballot-parts.type.ts';
import { SeatedByEnum, UnfundedReasonEnum } from './count-enums.type.ts';
import type { Named } from './method-count.type.ts';

@ObjectType('QuorumMargin', { description: 'How far a quorum was from being missed, or met.' })
export class QuorumMarginType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => Boolean, { description: 'Whether it was met.' })
  met!: boolean;

  @Field(() => Int, { description: 'People beyond it, or missing.' })
  people!: number;
}

@ObjectType('MajorityMargin', { description: 'How far a majority was from being missed, or reached.' })
export class MajorityMarginType {
  @Field(() => ConstituencyEnum, { nullable: true, description: 'The peer group; null where all votes count as one.' })
  constituency!: Constituency | null;

  @Field(() => Boolean, { description: 'Whether it was reached.' })
  met!: boolean;

  @Field(() => Int, { description: 'The fewest voters who, answering yes for no or no for yes, would have turned it.' })
  voters!: number;
}

@ObjectType('LeadMargin', { description: 'By how much the last seat was won.' })
export class LeadMarginType {
  @Field(() => Int, { description: 'Votes, points or dots ahead of the next; 0 is a tie.' })
  ahead!: number;
}

@ObjectType('SeatMargin', { description: 'How a seat was won in a ranked count.' })
export class SeatMarginType {
  @Field(() => BallotOptionType, { description: 'Who won it.' })
  option!: OptionFacts;

  @Field(() => Int, { description: 'At which stage.' })
  stage!: number;

  @Field(() => SeatedByEnum, { description: 'By what.' })
  by!: Extract<Margin, { kind: 'SEAT' }>['by'];

  @Field(() => String, { description: 'Votes above the quota, or (LAST_STANDING) below it: a decimal with five places.' })
  votes!: string;
}

@ObjectType('ExclusionMargin', { description: 'The narrowest exclusion of a ranked count.' })
export class ExclusionMarginType {
  @Field(() => BallotOptionType, { description: 'Who went out.' })
  option!: OptionFacts;

  @Field(() => BallotOptionType, { description: 'Who was next and stayed.' })
  next!: OptionFacts;

  @Field(() => Int, { description: 'At which stage.' })
  stage!: number;

  @Field(() => String, { description: 'Votes between the two: a decimal with five places.' })
  behind!: string;
}

@ObjectType('ProjectMargin', { description: 'The first project that is not paid for.' })
export class ProjectMarginType {
  @Field(() => BallotOptionType, { description: 'The project.' })
  option!: OptionFacts;

  @Field(() => UnfundedReasonEnum, { description: 'Why.' })
  reason!: UnfundedReason;

  @Field(() => String, { nullable: true, description: 'Dollars that were lacking: a decimal with five places; null where money was not the reason.' })
  lacking!: string | null;
}

export const MarginUnion = createUnionType({
  name: 'Margin',
  description: 'How close it was: what would have changed the result.',
  types: () => [QuorumMarginType, MajorityMarginType, LeadMarginType, SeatMarginType, ExclusionMarginType, ProjectMarginType] as const,
});

export function marginType(margin: Margin<Constituency>, named: Named): typeof MarginUnion {
  const option = (position: number) => named([position])[0]!;
  switch (margin.kind) {
    case 'QUORUM': return Object.assign(new QuorumMarginType(), { constituency: margin.constituency, met: margin.met, people: margin.papers });
    case 'MAJORITY': return Object.assign(new MajorityMarginType(), { constituency: margin.constituency, met: margin.met, voters: margin.votes });
    case 'LEAD': return Object.assign(new LeadMarginType(), { ahead: margin.votes });
    case 'SEAT': return Object.assign(new SeatMarginType(), { ...margin, option: option(margin.option) });
    case 'EXCLUSION': {
      const { stage, votes } = margin;
      return Object.assign(new ExclusionMarginType(), { stage, behind: votes, option: option(margin.option), next: option(margin.next) });
    }
    case 'PROJECT': return Object.assign(new ProjectMarginType(), { ...margin, option: option(margin.option) });
  }
}
