import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { PersonType } from '../../people/graphql/person.type.ts';
import { type EnvironmentRecord, type PersonRecord, environmentById, personById } from '../../people/index.ts';
import { mineIn, proposalsOf, roundLookerOf, visibleProposal, wholeProposal } from '../application/rounds/proposal-reader.ts';
import type { ProposalOutline, ProposalRecord } from '../application/rounds/proposal-record.ts';
import { owedLocales } from '../domain/rounds/opening.ts';
import { isInside, leads, proposalPermissions } from '../domain/rounds/proposal-policy.ts';
import type { ProposalState } from '../domain/rounds/proposal-states.ts';
import { ProposalConnection, ProposalType } from './proposal.type.ts';
import { ProposalStateEnum } from './round-enums.type.ts';
import { ProposalParticipationType, ProposalPermissionsType, ProposalRoundType, RoundVoiceType } from './round-parts.type.ts';
import type { RoundOf } from './round.resolver.ts';
import { type Voice, voicesFor } from './round-voice.ts';

@Resolver(() => ProposalType)
export class ProposalResolver {
  @Public()
  @Query(() => ProposalType, { nullable: true, description: 'A proposal the viewer may see; missing and forbidden answer alike (null).' })
  proposal(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The proposal.' }) id: string): Promise<ProposalRecord | null> {
    return visibleProposal(ctx, id);
  }

  @FieldResolver(() => LearningEnvironmentType, { description: 'Where it is put.' })
  async environment(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    const environment = await environmentById(ctx, proposal.environmentId);
    if (environment === null) throw coded('NOT_FOUND');
    return environment;
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'In a line, what is proposed, as it stands now.' })
  title(@Root() { title }: ProposalOutline): LocalizedTextType[] {
    return localized(title);
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'The proposal itself, as it stands now.' })
  body(@Root() { body }: ProposalOutline): LocalizedTextType[] {
    return localized(body);
  }

  @FieldResolver(() => RoundVoiceType, { description: 'Who leads the rounds.' })
  async facilitator(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<Voice> {
    return (await voicesFor(ctx, await wholeProposal(ctx, proposal)))(proposal.facilitatorId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'The same as a person, for those who word the proposal; else null.' })
  async facilitatorPerson(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<PersonRecord | null> {
    return leads(await roundLookerOf(ctx, proposal)) ? personById(ctx, proposal.schoolId, proposal.facilitatorId) : null;
  }

  @FieldResolver(() => [PersonType], { description: 'The people named to take part, for those who word the proposal; else empty.' })
  async namedPeople(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<PersonRecord[]> {
    if (!leads(await roundLookerOf(ctx, proposal))) return [];
    const people = await Promise.all(proposal.named.map((id) => personById(ctx, proposal.schoolId, id)));
    return people.filter((each) => each !== null);
  }

  @FieldResolver(() => [RoundVoiceType], { description: 'Who takes part, as fixed when the first round opened; empty before.' })
  async participants(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<Voice[]> {
    const whole = await wholeProposal(ctx, proposal);
    const voice = await voicesFor(ctx, whole);
    return whole.participants.map(({ personId }) => voice(personId));
  }

  @FieldResolver(() => [ProposalRoundType], { description: 'Every round, the first one first.' })
  async rounds(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<RoundOf[]> {
    const whole = await wholeProposal(ctx, proposal);
    const voice = await voicesFor(ctx, whole);
    return whole.rounds.map((round) => ({ ...round, proposal: whole, voice }));
  }

  @FieldResolver(() => [String], { description: 'Languages that the words of a next round must be complete in; empty for staff among themselves, and before the opening.' })
  async owedLocales(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<readonly string[]> {
    const whole = await wholeProposal(ctx, proposal);
    return whole.round === 0 ? [] : owedLocales(whole.participants, whole.requiredLocales);
  }

  @FieldResolver(() => Boolean, { description: 'The viewer is called by name here, and hears everybody else by name. Not available in subscriptions.' })
  async inside(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<boolean> {
    return isInside(await roundLookerOf(ctx, proposal));
  }

  @FieldResolver(() => ProposalParticipationType, { nullable: true, description: 'The viewer\'s own place; null for whoever takes no part. Not available in subscriptions.' })
  participation(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<ProposalParticipationType | null> {
    return mineIn(ctx, proposal);
  }

  @FieldResolver(() => ProposalPermissionsType, { description: 'What the viewer may do with it now. Not available in subscriptions.' })
  async viewerCan(@Root() proposal: ProposalOutline, @Ctx() ctx: RequestContext): Promise<ProposalPermissionsType> {
    return proposalPermissions(await roundLookerOf(ctx, proposal), proposal.state);
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentProposalsResolver {
  @FieldResolver(() => ProposalConnection, { description: 'Its proposals that the viewer may see, newest first.' })
  proposals(
    @Root() environment: EnvironmentRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('states', () => [ProposalStateEnum], { nullable: true, description: 'Only these; left out: all.' }) states: ProposalState[] | null,
  ): Promise<Page<ProposalOutline>> {
    return proposalsOf(ctx, environment, { first, after, states });
  }
}
