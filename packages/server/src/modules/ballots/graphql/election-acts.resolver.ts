import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { signedIn } from '../../people/index.ts';
import { certifyElection } from '../application/elections/certify-election.ts';
import { decideChallengeOf } from '../application/elections/decide-challenge.ts';
import { fileChallenge } from '../application/elections/file-challenge.ts';
import { noticeElection } from '../application/elections/notice-election.ts';
import { openElection } from '../application/elections/open-election.ts';
import { reviseElection } from '../application/elections/revise-election.ts';
import { type SaveElectionAnswer, scheduleElection } from '../application/elections/schedule-election.ts';
import { withdrawElection } from '../application/elections/withdraw-election.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { ChallengeDecision } from '../domain/elections/challenging.ts';
import { ChangeElectionResult, ElectionFaulty, ElectionSaved, ElectionStale, SaveElectionResult, electionResult } from './election-answers.type.ts';
import { ChallengeDecisionEnum } from './election-enums.type.ts';
import { ElectionInput, electionWordingOf } from './election-inputs.type.ts';

const Id = () => Arg('id', () => ID, { description: 'The election.' });
const Version = () => Arg('version', () => Int, { description: 'The version the person saw; another answers ElectionStale.' });

function saveResult(answer: SaveElectionAnswer): typeof SaveElectionResult {
  if (answer.answer === 'FAULTY') return new ElectionFaulty(answer.faults);
  return answer.answer === 'SAVED' ? new ElectionSaved(answer.electionId) : new ElectionStale(answer.electionId);
}

@Resolver()
export class ElectionActsResolver {
  @SignedIn()
  @Mutation(() => SaveElectionResult, { description: 'A new election, not yet noticed. Coordinators and administrators; NOT_FOUND for anybody else.' })
  async scheduleElection(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ElectionInput, { description: 'Words, dates, seats and rules.' }) input: ElectionInput,
  ): Promise<typeof SaveElectionResult> {
    return saveResult(await scheduleElection(ctx.house, await signedIn(ctx), input.environmentId, electionWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => SaveElectionResult, { description: 'Everything anew, until nominations begin; one that was noticed must be noticed again. Coordinators and administrators.' })
  async reviseElection(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('input', () => ElectionInput, { description: 'The whole election, in place of the old.' }) input: ElectionInput,
  ): Promise<typeof SaveElectionResult> {
    return saveResult(await reviseElection(ctx.house, await signedIn(ctx), { id, version }, input.environmentId, electionWordingOf(input)));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Posts the notice now: complete in every required language, with the time the rules ask. Coordinators and administrators.' })
  async noticeElection(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeElectionResult> {
    return electionResult(await noticeElection(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Opens the voting by hand, where the server was held from it at its time. Coordinators and administrators.' })
  async openElection(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeElectionResult> {
    return electionResult(await openElection(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Takes an election back before voting opens. Coordinators and administrators.' })
  async withdrawElection(
    @Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number,
    @Arg('reason', () => String, { description: 'Why; 1 to 500 characters, shown to everybody. BAD_INPUT when empty.' }) reason: string,
  ): Promise<typeof ChangeElectionResult> {
    return electionResult(await withdrawElection(ctx.house, await signedIn(ctx), { id, version }, reason));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Stands for the counts of all its constituencies, as one of two different people of the election committee.' })
  async certifyElection(@Ctx() ctx: RequestContext, @Id() id: string, @Version() version: number): Promise<typeof ChangeElectionResult> {
    return electionResult(await certifyElection(ctx.house, await signedIn(ctx), { id, version }));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Challenges the certified result. Anybody on the roll, until `challengeUntil`.' })
  async fileChallenge(
    @Ctx() ctx: RequestContext, @Id() id: string,
    @Arg('constituency', () => ConstituencyEnum, { nullable: true, description: 'Whose result; left out: the whole election.' }) constituency: Constituency | null,
    @Arg('grounds', () => String, { description: 'Why; 1 to 4,000 characters, read by the committee. BAD_INPUT when empty.' }) grounds: string,
  ): Promise<typeof ChangeElectionResult> {
    return electionResult(await fileChallenge(ctx.house, await signedIn(ctx), id, constituency ?? null, grounds));
  }

  @SignedIn()
  @Mutation(() => ChangeElectionResult, { description: 'Decides a challenge: proposed by one of the committee, final once another decides the same. NOT_FOUND for anybody else.' })
  async decideChallenge(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The challenge.' }) id: string,
    @Arg('decision', () => ChallengeDecisionEnum, { description: 'What.' }) decision: ChallengeDecision,
    @Arg('reason', () => String, { description: 'Why; 1 to 2,000 characters, shown to everybody once final. BAD_INPUT when empty.' }) reason: string,
  ): Promise<typeof ChangeElectionResult> {
    return electionResult(await decideChallengeOf(ctx.house, await signedIn(ctx), id, decision, reason));
  }
}
