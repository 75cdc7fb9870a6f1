import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { PersonType } from '../../people/graphql/person.type.ts';
import type { PersonRecord } from '../../people/index.ts';
import type { Constituency } from '../domain/ballot.ts';
import { BallotChanged, BallotRefused } from './ballot-answers.type.ts';
import { OptionScoreInput } from './ballot-inputs.type.ts';

@InputType('PaperPileInput', { description: 'Printed ballots that say the same.' })
export class PaperPileInput {
  @Field(() => [ID], { description: 'As in CastBallotInput: options named, a ranking best first; empty with `scores`.' })
  @ArrayMaxSize(100)
  optionIds!: string[];

  @Field(() => [OptionScoreInput], { nullable: true, description: 'For SCORE and DOTS.' })
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  scores?: OptionScoreInput[] | null;

  @Field(() => Int, { description: 'How many there are, 1 or more.' })
  @Min(1)
  @Max(1_000_000)
  papers!: number;
}

@ObjectType('PaperPile', { simpleResolvers: true, description: 'Printed ballots that say the same, as one person read them.' })
export class PaperPileType {
  @Field(() => [Int], { description: 'Positions of the options from 0, in the ballot\'s order or as ranked; for SCORE and DOTS one number for every option.' })
  choices!: readonly number[];

  @Field(() => Int, { description: 'How many there are.' })
  papers!: number;
}

@ObjectType('PaperEntry', { simpleResolvers: true, description: 'What one person of the election committee read off the printed ballots of one constituency. Kept for good: a correction is another entry.' })
export class PaperEntryType {
  @Field(() => PersonType, { description: 'Who.' })
  person!: PersonRecord;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  enteredAt!: Date;

  @Field(() => Int, { description: 'Printed ballots read, in all.' })
  papers!: number;

  @Field(() => [PaperPileType], { nullable: true, description: 'What was read; null for whoever has not entered their own reading yet, so that the second reads for themselves.' })
  piles!: readonly PaperPileType[] | null;
}

@ObjectType('PrintedInConstituency', { simpleResolvers: true, description: 'The printed ballots of one constituency.' })
export class PrintedInConstituencyType {
  @Field(() => ConstituencyEnum, { description: 'The peer group.' })
  constituency!: Constituency;

  @Field(() => Int, { description: 'How many were given out.' })
  given!: number;

  @Field(() => Boolean, { description: 'The newest readings of two different people are the same.' })
  agreed!: boolean;

  @Field(() => Boolean, { description: 'The viewer has entered a reading.' })
  viewerEntered!: boolean;

  @Field(() => [PaperEntryType], { description: 'Every reading, oldest first.' })
  entries!: readonly PaperEntryType[];
}

@ObjectType('PrintedBallots', { simpleResolvers: true, description: 'Printed ballots of a secret ballot, for its election committee.' })
export class PrintedBallotsType {
  @Field(() => [PersonType], { description: 'Who was given one, while voting is open; empty afterwards.' })
  people!: readonly PersonRecord[];

  @Field(() => Boolean, { description: 'Closed, and the count waits for the readings of two people.' })
  awaited!: boolean;

  @Field(() => [PrintedInConstituencyType], { description: 'Each constituency in which one was given out.' })
  constituencies!: readonly PrintedInConstituencyType[];
}

export const PrintedBallotResult = createUnionType({
  name: 'PrintedBallotResult',
  description: 'What became of an act on printed ballots.',
  types: () => [BallotChanged, BallotRefused] as const,
});
