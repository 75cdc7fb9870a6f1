import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { signedIn } from '../../people/index.ts';
import { adoptProposal } from '../application/rounds/adopt-proposal.ts';
import { ballotInstead } from '../application/rounds/ballot-instead.ts';
import { commentOnProposal } from '../application/rounds/comment-on-proposal.ts';
import { draftProposal } from '../application/rounds/draft-proposal.ts';
import { endProposal, withdrawProposal } from '../application/rounds/end-proposal.ts';
import { hearResponse } from '../application/rounds/hear-response.ts';
import { openNextRound } from '../application/rounds/next-round.ts';
import { openProposal } from '../application/rounds/open-proposal.ts';
import { respondToProposal } from '../application/rounds/respond-to-proposal.ts';
import { reviseProposal } from '../application/rounds/revise-proposal.ts';
import { ProposalResult, proposalResult } from './proposal-answers.type.ts';
import { NextRoundInput, ProposalInput, RespondInput, RoundCommentInput, proposalWordingOf } from './proposal-inputs.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The proposal.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers ProposalStale.' });
const Note = (description: string) => Arg('note', () => String, { description });
const OptionalNote = (description: string) => Arg('note', () => String, { nullable: true, description });

type Answered = Promise<typeof ProposalResult>;

@Resolver()
export class ProposalActsResolver {
  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'A new draft. Coordinators and administrators; NOT_FOUND for anybody else.' })
  async draftProposal(@Ctx() ctx: RequestContext, @Arg('input', () => ProposalInput, { description: 'The wording.' }) input: ProposalInput): Answered {
    return proposalResult(await draftProposal(ctx.house, await signedIn(ctx), input.environmentId, proposalWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'New words for a draft. Its facilitator, coordinators and administrators.' })
  async reviseProposal(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('input', () => ProposalInput, { description: 'The whole wording, in place of the old.' }) input: ProposalInput,
  ): Answered {
    return proposalResult(await reviseProposal(ctx.house, await signedIn(ctx), { id, version }, input.environmentId, proposalWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Opens the first round and fixes who takes part. Its facilitator, coordinators and administrators.' })
  async openProposal(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Answered {
    return proposalResult(await openProposal(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Takes a draft or an open proposal back. Its facilitator, coordinators and administrators.' })
  async withdrawProposal(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @OptionalNote('Why, at most 500 characters.') note: string | null,
  ): Answered {
    return proposalResult(await withdrawProposal(ctx.house, await signedIn(ctx), { id, version }, note));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, {
    description: 'Answers under the viewer\'s own name. The last answer counts until the round closes; earlier ones stay on record. Sending the same again is harmless.',
  })
  async respondToProposal(@Ctx() ctx: RequestContext, @Arg('input', () => RespondInput, { description: 'The answer.' }) input: RespondInput): Answered {
    const { proposalId, round, fist = null, consent = null, reason = null } = input;
    return proposalResult(await respondToProposal(ctx.house, await signedIn(ctx), { id: proposalId, round }, { fist, consent, reason }));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Asks or reacts, in short. Those who take part, and the facilitator.' })
  async commentOnProposal(@Ctx() ctx: RequestContext, @Arg('input', () => RoundCommentInput, { description: 'The comment.' }) input: RoundCommentInput): Answered {
    const { proposalId, round, kind, body } = input;
    return proposalResult(await commentOnProposal(ctx.house, await signedIn(ctx), { id: proposalId, round }, kind, body));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Marks the concern in an answer as heard, which lets the round close. Its facilitator, coordinators and administrators.' })
  async hearResponse(
    @Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The response.' }) id: string,
    @Note('What it is about or what came of it; 1 to 500 characters.') note: string,
  ): Answered {
    return proposalResult(await hearResponse(ctx.house, await signedIn(ctx), id, note));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Closes the round and opens the next on these words. Its facilitator, coordinators and administrators.' })
  async openNextRound(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('input', () => NextRoundInput, { description: 'The words of the next round.' }) { title, body, note = null }: NextRoundInput,
  ): Answered {
    return proposalResult(await openNextRound(ctx.house, await signedIn(ctx), { id, version }, { title, body }, note));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Closes the round with the proposal adopted, where its rules allow. Its facilitator, coordinators and administrators.' })
  async adoptProposal(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @OptionalNote('A word about it, at most 500 characters.') note: string | null,
  ): Answered {
    return proposalResult(await adoptProposal(ctx.house, await signedIn(ctx), { id, version }, note));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Ends the rounds without adoption. Its facilitator, coordinators and administrators.' })
  async endProposal(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Note('Why; 1 to 500 characters.') note: string,
  ): Answered {
    return proposalResult(await endProposal(ctx.house, await signedIn(ctx), { id, version }, note));
  }

  @SignedIn()
  @Mutation(() => ProposalResult, { description: 'Ends the rounds without adoption and drafts a yes-or-no ballot of the same words. Coordinators and administrators.' })
  async ballotInsteadOfProposal(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number, @Note('Why; 1 to 500 characters.') note: string,
  ): Answered {
    return proposalResult(await ballotInstead(ctx.house, await signedIn(ctx), { id, version }, note));
  }
}
