import type { CombineRule, MajorityRule, Method, QuorumRule } from '@plenary/count';
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import type { BallotBinding, Constituency, Secrecy } from '../domain/ballot.ts';
import { LARGEST_BUDGET, MOST_DOTS, MOST_OPTIONS, TOP_SCORE, USUAL_DOTS } from '../domain/method-rules.ts';
import type { Wording } from '../domain/wording.ts';
import { BallotBindingEnum, BallotMethodEnum, BallotSecrecyEnum, CombineRuleEnum, MajorityBaseEnum, QuorumKindEnum } from './ballot-enums.type.ts';

const MOST_LOCALES = 24;

@InputType('QuorumInput', { description: 'How many of a constituency must take part.' })
export class QuorumInput {
  @Field(() => QuorumKindEnum, { description: 'How it is reckoned; only its own numbers are read.' })
  kind!: QuorumRule['kind'];

  @Field(() => Int, { nullable: true, description: 'For SHARE_OF_ROLL: 1 to `denominator`.' })
  numerator?: number | null;

  @Field(() => Int, { nullable: true, description: 'For SHARE_OF_ROLL: 1 to 1,000,000.' })
  denominator?: number | null;

  @Field(() => Int, { nullable: true, description: 'For COUNT: 1 to 1,000,000 people.' })
  count?: number | null;
}

@InputType('MajorityInput', { description: 'How many yes votes adopt. A plain majority is more than (not at least) 1/2 of CAST.' })
export class MajorityInput implements MajorityRule {
  @Field(() => Int, { description: '1 to `denominator`.' })
  numerator!: number;

  @Field(() => Int, { description: '1 to 1,000,000.' })
  denominator!: number;

  @Field(() => MajorityBaseEnum, { description: 'What the share is taken of.' })
  base!: MajorityRule['base'];

  @Field(() => Boolean, { description: 'True: the share itself is enough.' })
  atLeast!: boolean;
}

@InputType('BallotConstituencyInput', { description: 'A peer group to be asked.' })
export class BallotConstituencyInput {
  @Field(() => ConstituencyEnum, { description: 'Each once; not PARENT and EL_PARENT together.' })
  constituency!: Constituency;

  @Field(() => QuorumInput, { description: 'How many must take part.' })
  @ValidateNested()
  quorum!: QuorumInput;

  @Field(() => MajorityInput, { nullable: true, description: 'For YES_NO alone; left out, a plain majority. With TOGETHER the same for all.' })
  @ValidateNested()
  majority?: MajorityInput | null;
}

