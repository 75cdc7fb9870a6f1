import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { BallotRecord } from '../application/ballot-record.ts';
import { rereadBallot } from '../application/ballot-reader.ts';
import type { ChangeAnswer } from '../application/change-ballot.ts';
import type { BallotRefusalReason, Refusal } from '../domain/refusal.ts';
import type { Fault } from '../domain/wording.ts';
import { BallotRefusalEnum } from './ballot-enums.type.ts';
import { BallotType } from './ballot.type.ts';

/** Read only when a client asks for it: on the way of a vote nothing is read that nobody wants. */
async function after(ctx: RequestContext, ballotId: string): Promise<BallotRecord> {
  const ballot = await rereadBallot(ctx, ballotId);
  if (ballot === null) throw coded('NOT_FOUND');
  return ballot;
}

@ObjectType('FieldFault', { description: 'A field of the input and the rule it breaks; never its value.' })
export class FieldFaultType {
  @Field(() => String, { description: 'Path within the input, for example "options.1.label".' })
  field!: string;

  @Field(() => String, {
    description: 'REQUIRED, TOO_LONG, TOO_FEW, TOO_MANY, REPEATED, BAD_LOCALE, NOT_FOR_METHOD, OUT_OF_RANGE, IMPOSSIBLE (a share above everything), '
      + 'MUST_BE_ALIKE (votes counted together need one majority), PARENT_TWICE (PARENT and EL_PARENT on one ballot), NOT_AFTER_OPENING, or of a proposal NOT_BOTH (peer groups and names), NOT_OF_ENVIRONMENT, '
      + 'NOT_A_STUDENT (who leads) or NOT_FOR_EL_PARENT (a public record).',
  })
  code!: string;
}

@ObjectType('BallotSaved', { description: 'The words are kept.' })
export class BallotSaved {
  constructor(private readonly ballotId: string) {}

  @Field(() => BallotType, { description: 'As it is now.' })
  ballot(@Ctx() ctx: RequestContext): Promise<BallotRecord> { return after(ctx, this.ballotId); }
}

@ObjectType('BallotFaulty', { description: 'Nothing was kept: the input breaks rules.' })
export class BallotFaulty {
  constructor(faults: readonly Fault[]) { this.faults = faults; }

  @Field(() => [FieldFaultType], { description: 'All of them at once.' })
  readonly faults: readonly Fault[];
}

@ObjectType('BallotStale', { description: 'Nothing was done: the ballot has changed since the version named.' })
export class BallotStale {
  constructor(private readonly ballotId: string) {}

  @Field(() => BallotType, { description: 'As it is now.' })
  ballot(@Ctx() ctx: RequestContext): Promise<BallotRecord> { return after(ctx, this.ballotId); }
}

@ObjectType('BallotChanged', { description: 'It is done.' })
export class BallotChanged {
  constructor(private readonly ballotId: string) {}

  @Field(() => BallotType, { description: 'As it is now.' })
  ballot(@Ctx() ctx: RequestContext): Promise<BallotRecord> { return after(ctx, this.ballotId); }
}

@ObjectType('BallotRefused', { description: 'It cannot happen now, for a reason the page explains.' })
export class BallotRefused {
  @Field(() => BallotRefusalEnum, { description: 'Why.' })
  readonly reason: BallotRefusalReason;

  @Field(() => [String], { description: 'Fields, languages, constituencies or the state that the refusal is about.' })
  readonly about: readonly string[];

  constructor({ reason, about }: Refusal, private readonly ballotId: string) {
    this.reason = reason;
    this.about = about;
  }

  @Field(() => BallotType, { nullable: true, description: 'As it is now; null when the viewer may no longer see it.' })
  ballot(@Ctx() ctx: RequestContext): Promise<BallotRecord | null> { return rereadBallot(ctx, this.ballotId); }
}

@ObjectType('BallotCast', { description: 'The vote is in the box, durably. Nothing of the answer tells what it was.' })
export class BallotCast {
  @Field(() => Boolean, { description: 'True when this very press had been counted before: a repeated request, not a second vote.' })
  readonly again: boolean;

  constructor(again: boolean, private readonly ballotId: string) { this.again = again; }

  @Field(() => BallotType, { description: 'As it is now; costs a reading, so leave it out where it is not needed.' })
  ballot(@Ctx() ctx: RequestContext): Promise<BallotRecord> { return after(ctx, this.ballotId); }
}

export const SaveBallotResult = createUnionType({
  name: 'SaveBallotResult',
  description: 'What became of a draft.',
  types: () => [BallotSaved, BallotFaulty, BallotStale] as const,
});

export const ChangeBallotResult = createUnionType({
  name: 'ChangeBallotResult',
  description: 'What became of an act on a ballot.',
  types: () => [BallotChanged, BallotRefused, BallotStale] as const,
});

export const CastBallotResult = createUnionType({
  name: 'CastBallotResult',
  description: 'What became of a vote.',
  types: () => [BallotCast, BallotRefused] as const,
});

export function changeResult(answer: ChangeAnswer): typeof ChangeBallotResult {
  if (answer.answer === 'CHANGED') return new BallotChanged(answer.ballotId);
  return answer.answer === 'STALE' ? new BallotStale(answer.ballotId) : new BallotRefused(answer.refusal, answer.ballotId);
}
