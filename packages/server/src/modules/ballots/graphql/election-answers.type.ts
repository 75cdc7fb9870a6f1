import { Ctx, Field, GraphQLISODateTime, ObjectType, createUnionType } from 'type-graphql';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { ElectionAnswer } from '../application/elections/change-election.ts';
import { rereadElection } from '../application/elections/election-reader.ts';
import type { ElectionRecord } from '../application/elections/election-record.ts';
import type { ElectionFault } from '../domain/elections/election-fault.ts';
import type { ElectionRefusal, ElectionRefusalReason } from '../domain/elections/refusal.ts';
import { ElectionRefusalEnum } from './election-enums.type.ts';
import { ElectionType } from './election.type.ts';

async function after(ctx: RequestContext, electionId: string): Promise<ElectionRecord> {
  const election = await rereadElection(ctx, electionId);
  if (election === null) throw coded('NOT_FOUND');
  return election;
}

@ObjectType('ElectionFault', { simpleResolvers: true, description: 'A field of the input and the rule it breaks; never its value.' })
export class ElectionFaultType {
  @Field(() => String, { description: 'Path within the input, for example "constituencies.1.seats" or "statement.0.text".' })
  field!: string;

  @Field(() => String, {
    description: 'REQUIRED, TOO_LONG (a statement: too many words), REPEATED, BAD_LOCALE, OUT_OF_RANGE, PARENT_TWICE (PARENT and EL_PARENT in one election), ONLY_PARENTS, '
      + 'NO_SUCH_BODY, FOR_ONE_SEAT and FOR_SEVERAL_SEATS (what the method is for), NOT_A_DATE, NOT_AFTER (what must come before), BEFORE_NOTICE, NOTICE_TOO_SHORT or ORIENTATION_TOO_SOON.',
  })
  code!: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'For a time: the first moment that would do, or the one it must come after.' })
  earliest!: Date | null;
}

@ObjectType('ElectionSaved', { description: 'The words are kept.' })
export class ElectionSaved {
  constructor(private readonly electionId: string) {}

  @Field(() => ElectionType, { description: 'As it is now.' })
  election(@Ctx() ctx: RequestContext): Promise<ElectionRecord> { return after(ctx, this.electionId); }
}

@ObjectType('ElectionFaulty', { description: 'Nothing was kept: the input breaks rules.' })
export class ElectionFaulty {
  constructor(faults: readonly ElectionFault[]) {
    this.faults = faults.map(({ earliest, ...rest }) => ({ ...rest, earliest: earliest === null ? null : new Date(earliest) }));
  }

  @Field(() => [ElectionFaultType], { description: 'All of them at once.' })
  readonly faults: readonly ElectionFaultType[];
}

@ObjectType('ElectionStale', { description: 'Nothing was done: the election has changed since the version named.' })
export class ElectionStale {
  constructor(private readonly electionId: string) {}

  @Field(() => ElectionType, { description: 'As it is now.' })
  election(@Ctx() ctx: RequestContext): Promise<ElectionRecord> { return after(ctx, this.electionId); }
}

@ObjectType('ElectionChanged', { description: 'It is done.' })
export class ElectionChanged {
  constructor(private readonly electionId: string) {}

  @Field(() => ElectionType, { description: 'As it is now.' })
  election(@Ctx() ctx: RequestContext): Promise<ElectionRecord> { return after(ctx, this.electionId); }
}

@ObjectType('ElectionRefused', { description: 'It cannot happen now, for a reason the page explains.' })
export class ElectionRefused {
  @Field(() => ElectionRefusalEnum, { description: 'Why.' })
  readonly reason: ElectionRefusalReason;

  @Field(() => [String], { description: 'Languages, constituencies, the state, or moments (ISO 8601) that the refusal is about.' })
  readonly about: readonly string[];

  constructor({ reason, about }: ElectionRefusal, private readonly electionId: string) {
    this.reason = reason;
    this.about = about;
  }

  @Field(() => ElectionType, { nullable: true, description: 'As it is now; null when the viewer may no longer see it.' })
  election(@Ctx() ctx: RequestContext): Promise<ElectionRecord | null> { return rereadElection(ctx, this.electionId); }
}

export const SaveElectionResult = createUnionType({
  name: 'SaveElectionResult',
  description: 'What became of an election\'s wording.',
  types: () => [ElectionSaved, ElectionFaulty, ElectionStale] as const,
});

export const ChangeElectionResult = createUnionType({
  name: 'ChangeElectionResult',
  description: 'What became of an act on an election.',
  types: () => [ElectionChanged, ElectionRefused, ElectionStale] as const,
});

export const WriteStatementResult = createUnionType({
  name: 'WriteStatementResult',
  description: 'What became of a statement.',
  types: () => [ElectionChanged, ElectionRefused, ElectionFaulty, ElectionStale] as const,
});

export function electionResult(answer: ElectionAnswer): typeof ChangeElectionResult {
  if (answer.answer === 'CHANGED') return new ElectionChanged(answer.electionId);
  return answer.answer === 'STALE' ? new ElectionStale(answer.electionId) : new ElectionRefused(answer.refusal, answer.electionId);
}
