import { Ctx, Field, FieldResolver, GraphQLISODateTime, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type ViewerFacts, signedIn } from '../../people/index.ts';
import { ViewerType } from '../../people/graphql/viewer.type.ts';
import { calendarLinkOf, makeCalendarLink, revokeCalendarLink } from '../application/calendar-link.ts';

@ObjectType('CalendarLink', { simpleResolvers: true, description: 'The secret address of a person\'s own calendar of meetings. Whoever has it reads that calendar, and nothing else.' })
export class CalendarLinkType {
  @Field(() => GraphQLISODateTime, { description: 'Since when this one works.' })
  madeAt!: Date;
}

@ObjectType('CalendarLinkMade', { simpleResolvers: true, description: 'A new link; the one before it works no more.' })
export class CalendarLinkMadeType {
  @Field(() => String, { description: 'Its path, with the secret, for example `/calendar/people/….ics`; answered this once and kept nowhere.' })
  path!: string;

  @Field(() => ViewerType, { description: 'Whose it is.' })
  viewer!: ViewerFacts;
}

@Resolver(() => ViewerType)
export class CalendarLinkResolver {
  @FieldResolver(() => CalendarLinkType, { nullable: true, description: 'The link of their own calendar; null while they have none.' })
  calendarLink(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<CalendarLinkType | null> {
    return calendarLinkOf(ctx.house, viewer);
  }

  @SignedIn()
  @Mutation(() => CalendarLinkMadeType, { description: 'Makes the viewer\'s own calendar link, in place of the one they have.' })
  async makeCalendarLink(@Ctx() ctx: RequestContext): Promise<CalendarLinkMadeType> {
    const viewer = await signedIn(ctx);
    return { path: `/calendar/people/${await makeCalendarLink(ctx.house, viewer)}.ics`, viewer };
  }

  @SignedIn()
  @Mutation(() => ViewerType, { description: 'Ends the viewer\'s own calendar link; calendars that follow it are told nothing more.' })
  async revokeCalendarLink(@Ctx() ctx: RequestContext): Promise<ViewerFacts> {
    const viewer = await signedIn(ctx);
    await revokeCalendarLink(ctx.house, viewer);
    return viewer;
  }
}
