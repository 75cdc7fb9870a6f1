import type { BudgetStep, Lot, PublishedCount, Stage, StageAction, UnfundedReason } from '@plenary/count';
import { Field, Int, ObjectType } from 'type-graphql';
import type { OptionFacts } from '../domain/ballot.ts';
import { BallotOptionType } from './ballot-parts.type.ts';
import { FundedByEnum, LotPurposeEnum, StageKindEnum, UnfundedReasonEnum } from './count-enums.type.ts';

/** Options by their positions. */
export type Named = (positions: readonly number[]) => OptionFacts[];

@ObjectType('CountStage', { simpleResolvers: true, description: 'One stage of a ranked count: a single move of votes, finished before the next.' })
export class CountStageType {
  @Field(() => Int, { description: 'From 0, the count of first choices.' })
  stage!: number;

  @Field(() => StageKindEnum, { description: 'What it did.' })
  kind!: StageAction['kind'];

  @Field(() => BallotOptionType, { nullable: true, description: 'Whose votes moved; null at first.' })
  moved!: OptionFacts | null;

  @Field(() => String, { nullable: true, description: 'The votes that moved: a decimal with five places; null at first.' })
  votes!: string | null;

  @Field(() => [String], {
    nullable: 'items',
    description: 'Votes after it, in the order of the ballot\'s options: decimals with five places; null for whoever is out, and for ABSTAIN. Who is elected and has passed a surplus on keeps the quota.',
  })
  tallies!: readonly (string | null)[];

  @Field(() => String, { description: 'Votes whose rankings name nobody any more who could have them: a decimal with five places. What cutting off digits loses is in no number.' })
  nonTransferable!: string;

  @Field(() => [BallotOptionType], { description: 'Elected by this stage, most votes first.' })
  elected!: readonly OptionFacts[];

  @Field(() => [BallotOptionType], { description: 'Out by this stage.' })
  excluded!: readonly OptionFacts[];
}

@ObjectType('RankedCount', { simpleResolvers: true, description: 'How rankings filled the seats, stage by stage.' })
export class RankedCountType {
  @Field(() => Int, { description: 'Votes that rank somebody.' })
  ballots!: number;

  @Field(() => Int, { description: 'Votes that elect: those ballots divided by one more than the seats, without the fraction, plus one. With one seat that is more than half.' })
  quota!: number;

  @Field(() => Int, { description: 'Seats to fill.' })
  seats!: number;

  @Field(() => [CountStageType], { description: 'In order.' })
  stages!: readonly CountStageType[];
}

@ObjectType('BudgetDecision', { simpleResolvers: true, description: 'What was decided of one project, and why. Amounts are decimals with five places, cut off.' })
export class BudgetDecisionType {
  @Field(() => BallotOptionType, { description: 'The project.' })
  option!: OptionFacts;

  @Field(() => FundedByEnum, { description: 'By what it was judged.' })
  by!: BudgetStep['by'];

  @Field(() => Int, { description: 'People who voted for it.' })
  votes!: number;

  @Field(() => Int, { description: 'What it costs.' })
  cost!: number;

  @Field(() => Boolean, { description: 'Whether it is paid for.' })
  funded!: boolean;

  @Field(() => String, { nullable: true, description: 'For what equal shares funds: the most that one supporter pays; who has less pays all of it.' })
  payment!: string | null;

  @Field(() => String, { description: 'What could have paid for it: the money left, or what its supporters had left together.' })
  available!: string;

  @Field(() => UnfundedReasonEnum, { nullable: true, description: 'Why it is not paid for.' })
  reason!: UnfundedReason | null;
}

@ObjectType('BudgetCount', { simpleResolvers: true, description: 'Which projects are paid for, and why. Whole dollars where nothing else is said.' })
export class BudgetCountType {
  @Field(() => Int, { description: 'What there was to spend.' })
  total!: number;

  @Field(() => Int, { description: 'What the funded projects cost.' })
  spent!: number;

  @Field(() => [BallotOptionType], { description: 'What is paid for, in the order in which it was decided.' })
  funded!: readonly OptionFacts[];

  @Field(() => [BudgetDecisionType], { description: 'Every decision in order, what is paid for first where equal shares decides; empty when withheld.' })
  decisions!: readonly BudgetDecisionType[];
}

@ObjectType('LotDrawn', { simpleResolvers: true, description: 'A tie that no vote could break.' })
export class LotDrawnType {
  @Field(() => LotPurposeEnum, { description: 'What it decided.' })
  purpose!: Lot['purpose'];

  @Field(() => Int, { nullable: true, description: 'The stage of a ranked count at which the tie stood.' })
  stage!: number | null;

  @Field(() => [BallotOptionType], { description: 'Who was tied.' })
  tied!: readonly OptionFacts[];

  @Field(() => [BallotOptionType], { description: 'Who was drawn; empty when there was no seed to draw by.' })
  drawn!: readonly OptionFacts[];

  @Field(() => String, {
    nullable: true,
    description: '32 bytes in hexadecimal. The ticket of an option is SHA-256 of these bytes, the text "lot/PURPOSE/STAGE" (stage 0 where there is none) with a zero byte, and the option\'s position from 0 as two bytes, high first; the lowest tickets are drawn.',
  })
  seed!: string | null;
}

export const rankedType = (ranked: PublishedCount['ranked'], named: Named): RankedCountType | null =>
  ranked && { ...ranked, stages: ranked.stages.map((stage) => stageType(stage, named)) };

const stageType = ({ action, elected, excluded, ...rest }: Stage, named: Named): CountStageType => ({
  ...rest, kind: action.kind, votes: action.votes, moved: action.option === null ? null : named([action.option])[0]!,
  elected: named(elected), excluded: named(excluded),
});

export const budgetType = (budget: PublishedCount['budget'], named: Named): BudgetCountType | null => budget && {
  total: budget.total, spent: budget.spent, funded: named(budget.funded),
  decisions: (budget.steps ?? []).map(({ option, ...step }) => ({ ...step, option: named([option])[0]! })),
};

export const lotType = ({ tied, drawn, ...lot }: Lot, named: Named): LotDrawnType => ({ ...lot, tied: named(tied), drawn: named(drawn) });
