import { Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { type EnvironmentRecord, environmentById } from '../application/environment-reader.ts';
import { type Need, needsOf } from '../application/needs.ts';
import { type PersonRecord, personById } from '../application/person-reader.ts';
import { type SessionRecord, sessionsOf } from '../application/sessions.ts';
import { asDate } from '../application/sql.ts';
import { viewerPlace } from '../application/viewer-place.ts';
import { currentSession, viewerOf } from '../application/viewer.ts';
import type { Constituency, Role } from '../domain/constituency.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { LearningEnvironmentType } from './environment.type.ts';
import { ConstituencyEnum, RoleEnum } from './enums.type.ts';
import { LocalizedTextType, localized } from './localized-text.type.ts';
import { PersonType } from './person.type.ts';
import { NeedType, SessionType, ViewerType } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Public()
  @Query(() => ViewerType, { nullable: true, description: 'The person signed in, or null when nobody is.' })
  viewer(@Ctx() ctx: RequestContext): Promise<ViewerFacts | null> {
    return viewerOf(ctx);
  }

  @FieldResolver(() => ID, { description: "The person's id." })
  id(@Root() viewer: ViewerFacts): string {
    return viewer.personId;
  }

  @FieldResolver(() => PersonType, { description: 'Their own record.' })
  async person(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<PersonRecord> {
    const person = await personById(ctx, viewer.schoolId, viewer.personId);
    if (person === null) throw coded('NOT_FOUND');
    return person;
  }

  @FieldResolver(() => LearningEnvironmentType, { description: 'Where they land: where they hold a role, else where they belong.' })
  environment(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord> {
    return viewerPlace(ctx, viewer);
  }

  @FieldResolver(() => [LearningEnvironmentType], { description: 'Where they hold a role or belong, the one where they land first; none where they have left all.' })
  async environments(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<EnvironmentRecord[]> {
    return (await Promise.all(viewer.environments.map(({ environmentId }) => environmentById(ctx, environmentId)))).filter((each) => each !== null);
  }

  @FieldResolver(() => [RoleEnum], { description: 'In `environment`.' })
  roles(@Root() viewer: ViewerFacts): readonly Role[] {
    return viewer.environments[0]?.roles ?? [];
  }

  @FieldResolver(() => [ConstituencyEnum], { description: 'In `environment`.' })
  constituencies(@Root() viewer: ViewerFacts): readonly Constituency[] {
    return viewer.environments[0]?.constituencies ?? [];
  }

  @FieldResolver(() => [SessionType], { description: 'Where this person is signed in, the last used first.' })
  async sessions(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<SessionType[]> {
    return (await sessionsOf(ctx.house, viewer)).map((session) => toSession(session, currentSession(ctx)));
  }

  @FieldResolver(() => [NeedType], { description: 'What waits for this person, most urgent first.' })
  needs(@Root() viewer: ViewerFacts, @Ctx() ctx: RequestContext): Promise<Need[]> {
    return needsOf(viewer, ctx);
  }
}

export const toSession = (session: SessionRecord, currentId: string | null): SessionType => ({
  id: session.id,
  current: session.id === currentId,
  transport: session.transport,
  startedAt: asDate(session.startedAt),
  lastSeenAt: asDate(session.lastSeenAt),
  expiresAt: asDate(session.expiresAt),
  device: session.device,
});

@Resolver(() => NeedType)
export class NeedResolver {
  @FieldResolver(() => [LocalizedTextType], { description: 'What it is about, for example the question of a ballot; empty when the kind says it all.' })
  title(@Root() need: Need): LocalizedTextType[] {
    return localized(need.title);
  }
}
