import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { SignedIn } from '../../../platform/graphql/access.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import { CursorScalar } from '../../../platform/graphql/relay.type.ts';
import { Shared } from '../../../platform/graphql/shared.ts';
import type { EnvironmentRecord } from '../application/environment-reader.ts';
import { mayImport } from '../application/roster/begin-import.ts';
import { chooseOrg } from '../application/roster/choose-org.ts';
import { commitImport } from '../application/roster/commit-import.ts';
import { discardImport } from '../application/roster/discard-import.ts';
import { type ImportRecord, faultsOf, findImport, importsOf, rowsOf } from '../application/roster/import-record.ts';
import { importTopic } from '../application/roster/topics.ts';
import { isUuid } from '../application/sql.ts';
import { actorOf } from './actor-of.ts';
import { LearningEnvironmentType } from './environment.type.ts';
import {
  CommitRosterImportInput, RosterFaultConnection, RosterFaultLevelEnum, RosterImportConnection, RosterImportType, RosterOrgType,
  RosterRowConnection, RowEffectEnum,
} from './roster-import.type.ts';

/** Null for what is missing and for what is not the viewer's to see. */
async function visibleImport(ctx: RequestContext, id: string): Promise<ImportRecord | null> {
  if (ctx.session === null || !isUuid(id)) return null;
  const record = await findImport(ctx.house.db, ctx.session.schoolId, id);
  return record !== null && await mayImport(ctx.house, ctx.session, record.environmentId) ? record : null;
}

const known = (id: string): string => {
  if (!isUuid(id)) throw coded('NOT_FOUND');
  return id;
};

/** The hub executes subscriptions itself; type-graphql only wants to be told that somebody does. */
const byTheHub = (): never => { throw coded('BAD_INPUT', { rule: 'SOCKET_ONLY' }); };

@Resolver(() => RosterImportType)
export class RosterImportResolver {
  @SignedIn()
  @Query(() => RosterImportType, { nullable: true, description: 'One import, for whoever may import rosters there; null otherwise. It begins with an upload: `POST /files/roster?environment=<id>`.' })
  rosterImport(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'As the upload answered it.' }) id: string): Promise<ImportRecord | null> {
    return visibleImport(ctx, id);
  }

  @SignedIn()
  @Mutation(() => RosterImportType, { description: 'Says which school of the files this one is, and previews what that does. Errors: NOT_FOUND; BAD_INPUT with rule UNKNOWN_ORG, HAS_FAULTS or WRONG_STATE.' })
  chooseRosterOrg(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { description: 'The import.' }) id: string,
    @Arg('orgSourcedId', () => String, { description: 'One of its `orgs`.' }) orgSourcedId: string,
  ): Promise<ImportRecord> {
    return chooseOrg(ctx.house, actorOf(ctx), known(id), orgSourcedId);
  }

  @SignedIn()
  @Mutation(() => RosterImportType, { description: 'Commits a preview, all or nothing, in the background; asking again is harmless. Errors: NOT_FOUND; BAD_INPUT with rule HAS_FAULTS, ORG_NOT_CHOSEN, UNKNOWN_ORG or WRONG_STATE.' })
  commitRosterImport(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CommitRosterImportInput, { description: 'Which one.' }) { id, orgSourcedId }: CommitRosterImportInput,
  ): Promise<ImportRecord> {
    return commitImport(ctx.house, actorOf(ctx), known(id), orgSourcedId ?? null);
  }

  @SignedIn()
  @Mutation(() => RosterImportType, { description: 'Throws a preview away with all that was read. Errors: NOT_FOUND; BAD_INPUT with rule WRONG_STATE once it is being committed.' })
  discardRosterImport(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The import.' }) id: string): Promise<ImportRecord> {
    return discardImport(ctx.house, actorOf(ctx), known(id));
  }

  @SignedIn()
  @Shared<{ id: string }>({
    topics: ({ id }) => [importTopic(id.toLowerCase())],
    authorize: async ({ id }, ctx) => {
      const record = await visibleImport(ctx, id);
      if (record === null) throw coded('NOT_FOUND');
      return record;
    },
  })
  @Subscription(() => RosterImportType, { subscribe: byTheHub, description: 'How far an import is, a few times a second while something happens. NOT_FOUND for who may not import there.' })
  async rosterImportProgressed(@Ctx() ctx: RequestContext, @Arg('id', () => ID, { description: 'The import.' }) id: string): Promise<ImportRecord> {
    const record = ctx.sharedSchoolId === undefined ? await visibleImport(ctx, id) : await findImport(ctx.house.db, ctx.sharedSchoolId, id);
    if (record === null) throw coded('NOT_FOUND');
    return record;
  }

  @FieldResolver(() => [RosterOrgType], { description: 'Schools found in the files; one must be chosen when there are several.' })
  orgs(@Root() record: ImportRecord): RosterOrgType[] {
    return record.orgs.map((org) => ({ ...org, chosen: org.sourcedId === record.org }));
  }

  @FieldResolver(() => RosterFaultConnection, { description: 'Everything wrong or odd about the files; of one kind at most 500 are kept.' })
  faults(
    @Root() record: ImportRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 100, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('level', () => RosterFaultLevelEnum, { nullable: true, description: 'Only these.' }) level: string | null,
  ): Promise<RosterFaultConnection> {
    return faultsOf(ctx.house.db, record, first, after, level ?? null);
  }

  @FieldResolver(() => RosterRowConnection, { description: 'What is done to each person; gone once committed or discarded.' })
  rows(
    @Root() record: ImportRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 100, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
    @Arg('effect', () => RowEffectEnum, { nullable: true, description: 'Only these.' }) effect: string | null,
  ): Promise<RosterRowConnection> {
    return rowsOf(ctx.house.db, record, first, after, effect ?? null);
  }
}

@Resolver(() => LearningEnvironmentType)
export class EnvironmentRosterImportsResolver {
  @FieldResolver(() => RosterImportConnection, { description: 'Imports, newest first; only for those who may import (NOT_FOUND otherwise).' })
  async rosterImports(
    @Root() environment: EnvironmentRecord,
    @Ctx() ctx: RequestContext,
    @Arg('first', () => Int, { defaultValue: 20, description: '1 to 100.' }) first: number,
    @Arg('after', () => CursorScalar, { nullable: true, description: '`endCursor` of the page before.' }) after: string | null,
  ): Promise<RosterImportConnection> {
    if (!await mayImport(ctx.house, ctx.session, environment.id)) throw coded('NOT_FOUND');
    return importsOf(ctx.house.db, environment, first, after);
  }
}
