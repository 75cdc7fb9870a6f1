import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { ProposalAnswer } from '../application/rounds/change-proposal.ts';
import { rereadProposal } from '../application/rounds/proposal-reader.ts';
import type { ProposalRecord } from '../application/rounds/proposal-record.ts';
import type { ProposalFault } from '../domain/rounds/proposal-wording.ts';
import type { RoundRefusal, RoundRefusalReason } from '../domain/rounds/refusal.ts';
import { FieldFaultType } from './ballot-answers.type.ts';
import { ProposalType } from './proposal.type.ts';
import { RoundRefusalEnum } from './round-enums.type.ts';

async function after(ctx: RequestContext, proposalId: string): Promise<ProposalRecord> {
  const proposal = await rereadProposal(ctx, proposalId);
  if (proposal === null) throw coded('NOT_FOUND');
  return proposal;
}

@ObjectType('ProposalChanged', { description: 'It is done, and on record.' })
export class ProposalChanged {
  constructor(private readonly proposalId: string) {}

  @Field(() => ProposalType, { description: 'As it is now.' })
  proposal(@Ctx() ctx: RequestContext): Promise<ProposalRecord> { return after(ctx, this.proposalId); }
}

@ObjectType('ProposalStale', { description: 'Nothing was done: the proposal has changed since the version or round named.' })
export class ProposalStale {
  constructor(private readonly proposalId: string) {}

  @Field(() => ProposalType, { description: 'As it is now.' })
  proposal(@Ctx() ctx: RequestContext): Promise<ProposalRecord> { return after(ctx, this.proposalId); }
}

@ObjectType('ProposalFaulty', { description: 'Nothing was kept: the words break rules.' })
export class ProposalFaulty {
  constructor(faults: readonly ProposalFault[]) { this.faults = faults; }

  @Field(() => [FieldFaultType], { description: 'All of them at once.' })
  readonly faults: readonly ProposalFault[];
}

@ObjectType('ProposalRefused', { description: 'It cannot happen now, for a reason the page explains.' })
export class ProposalRefused {
  @Field(() => RoundRefusalEnum, { description: 'Why.' })
  readonly reason: RoundRefusalReason;

  @Field(() => [String], { description: 'The state, languages or numbers that the refusal is about.' })
  readonly about: readonly string[];

  constructor({ reason, about }: RoundRefusal, private readonly proposalId: string) {
    this.reason = reason;
    this.about = about;
  }

  @Field(() => ProposalType, { nullable: true, description: 'As it is now; null when the viewer may no longer see it.' })
  proposal(@Ctx() ctx: RequestContext): Promise<ProposalRecord | null> { return rereadProposal(ctx, this.proposalId); }
}

export const ProposalResult = createUnionType({
  name: 'ProposalResult',
  description: 'What became of an act on a proposal.',
  types: () => [ProposalChanged, ProposalRefused, ProposalStale, ProposalFaulty] as const,
});

export function proposalResult(answer: ProposalAnswer): typeof ProposalResult {
  switch (answer.answer) {
    case 'CHANGED': return new ProposalChanged(answer.proposalId);
    case 'STALE': return new ProposalStale(answer.proposalId);
    case 'REFUSED': return new ProposalRefused(answer.refusal, answer.proposalId);
    case 'FAULTY': return new ProposalFaulty(answer.faults);
  }
}
