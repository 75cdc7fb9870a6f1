import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { type EnvironmentRecord, environmentById } from '../../people/index.ts';
import { bodiesOf, bodyById, bodyLookerOf } from '../application/body-reader.ts';
import { type BodyRecord, type BylawsRecord, type OfficerRecord, type SeatRecord, bylawsOf, votingMembers } from '../application/body-record.ts';
import { composed } from '../application/certify-roster.ts';
import { enrollmentOf } from '../application/enrollment.ts';
import { viewerFollows } from '../application/following.ts';
import { quorumNeeded } from '../domain/bylaws.ts';
import { type CompositionLine, checkComposition } from '../domain/composition.ts';
import { bodyPermissions } from '../domain/policy.ts';
import { BodyPermissionsType, BylawsType, CompositionLineType, GoverningBodyType, OfficerType } from './body.type.ts';
import { SeatType } from './seat.type.ts';

/** An officer as seen: students by name only inside. */
interface SeenOfficer extends OfficerRecord {
  readonly shown: string | null;
  readonly seat: SeatRecord | null;
}

@Resolver(() => GoverningBodyType)
export class BodyResolver {
  @Public()
  @Query(() => GoverningBodyType, { nullable: true, description: 'A governing body; null when there is none.' })
  body(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The body.' }) id: string): Promise<BodyRecord | null> {
    return bodyById(ctx, id);
  }

  @FieldResolver(() => LearningEnvironmentType, { description: 'Where it meets.' })
  async environment(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    const environment = await environmentById(ctx, body.environmentId);
    if (environment === null) throw coded('NOT_FOUND');
    return environment;
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'Its name, in each language it has been written in.' })
  name(@Root() { name }: BodyRecord): LocalizedTextType[] { return localized(name); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it decides or advises on; may be empty.' })
  remit(@Root() { remit }: BodyRecord): LocalizedTextType[] { return localized(remit); }

  @FieldResolver(() => BylawsType, { description: 'The bylaws in force today.' })
  bylaws(@Root() body: BodyRecord): BylawsRecord { return bylawsOf(body); }

  @FieldResolver(() => [BylawsType], { description: 'Every version, the newest first.' })
  bylawsHistory(@Root() { bylaws }: BodyRecord): readonly BylawsRecord[] { return bylaws; }

  @FieldResolver(() => [SeatType], { description: 'Its seats as they stand.' })
  seats(@Root() { seats }: BodyRecord): readonly SeatRecord[] { return seats; }

  @FieldResolver(() => Int, { description: 'How many hold a voting seat.' })
  votingMembers(@Root() body: BodyRecord): number { return votingMembers(body).length; }

  @FieldResolver(() => Int, { description: 'How many of them must be present today for a vote.' })
  quorumNeeded(@Root() body: BodyRecord): number { return quorumNeeded(bylawsOf(body).rules.quorum, votingMembers(body).length); }

  @FieldResolver(() => [OfficerType], { description: 'Who holds its offices today.' })
  officers(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<SeenOfficer[]> { return seen(ctx, body, body.officers); }

  @FieldResolver(() => [OfficerType], { description: 'Who takes an office on a later day; until then they have none of its powers.' })
  comingOfficers(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<SeenOfficer[]> { return seen(ctx, body, body.comingOfficers); }

  @FieldResolver(() => [CompositionLineType], { description: 'Its composition, rule by rule, as its seats are planned.' })
  async composition(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<readonly CompositionLine[]> {
    return checkComposition(composed(body), await enrollmentOf(ctx.house, body));
  }

  @FieldResolver(() => Boolean, { description: 'Some seat or office is past its term, and the body may begin a new year.' })
  termsEnded(@Root() { seats, officers, today }: BodyRecord): boolean {
    return seats.some(({ personId, ends }) => personId !== null && ends < today) || officers.some(({ ends }) => ends < today);
  }

  @FieldResolver(() => Boolean, { description: 'The viewer follows it. Never in a subscription.' })
  viewerFollows(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<boolean> { return viewerFollows(ctx, body); }

  @FieldResolver(() => BodyPermissionsType, { description: 'What the viewer may do with it now. Never anything in a subscription.' })
  async viewerCan(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<BodyPermissionsType> {
    return bodyPermissions(await bodyLookerOf(ctx, body), { closed: body.closedAt !== null, certified: body.rosterCertifiedAt !== null });
  }
}

async function seen(ctx: RequestContext, body: BodyRecord, officers: readonly OfficerRecord[]): Promise<SeenOfficer[]> {
  const { member } = await bodyLookerOf(ctx, body);
  return officers.map((each) => ({
    ...each,
    shown: each.student && !member ? null : each.name,
    seat: body.seats.find(({ personId }) => personId === each.personId) ?? null,
  }));
}

@Resolver(() => OfficerType)
export class OfficerResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who; null of a student for who is not a member of the environment.' })
  name(@Root() { shown }: SeenOfficer): string | null { return shown; }

  @FieldResolver(() => SeatType, { nullable: true, description: 'The seat they hold in the body; null of an officer who is no member.' })
  seat(@Root() { seat }: SeenOfficer): SeatRecord | null { return seat; }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentBodiesResolver {
  @FieldResolver(() => [GoverningBodyType], { description: 'Its governing bodies, those that ended last.' })
  bodies(@Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext): Promise<BodyRecord[]> { return bodiesOf(ctx, environment); }
}
