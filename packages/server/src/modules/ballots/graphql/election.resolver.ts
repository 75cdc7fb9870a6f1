import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { school } from '../../../platform/database/database.ts';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { CompositionLineType, GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { SeatType } from '../../bodies/graphql/seat.type.ts';
import { type BodyRecord, type SeatRecord, bodyById, checkComposition, enrollmentOf, seatsOfElection, withOfficials } from '../../bodies/index.ts';
import { ConstituencyEnum } from '../../people/graphql/enums.type.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { type EnvironmentRecord, environmentById, viewerOf, viewerOrPublic } from '../../people/index.ts';
import { constituencyOf } from '../application/elections/constituency-of.ts';
import { type SeenConstituency, electionsOf, visibleElection } from '../application/elections/election-reader.ts';
import type { ElectionRecord } from '../application/elections/election-record.ts';
import { isOnRoll } from '../application/elections/file-challenge.ts';
import { lookerAt } from '../application/looker.ts';
import type { Constituency } from '../domain/ballot.ts';
import { USUAL_CHALLENGE_DAYS, decideChallenge } from '../domain/elections/challenging.ts';
import { missingWords } from '../domain/elections/election-languages.ts';
import type { ElectionState } from '../domain/elections/election-states.ts';
import { nominationsOpen } from '../domain/elections/nominating.ts';
import { electionPermissions } from '../domain/elections/policy.ts';
import { usualDates } from '../domain/elections/usual-dates.ts';
import { ElectionStateEnum } from './election-enums.type.ts';
import { ChallengeType } from './election-outcome.type.ts';
import { ElectionCertificationType, ElectionConstituencyType, ElectionHeldType, ElectionPermissionsType } from './election-parts.type.ts';
import { type SeenChallenge } from './election-outcome.resolver.ts';
import { ElectionConnection, ElectionDatesType, ElectionType } from './election.type.ts';

@Resolver(() => ElectionType)
export class ElectionResolver {
  @Public()
  @Query(() => ElectionType, { nullable: true, description: 'An election the viewer may see; one that is not noticed only for the election committee; missing and forbidden answer alike (null).' })
  election(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The election.' }) id: string): Promise<ElectionRecord | null> {
    return visibleElection(ctx, id);
  }

  @FieldResolver(() => LearningEnvironmentType, { description: 'Where it is held.' })
  async environment(@Root() election: ElectionRecord, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    const environment = await environmentById(ctx, election.environmentId);
    if (environment === null) throw coded('NOT_FOUND');
    return environment;
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'Its title, in each language it has been written in.' })
  title(@Root() { title }: ElectionRecord): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What the body does and why one might stand; may be empty.' })
  description(@Root() { description }: ElectionRecord): LocalizedTextType[] { return localized(description); }

  @FieldResolver(() => [LocalizedTextType], { description: 'The body whose seats are filled, by name.' })
  body(@Root() { body }: ElectionRecord): LocalizedTextType[] { return localized(body); }

  @FieldResolver(() => GoverningBodyType, { nullable: true, description: 'That body; null while it is only a name, before it begins with this election.' })
  governingBody(@Root() { bodyId }: ElectionRecord, @Ctx() ctx: RequestContext): Promise<BodyRecord | null> {
    return bodyId === null ? Promise.resolve(null) : bodyById(ctx, bodyId);
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'Where the orientation is held.' })
  place(@Root() { place }: ElectionRecord): LocalizedTextType[] { return localized(place); }

  @FieldResolver(() => [ElectionConstituencyType], { description: 'Whose seats are up, and who stands.' })
  constituencies(@Root() election: ElectionRecord): SeenConstituency[] {
    return election.constituencies.map((each) => ({ ...each, election }));
  }

  @FieldResolver(() => [String], { description: 'Required languages in which something of the notice is still missing.' })
  missingLocales(@Root() election: ElectionRecord): string[] { return missingWords(election, election.requiredLocales); }

  @FieldResolver(() => [CompositionLineType], { description: 'The body\'s composition with these seats, rule by rule; for the election committee, else empty.' })
  async composition(@Root() election: ElectionRecord, @Ctx() ctx: RequestContext): Promise<readonly CompositionLineType[]> {
    const { committee } = lookerAt(await viewerOrPublic(ctx), election);
    if (!committee) return [];
    const { bodyKind: kind, studentSeats, constituencies } = election;
    const seats = withOfficials(kind, constituencies.map((each) => ({ constituency: each.constituency, chosenBy: each.constituency, seats: each.seats + each.otherSeats })));
    return checkComposition({ kind, studentSeats, seats }, await enrollmentOf(ctx.house, election));
  }

  @FieldResolver(() => ElectionHeldType, { nullable: true, description: 'Why the server could not post the notice or open the voting at its time.' })
  held(@Root() { held }: ElectionRecord): ElectionHeldType | null { return held; }

  @FieldResolver(() => [ElectionCertificationType], { description: 'Who stands for the result so far; two different people certify it.' })
  certifications(@Root() { certifications, schoolId }: ElectionRecord) {
    return certifications.map((each) => ({ ...each, schoolId }));
  }

  @FieldResolver(() => [ChallengeType], { description: 'In the order of filing.' })
  async challenges(@Root() election: ElectionRecord, @Ctx() ctx: RequestContext): Promise<SeenChallenge[]> {
    const viewer = await viewerOrPublic(ctx);
    return election.challenges.map((each) => ({ ...each, viewer, looker: lookerAt(viewer, election) }));
  }

  @FieldResolver(() => [SeatType], { description: 'The seats it filled or left vacant, as they stand; empty before the winners take theirs.' })
  seats(@Root() election: ElectionRecord, @Ctx() ctx: RequestContext): Promise<SeatRecord[]> {
    return election.seatedAt === null ? Promise.resolve([]) : seatsOfElection(ctx.house.db.under(school(election.schoolId)), election.id);
  }

  @FieldResolver(() => ConstituencyEnum, { nullable: true, description: 'The one constituency in which the viewer nominates and votes here; null for none. Not available in subscriptions.' })
  async viewerConstituency(@Root() election: ElectionRecord, @Ctx() ctx: RequestContext): Promise<Constituency | null> {
    return constituencyOf(await viewerOf(ctx), election);
  }

  @FieldResolver(() => ElectionPermissionsType, { description: 'What the viewer may do with it now. Not available in subscriptions.' })
  async viewerCan(@Root() election: ElectionRecord, @Ctx() ctx: RequestContext): Promise<ElectionPermissionsType> {
    const viewer = await viewerOf(ctx);
    const now = ctx.house.clock.now();
    const challengesOpen = decideChallenge(election, true, now).ok;
    return electionPermissions(lookerAt(viewer, election), election.state, {
      signed: election.certifications.some(({ personId }) => personId === viewer?.personId),
      member: constituencyOf(viewer, election) !== null,
      onRoll: challengesOpen && viewer !== null && viewer.schoolId === election.schoolId
        && await isOnRoll(ctx.house.db.under(school(election.schoolId)), election, viewer.personId),
      nominationsOpen: nominationsOpen(election, now).ok,
      challengesOpen,
    });
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentElectionsResolver {
  @FieldResolver(() => ElectionConnection, { description: 'Its elections of members, newest first; those not noticed only for the election committee.' })
  elections(
    @Root() environment: EnvironmentRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('states', () => [ElectionStateEnum], { nullable: true, description: 'Only these; left out: all that the viewer may see.' }) states: ElectionState[] | null,
  ): Promise<Page<ElectionRecord>> {
    return electionsOf(ctx, environment, { first, after, states });
  }

  @FieldResolver(() => ElectionDatesType, { description: 'Dates to begin an election with, from today.' })
  electionDates(@Root() { timeZone }: EnvironmentRecord, @Ctx() ctx: RequestContext): ElectionDatesType {
    return usualDates(ctx.house.clock.now(), timeZone, USUAL_CHALLENGE_DAYS);
  }
}
