import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { LocalizedTextInput } from '../../people/graphql/localized-text.type.ts';
import { signedIn } from '../../people/index.ts';
import { answerNomination, withdrawNomination } from '../application/elections/answer-nomination.ts';
import { nominate } from '../application/elections/nominate.ts';
import { writeStatement } from '../application/elections/write-statement.ts';
import { ChangeElectionResult, ElectionFaulty, WriteStatementResult, electionResult } from './election-answers.type.ts';

@InputType('StatementInput', { description: 'A candidate\'s statement.' })
export class StatementInput {
  @Field(() => ID, { description: 'The nomination.' })
  nominationId!: string;

  @Field(() => [LocalizedTextInput], { description: 'By language, the first of which is the original; an empty list takes it back. From the committee: the languages the candidate did not write.' })
  @ArrayMaxSize(24)
  @ValidateNested({ each: true })
  statement!: LocalizedTextInput[];
}

const Nomination = () => Arg('id', () => ID, { description: 'The nomination.' });

@Resolver()
export class NominationActsResolver {
  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Nominates oneself, or another member of one\'s own constituency, who then answers.' })
  async nominate(
    @Ctx() ctx: RequestContext,
    @Arg('electionId', () => ID, { description: 'The election.' }) electionId: string,
    @Arg('name', () => String, { nullable: true, description: 'Full name, given name first; capitals and accents do not matter. Left out: oneself.' }) name: string | null,
  ): Promise<typeof ChangeElectionResult> {
    return electionResult(await nominate(ctx.house, await signedIn(ctx), electionId, name ?? null));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'The nominee accepts or declines, until voting opens.' })
  async answerNomination(
    @Ctx() ctx: RequestContext, @Nomination() id: string,
    @Arg('accept', () => Boolean, { description: 'Stands, or does not.' }) accept: boolean,
  ): Promise<typeof ChangeElectionResult> {
    return electionResult(await answerNomination(ctx.house, await signedIn(ctx), id, accept));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'A candidate steps back, until voting opens.' })
  async withdrawNomination(@Ctx() ctx: RequestContext, @Nomination() id: string): Promise<typeof ChangeElectionResult> {
    return electionResult(await withdrawNomination(ctx.house, await signedIn(ctx), id));
  }

  @SignedIn()
  @Mutation(() => WriteStatementResult, { description: 'The candidate\'s statement, or the committee\'s translations of it, until voting opens. A new statement takes the old translations away.' })
  async writeStatement(
    @Ctx() ctx: RequestContext, @Arg('input', () => StatementInput, { description: 'The statement.' }) input: StatementInput,
  ): Promise<typeof WriteStatementResult> {
    const answer = await writeStatement(ctx.house, await signedIn(ctx), input.nominationId, input.statement);
    return answer.answer === 'FAULTY' ? new ElectionFaulty(answer.faults) : electionResult(answer);
  }
}
