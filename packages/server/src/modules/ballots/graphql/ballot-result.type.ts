import type { MajorityRule, Outcome, PublishedCount, PublishedRule, QuorumRule } from '@plenary/count';
import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import type { Constituency, OptionFacts } from '../domain/ballot.ts';
import type { PublishedPrinted } from '../domain/printed/publishing.ts';
import { BallotOutcomeEnum, MajorityBaseEnum, QuorumKindEnum } from './ballot-enums.type.ts';
import { BallotOptionType } from './ballot-parts.type.ts';
import { MarginUnion, marginType } from './margin.type.ts';
import { BudgetCountType, LotDrawnType, RankedCountType, budgetType, lotType, rankedType } from './method-count.type.ts';

@ObjectType('OptionTally', { description: 'Votes for one option.' })
export class OptionTallyType {
  @Field(() => BallotOptionType, { description: 'The option.' })
  option!: OptionFacts;

  @Field(() => Int, { description: 'Votes: of those who named it, ranked it first, or gave it more than nothing.' })
  votes!: number;

  @Field(() => Int, { nullable: true, description: 'All its points (SCORE) or dots (DOTS) together; null by every other method.' })
  score!: number | null;
}

@ObjectType('ConstituencyResult', { description: 'How one constituency voted.' })
export class ConstituencyResultType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'People on the frozen roll.' })
  roll!: number;

  @Field(() => Int, { nullable: true, description: 'Votes in the box, abstentions included; null when withheld.' })
  ballots!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of these came on printed ballots, 0 where none were given out; null when withheld: wherever some were given out, and fewer than 11 voted on paper or fewer than 11 otherwise.' })
  printed!: number | null;

  @Field(() => [OptionTallyType], { description: 'Per option in the ballot\'s order; empty when withheld.' })
  tallies!: readonly OptionTallyType[];

  @Field(() => Boolean, { description: 'True when fewer than 11 voted: the numbers are not published.' })
  withheld!: boolean;
}

@ObjectType('QuorumExplanation', { description: 'How many of a constituency had to take part, and how many did.' })
export class QuorumExplanationType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => QuorumKindEnum, { description: 'How it is reckoned.' })
  kind!: QuorumRule['kind'];

  @Field(() => Int, { nullable: true, description: 'For SHARE_OF_ROLL.' })
  numerator!: number | null;

  @Field(() => Int, { nullable: true, description: 'For SHARE_OF_ROLL.' })
  denominator!: number | null;

  @Field(() => Int, { description: 'The fewest people that meet it.' })
  needed!: number;

  @Field(() => Int, { nullable: true, description: 'People who took part; null when withheld.' })
  reached!: number | null;

  @Field(() => Boolean, { description: 'Whether it was met; published always.' })
  met!: boolean;
}

@ObjectType('MajorityExplanation', { description: 'How many yes votes were needed, and how many there were. More than half of 17 is 9.' })
export class MajorityExplanationType {
  @Field(() => ConstituencyEnum, { nullable: true, description: 'The peer group; null where all votes count as one.' })
  constituency!: Constituency | null;

  @Field(() => Int, { description: 'Of the share.' })
  numerator!: number;

  @Field(() => Int, { description: 'Of the share.' })
  denominator!: number;

  @Field(() => MajorityBaseEnum, { description: 'What the share is taken of.' })
  base!: MajorityRule['base'];

  @Field(() => Boolean, { description: 'True: the share itself is enough. False: more than it is needed.' })
  atLeast!: boolean;

  @Field(() => Int, { nullable: true, description: 'Votes (CAST) or people (ROLL) the share is taken of; null when withheld.' })
  of!: number | null;

  @Field(() => Int, { nullable: true, description: 'Fewest yes votes that meet it; null when withheld.' })
  needed!: number | null;

  @Field(() => Int, { nullable: true, description: 'Yes votes; null when withheld.' })
  reached!: number | null;

  @Field(() => Boolean, { description: 'Whether it was met; published always.' })
  met!: boolean;
}

@ObjectType('PluralityExplanation', { description: 'Which options have the most votes, points or dots.' })
export class PluralityExplanationType {
  @Field(() => Int, { description: 'How many win.' })
  seats!: number;

  @Field(() => [BallotOptionType], { description: 'Those with as many as the last seat takes, or more. More of them than seats is a tie; none means that nobody chose an option.' })
  leading!: readonly OptionFacts[];

  @Field(() => Int, { nullable: true, description: 'Votes (points, dots) of the weakest of them; null when withheld.' })
  votes!: number | null;

  @Field(() => Int, { nullable: true, description: 'Votes (points, dots) of the best option behind; null when withheld.' })
  runnerUpVotes!: number | null;

