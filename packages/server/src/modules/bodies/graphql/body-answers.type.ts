import { Ctx, Field, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { rereadBody } from '../application/body-reader.ts';
import type { BodyRecord } from '../application/body-record.ts';
import type { BodyAnswer } from '../application/change-body.ts';
import type { BodyFault } from '../domain/body-wording.ts';
import type { BodyRefusal, BodyRefusalReason } from '../domain/refusal.ts';
import { BodyRefusalEnum } from './body-enums.type.ts';
import { GoverningBodyType } from './body.type.ts';

async function after(ctx: RequestContext, bodyId: string): Promise<BodyRecord> {
  const body = await rereadBody(ctx, bodyId);
  if (body === null) throw coded('NOT_FOUND');
  return body;
}

@ObjectType('BodyFault', { simpleResolvers: true, description: 'A field of the input and the rule it breaks; never its value.' })
export class BodyFaultType {
  @Field(() => String, { description: 'Path within the input.' })
  field!: string;

  @Field(() => String, {
    description: 'REQUIRED, TOO_LONG, REPEATED, OUT_OF_RANGE, IMPOSSIBLE (a share above everything), BAD_DATE, NOT_AFTER_START, NOT_YET (a vote of a day to come), NOTICE_TOO_SHORT (less than the law asks: EC 35147; '
      + 'Gov. Code 54954.2, 54956) or NOT_UNDER_BROWN (a secret ballot for officers).',
  })
  code!: string;
}

@ObjectType('BodyChanged', { description: 'It is done, and on record.' })
export class BodyChanged {
  constructor(private readonly bodyId: string) {}

  @Field(() => GoverningBodyType, { description: 'As it is now.' })
  body(@Ctx() ctx: RequestContext): Promise<BodyRecord> { return after(ctx, this.bodyId); }
}

@ObjectType('BodyStale', { description: 'Nothing was done: the body has changed since the version named.' })
export class BodyStale {
  constructor(private readonly bodyId: string) {}

  @Field(() => GoverningBodyType, { description: 'As it is now.' })
  body(@Ctx() ctx: RequestContext): Promise<BodyRecord> { return after(ctx, this.bodyId); }
}

@ObjectType('BodyFaulty', { description: 'Nothing was kept: the input breaks rules.' })
export class BodyFaulty {
  constructor(faults: readonly BodyFault[]) { this.faults = faults; }

  @Field(() => [BodyFaultType], { description: 'All of them at once.' })
  readonly faults: readonly BodyFault[];
}

@ObjectType('BodyRefused', { description: 'It cannot happen now, for a reason the page explains.' })
export class BodyRefused {
  @Field(() => BodyRefusalEnum, { description: 'Why.' })
  readonly reason: BodyRefusalReason;

  @Field(() => [String], { description: 'Constituencies, rules, offices, days or numbers that the refusal is about.' })
  readonly about: readonly string[];

  constructor({ reason, about }: BodyRefusal, private readonly bodyId: string) {
    this.reason = reason;
    this.about = about;
  }

  @Field(() => GoverningBodyType, { description: 'As it is now.' })
  body(@Ctx() ctx: RequestContext): Promise<BodyRecord> { return after(ctx, this.bodyId); }
}

export const BodyResult = createUnionType({
  name: 'BodyResult',
  description: 'What became of an act on a body.',
  types: () => [BodyChanged, BodyRefused, BodyStale, BodyFaulty] as const,
});

export function bodyResult(answer: BodyAnswer): typeof BodyResult {
  switch (answer.answer) {
    case 'CHANGED': return new BodyChanged(answer.bodyId);
    case 'STALE': return new BodyStale(answer.bodyId);
    case 'REFUSED': return new BodyRefused(answer.refusal, answer.bodyId);
    case 'FAULTY': return new BodyFaulty(answer.faults);
  }
}
