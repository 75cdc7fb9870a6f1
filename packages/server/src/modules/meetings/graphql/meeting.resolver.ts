import { Arg, Ctx, FieldResolver, GraphQLISODateTime, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { Page } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { GoverningBodyType } from '../../bodies/graphql/body.type.ts';
import { type BodyRecord, bodyById } from '../../bodies/index.ts';
import { LearningEnvironmentType } from '../../people/graphql/environment.type.ts';
import { LocalizedTextType, localized } from '../../people/graphql/localized-text.type.ts';
import { type EnvironmentRecord, environmentById, viewerOrPublic } from '../../people/index.ts';
import { meetingLookerAt } from '../application/meeting-looker.ts';
import { meetingsOfBody, upcomingMeetings, visibleMeeting } from '../application/meeting-reader.ts';
import type { ShownItem, ShownMeeting, ShownPaper } from '../application/shown-meeting.ts';
import { hoursOfNotice, latestPosting } from '../domain/notice-period.ts';
import { meetingPermissions } from '../domain/policy.ts';
import type { ItemStanding } from '../domain/standing-of-item.ts';
import { AgendaItemType, ItemStandingType, MeetingConnection, MeetingPermissionsType, MeetingType } from './meeting.type.ts';
import { type SeenNotice, type SeenProof, noticesAsSeen, proofsAsSeen } from './notice.resolver.ts';
import { NoticeType, PostingProofType } from './notice.type.ts';
import { PaperType } from './paper.type.ts';

@Resolver(() => MeetingType)
export class MeetingResolver {
  @Public()
  @Query(() => MeetingType, { nullable: true, description: 'A meeting the viewer may see; missing and forbidden answer alike (null).' })
  meeting(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The meeting.' }) id: string): Promise<ShownMeeting | null> {
    return visibleMeeting(ctx, id);
  }

  @FieldResolver(() => GoverningBodyType, { description: 'Whose meeting it is.' })
  async body(@Root() { bodyId }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<BodyRecord> {
    const body = await bodyById(ctx, bodyId);
    if (body === null) throw coded('NOT_FOUND');
    return body;
  }

  @FieldResolver(() => LearningEnvironmentType, { description: 'Where the body meets.' })
  async environment(@Root() { environmentId }: ShownMeeting, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    const environment = await environmentById(ctx, environmentId);
    if (environment === null) throw coded('NOT_FOUND');
    return environment;
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it is called.' })
  title(@Root() { title }: ShownMeeting): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'Where it is held; empty in a draft that does not say yet.' })
  place(@Root() { place }: ShownMeeting): LocalizedTextType[] { return localized(place); }

  @FieldResolver(() => Int, { description: 'Elapsed hours that its notice must hang before it begins.' })
  noticeHours(@Root() { rule }: ShownMeeting): number { return hoursOfNotice(rule); }

  @FieldResolver(() => GraphQLISODateTime, { nullable: true, description: 'The last moment at which its notice may be posted, or an item that is to be acted on changed; null while it has no time.' })
  latestPosting(@Root() { startsAt, rule }: ShownMeeting): Date | null { return startsAt === null ? null : latestPosting(startsAt, rule); }

  @FieldResolver(() => [AgendaItemType], { description: 'Its agenda, in the order in which it is read, parts below what they are parts of.' })
  agenda(@Root() { agenda }: ShownMeeting): readonly ShownItem[] { return agenda; }

  @FieldResolver(() => [NoticeType], { description: 'Every version of its notice, the first one first; the last is what counts.' })
  notices(@Root() meeting: ShownMeeting): SeenNotice[] { return noticesAsSeen(meeting); }

  @FieldResolver(() => [PostingProofType], { description: 'What people said of where its notices hung, in the order in which they did.' })
  proofs(@Root() meeting: ShownMeeting): SeenProof[] { return proofsAsSeen(meeting); }

  @FieldResolver(() => Int, { description: 'Bytes that a paper or a photo may have, at most.' })
  mostFileBytes(@Ctx() ctx: RequestContext): number { return ctx.house.config.files.most; }

  @FieldResolver(() => MeetingPermissionsType, { description: 'What the viewer may do with it now. Never anything in a subscription.' })
  viewerCan(@Root() { looker, state }: ShownMeeting): MeetingPermissionsType { return meetingPermissions(looker, state); }
}

@Resolver(() => AgendaItemType)
export class AgendaItemResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'In a line.' })
  title(@Root() { title }: ShownItem): LocalizedTextType[] { return localized(title); }

  @FieldResolver(() => [LocalizedTextType], { description: 'What it is about.' })
  description(@Root() { description }: ShownItem): LocalizedTextType[] { return localized(description); }

  @FieldResolver(() => [LocalizedTextType], { description: 'Why acting on it serves achievement.' })
  rationale(@Root() { rationale }: ShownItem): LocalizedTextType[] { return localized(rationale); }

  @FieldResolver(() => [MeetingType], { description: 'Meetings whose agendas it was on before and left unfinished, the first one first.' })
  async carriedFrom(@Root() { before }: ShownItem, @Ctx() ctx: RequestContext): Promise<ShownMeeting[]> {
    return (await Promise.all(before.map((id) => visibleMeeting(ctx, id)))).filter((each) => each !== null);
  }

  @FieldResolver(() => [PaperType], { description: 'What those who decide it are given to read, in its order.' })
  papers(@Root() { papers }: ShownItem): readonly ShownPaper[] { return papers; }

  @FieldResolver(() => ItemStandingType, { nullable: true, description: 'Whether it may be acted on, by the notices posted so far; null while the meeting has no time.' })
  standing(@Root() { standing }: ShownItem): ItemStanding | null { return standing; }
}

@Resolver(() => GoverningBodyType)
export class BodyMeetingsResolver {
  @FieldResolver(() => MeetingConnection, { description: 'Its meetings that the viewer may see, the latest day first; drafts without a day come before.' })
  meetings(
    @Root() body: BodyRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
  ): Promise<Page<ShownMeeting>> {
    return meetingsOfBody(ctx, body, { first, after });
  }

  @FieldResolver(() => Boolean, { description: 'The viewer may call its meetings and keep their agendas. Never in a subscription.' })
  async viewerCallsMeetings(@Root() body: BodyRecord, @Ctx() ctx: RequestContext): Promise<boolean> {
    return body.closedAt === null && meetingLookerAt(await viewerOrPublic(ctx), body).prepares;
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentMeetingsResolver {
  @FieldResolver(() => [MeetingType], { description: 'Noticed meetings of its bodies that are to come or go on, the next one first; those called off among them.' })
  upcomingMeetings(
    @Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext, @Arg('first', () => Int, { defaultValue: 10, description: '1 to 100.' }) first: number,
  ): Promise<ShownMeeting[]> {
    return upcomingMeetings(ctx, environment, first);
  }
}
