import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { school } from '../../../platform/database/database.ts';
import { Public } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { pageSize } from '../../../platform/graphql/paging.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { isStorable, positionAfter } from '../application/cursors.ts';
import { type EnvironmentRecord, environmentById, environmentBySlug, environmentPage, environmentsAfter, sizesOf } from '../application/environment-reader.ts';
import { countPeople, peoplePage } from '../application/people-list.ts';
import { isUuid } from '../application/sql.ts';
import { viewerOf, viewerOrPublic } from '../application/viewer.ts';
import { mayAdminister, mayCertifyBallots, mayDraftBallots, mayImportRoster, mayMakeSlips, maySeePeople } from '../domain/policy.ts';
import { SMALLEST_PUBLISHED, isOutsideSize } from '../domain/size.ts';
import { ConstituencySizeType, EnvironmentPermissionsType, LearningEnvironmentConnection, LearningEnvironmentType, SchoolType } from './environment.type.ts';
import { LocalizedTextType, localized } from './localized-text.type.ts';
import { PeopleFilter, PersonConnection } from './person.type.ts';
import { SLUG } from './rules.ts';

@Resolver(() => LearningEnvironmentType)
export class EnvironmentResolver {
  @Public()
  @Query(() => LearningEnvironmentConnection, { description: 'Every environment of this server, by name: the public directory.' })
  async environments(
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
  ): Promise<LearningEnvironmentConnection> {
    const position = positionAfter(after, isStorable, isUuid);
    return environmentPage(await environmentsAfter(ctx.house, pageSize(first), position), first, position);
  }

  @Public()
  @Query(() => LearningEnvironmentType, { nullable: true, description: 'An environment by id, or by the slug of its web address; null when there is none.' })
  async environment(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true, description: 'Give this or `slug`.' }) id: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'Give this or `id`.' }) slug: string | null,
  ): Promise<EnvironmentRecord | null> {
    if ((id == null) === (slug == null)) throw coded('BAD_INPUT', { field: 'id', rule: 'ID_OR_SLUG' });
    if (id != null) return environmentById(ctx, id);
    return SLUG.test(slug!) ? environmentBySlug(ctx.house, slug!) : null;
  }

  @FieldResolver(() => SchoolType, { description: 'The school it is part of.' })
  school(@Root() environment: EnvironmentRecord): SchoolType {
    return { id: environment.schoolId, name: environment.schoolName };
  }

  @FieldResolver(() => [LocalizedTextType], { description: 'The shared vision (seven attributes, 1), in the languages it has been written in.' })
  vision(@Root() environment: EnvironmentRecord): LocalizedTextType[] {
    return localized(environment.vision);
  }

  @FieldResolver(() => Int, { description: 'Active students.' })
  studentCount(@Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext): Promise<number> {
    return students(ctx, environment);
  }

  @FieldResolver(() => Boolean, { description: 'True when the students are fewer than 150 or more than 500 (seven attributes, 4).' })
  async outsideSize(@Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext): Promise<boolean> {
    return isOutsideSize(await students(ctx, environment));
  }

  @FieldResolver(() => [ConstituencySizeType], { description: 'Constituencies with active people. Those of fewer than 11 are left out for everybody but those who keep the people (small groups are not published).' })
  async constituencies(@Root() environment: EnvironmentRecord, @Ctx() ctx: RequestContext): Promise<ConstituencySizeType[]> {
    const [viewer, sizes] = await Promise.all([viewerOrPublic(ctx), sizesOf(ctx, environment)]);
    const all = maySeePeople(viewer, environment.id);
    return sizes.filter(({ size }) => all || size >= SMALLEST_PUBLISHED);
  }

  @FieldResolver(() => PersonConnection, { description: 'Its people, by name; only for coordinators, clerks and administrators (NOT_FOUND otherwise).' })
  async people(
    @Root() environment: EnvironmentRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 50, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('filter', () => PeopleFilter, { nullable: true, description: 'Narrows the list.' }) filter: PeopleFilter | null,
  ): Promise<PersonConnection> {
    const viewer = await viewerOf(ctx);
    if (viewer === null || !maySeePeople(viewer, environment.id)) throw coded('NOT_FOUND');
    const page = await peoplePage(ctx.house, environment, viewer, filter ?? {}, pageSize(first), positionAfter(after, isStorable, isStorable, isUuid));
    return { ...page, count: () => countPeople(ctx.house.db.under(school(environment.schoolId)), environment.id, viewer, filter ?? {}) };
  }

  @FieldResolver(() => EnvironmentPermissionsType, { description: 'What the viewer may do here.' })
  async viewerCan(@Root() { id }: EnvironmentRecord, @Ctx() ctx: RequestContext): Promise<EnvironmentPermissionsType> {
    const viewer = await viewerOf(ctx);
    return {
      administer: mayAdminister(viewer, id),
      seePeople: maySeePeople(viewer, id),
      importRoster: mayImportRoster(viewer, id),
      makeSlips: mayMakeSlips(viewer, id),
      draftBallots: mayDraftBallots(viewer, id),
      certifyBallots: mayCertifyBallots(viewer, id),
    };
  }
}

async function students(ctx: RequestContext, environment: EnvironmentRecord): Promise<number> {
  const sizes = await sizesOf(ctx, environment);
  return sizes.find(({ constituency }) => constituency === 'STUDENT')?.size ?? 0;
}

@Resolver(() => PersonConnection)
export class PersonConnectionResolver {
  @FieldResolver(() => Int, { description: 'People on all pages.' })
  totalCount(@Root() connection: PersonConnection): Promise<number> {
    return connection.count();
  }
}