@InputType('BallotOptionInput', { description: 'One of the options to choose from.' })
export class BallotOptionInput {
  @Field(() => [LocalizedTextInput], { description: 'At most 300 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  label!: LocalizedTextInput[];

  @Field(() => Int, { nullable: true, description: 'What it costs, in whole dollars: 1 to `budgetTotal`. Required for budgets; for no other method.' })
  cost?: number | null;
}

@InputType('BallotInput', { description: 'A whole ballot as worded; revising replaces everything. A draft may lack languages and times; faults answer as BallotFaulty.' })
export class BallotInput {
  @Field(() => ID, { description: 'Where it is put; stays the same when revised.' })
  environmentId!: string;

  @Field(() => [LocalizedTextInput], { description: 'At least one language; at most 300 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  question!: LocalizedTextInput[];

  @Field(() => [LocalizedTextInput], { description: 'What it is about and what happens with the result; may be empty; at most 4,000 characters each.' })
  @ArrayMaxSize(MOST_LOCALES)
  @ValidateNested({ each: true })
  description!: LocalizedTextInput[];

  @Field(() => BallotMethodEnum, { description: 'How a vote answers it.' })
  method!: Method;

  @Field(() => BallotSecrecyEnum, { defaultValue: 'CONFIDENTIAL', description: 'Who could find out how somebody voted: SECRET or CONFIDENTIAL.' })
  secrecy!: Secrecy;

  @Field(() => Int, {
    nullable: true,
    description: 'For APPROVAL, budgets and rankings: most options of one vote, 1 to their number; left out, all of them. '
      + `For DOTS: the dots of one person, 1 to ${MOST_DOTS}; left out, ${USUAL_DOTS}. For SCORE the top is always ${TOP_SCORE}, and by every other method one option is named.`,
  })
  maxChoices?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many options win: 1 to their number; left out, 1. Above 1 only for CHOOSE_ONE, APPROVAL, SCORE, DOTS and SCOTTISH_STV.' })
  seats?: number | null;

  @Field(() => Int, { nullable: true, description: `What may be spent, in whole dollars: 1 to ${LARGEST_BUDGET.toLocaleString('en-US')}. Required for BUDGET_GREEDY and EQUAL_SHARES; for no other method.` })
  budgetTotal?: number | null;

  @Field(() => BallotBindingEnum, { description: 'What follows from the result.' })
  binding!: BallotBinding;

  @Field(() => String, { nullable: true, description: 'The bylaw that makes it binding; required for BINDING; at most 200 characters.' })
  @MaxLength(1000)
  bylaw?: string | null;

  @Field(() => CombineRuleEnum, { description: 'Whose majority decides; TOGETHER for methods that choose among options.' })
  combine!: CombineRule;

  @Field(() => [BallotOptionInput], { description: `2 to ${MOST_OPTIONS}, in the order every language will show; none for YES_NO.` })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  options!: BallotOptionInput[];

  @Field(() => Boolean, { defaultValue: true, description: 'Adds an option to take part without deciding.' })
  allowAbstain!: boolean;

  @Field(() => [BallotConstituencyInput], { description: 'At least one.' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  constituencies!: BallotConstituencyInput[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it opens by itself once scheduled; left out: by hand.' })
  opensAt?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When voting ends; needed before it can be scheduled.' })
  closesAt?: Date | null;
}

@InputType('OptionScoreInput', { description: 'What a vote gives one option.' })
export class OptionScoreInput {
  @Field(() => ID, { description: 'Each option at most once; never ABSTAIN.' })
  optionId!: string;

  @Field(() => Int, { description: `For SCORE 0 to ${TOP_SCORE}; for DOTS 0 or more, all together 1 to \`maxChoices\`.` })
  score!: number;
}

@InputType('CastBallotInput', { description: 'One vote.' })
export class CastBallotInput {
  @Field(() => ID, { description: 'The ballot.' })
  ballotId!: string;

  @Field(() => [ID], {
    description: 'YES_NO and CHOOSE_ONE: exactly one option. APPROVAL and budgets: 1 to `maxChoices`, in any order. INSTANT_RUNOFF and SCOTTISH_STV: 1 to `maxChoices`, best first. '
      + 'SCORE and DOTS: none, for their answer is `scores`. By every method ABSTAIN is named alone.',
  })
  optionIds!: string[];

  @Field(() => [OptionScoreInput], { nullable: true, description: 'For SCORE and DOTS alone, unless `optionIds` names ABSTAIN: at least one; an option left out gets 0.' })
  scores?: OptionScoreInput[] | null;

  @Field(() => String, { description: '32 to 64 hexadecimal digits the page makes anew for each press; sending the same again is harmless. Kept only as a hash.' })
  key!: string;
}

/** Absent and null mean the same in a wording. */
export function wordingOf(input: BallotInput): Wording {
  return {
    ...input,
    maxChoices: input.maxChoices ?? null,
    seats: input.seats ?? null,
    budgetTotal: input.budgetTotal ?? null,
    bylaw: input.bylaw ?? null,
    options: input.options.map(({ label, cost }) => ({ label, cost: cost ?? null })),
    constituencies: input.constituencies.map(({ constituency, quorum, majority }) => ({
      constituency,
      quorum: { kind: quorum.kind, numerator: quorum.numerator ?? null, denominator: quorum.denominator ?? null, count: quorum.count ?? null },
      majority: majority ? { numerator: majority.numerator, denominator: majority.denominator, base: majority.base, atLeast: majority.atLeast } : null,
    })),
    opensAt: input.opensAt ?? null,
    closesAt: input.closesAt ?? null,
  };
}