  @Field(() => Boolean, { description: 'No more lead than there are seats. A lot may still fill the seats when it is false.' })
  met!: boolean;
}

export const RuleExplanationUnion = createUnionType({
  name: 'RuleExplanation',
  description: 'One rule of the ballot: what it needed, what was reached, whether it was met.',
  types: () => [QuorumExplanationType, MajorityExplanationType, PluralityExplanationType] as const,
});

@ObjectType('BallotResult', {
  description: 'The count, as everybody may read it. Numbers of constituencies in which fewer than 11 voted are withheld, with every sum that includes them; outcome, winners and whether each rule was met are always said.',
})
export class BallotResultType {
  @Field(() => BallotOutcomeEnum, { description: 'What follows from the votes.' })
  outcome!: Outcome;

  @Field(() => [BallotOptionType], { description: 'What was chosen or is paid for, in the ballot\'s order; for TIED those ahead of the tie; else empty.' })
  chosen!: readonly OptionFacts[];

  @Field(() => Int, { nullable: true, description: 'Votes in the box, abstentions included; null when withheld.' })
  ballots!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many of these came on printed ballots; null when withheld, which it is with that of any constituency.' })
  printed!: number | null;

  @Field(() => [OptionTallyType], { description: 'All votes per option in the ballot\'s order; empty when withheld.' })
  tallies!: readonly OptionTallyType[];

  @Field(() => [ConstituencyResultType], { description: 'By constituency, in the ballot\'s order.' })
  constituencies!: readonly ConstituencyResultType[];

  @Field(() => [RuleExplanationUnion], { description: 'A quorum per constituency, then the majorities or the plurality.' })
  rules!: readonly (typeof RuleExplanationUnion)[];

  @Field(() => RankedCountType, { nullable: true, description: 'For INSTANT_RUNOFF and SCOTTISH_STV; null when withheld.' })
  ranked!: RankedCountType | null;

  @Field(() => BudgetCountType, { nullable: true, description: 'For BUDGET_GREEDY and EQUAL_SHARES.' })
  budget!: BudgetCountType | null;

  @Field(() => [LotDrawnType], { description: 'Ties that no vote could break; when numbers are withheld, only those for seats.' })
  lots!: readonly LotDrawnType[];

  @Field(() => [MarginUnion], { description: 'How close it was; without what would tell a withheld number.' })
  margins!: readonly (typeof MarginUnion)[];

  @Field(() => Boolean, { description: 'True when any number is withheld.' })
  withheld!: boolean;
}

/** A published count in the contract's words: positions become options. */
export function resultType(published: PublishedCount<Constituency>, onPaper: PublishedPrinted, options: readonly OptionFacts[]): BallotResultType {
  const named = (positions: readonly number[]) => positions.map((position) => options[position]!);
  const tallies = ({ votes, scores }: Pick<PublishedCount, 'votes' | 'scores'>) =>
    (votes ?? []).map((each, position) => ({ option: options[position]!, votes: each, score: scores?.[position] ?? null }));
  return {
    outcome: published.outcome,
    chosen: named(published.chosen),
    ballots: published.papers,
    printed: onPaper.printed,
    tallies: tallies(published),
    constituencies: published.pools.map(({ constituency, roll, papers, ...votes }) =>
      ({ constituency, roll, ballots: papers, printed: onPaper.constituencies.get(constituency) ?? null, tallies: tallies(votes), withheld: papers === null })),
    rules: published.rules.map((rule) => explanation(rule, named)),
    ranked: rankedType(published.ranked, named),
    budget: budgetType(published.budget, named),
    lots: published.lots.map((lot) => lotType(lot, named)),
    margins: published.margins.map((margin) => marginType(margin, named)),
    withheld: published.withheld,
  };
}

function explanation(rule: PublishedRule<Constituency>, named: (positions: readonly number[]) => OptionFacts[]) {
  switch (rule.rule) {
    case 'QUORUM': {
      const { constituency, quorum, needed, reached, met } = rule;
      const share = quorum.kind === 'SHARE_OF_ROLL' ? quorum : { numerator: null, denominator: null };
      const { numerator, denominator } = share;
      return Object.assign(new QuorumExplanationType(), { constituency, kind: quorum.kind, numerator, denominator, needed, reached, met });
    }
    case 'MAJORITY': {
      const { constituency, majority, of, needed, reached, met } = rule;
      return Object.assign(new MajorityExplanationType(), { constituency, ...majority, of, needed, reached, met });
    }
    case 'PLURALITY': {
      const { seats, leading, votes, runnerUpVotes, met } = rule;
      // Counts kept before there were seats filled one.
      return Object.assign(new PluralityExplanationType(), { seats: seats ?? 1, leading: named(leading), votes, runnerUpVotes, met });
    }
  }
}
