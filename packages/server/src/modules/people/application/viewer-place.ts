import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { ViewerFacts } from '../domain/viewer.ts';
import { type EnvironmentRecord, environmentById } from './environment-reader.ts';

/** The environment a person lands in: where they hold a role, else where they belong, else the school's first. */
export async function viewerPlace(ctx: RequestContext, viewer: ViewerFacts): Promise<EnvironmentRecord> {
  const id = viewer.environments[0]?.environmentId ?? await firstOf(ctx, viewer.schoolId);
  const environment = id === undefined ? null : await environmentById(ctx, id);
  if (environment === null) throw coded('NOT_FOUND');
  return environment;
}

async function firstOf({ house }: RequestContext, schoolId: string): Promise<string | undefined> {
  const [row] = await house.db.under(school(schoolId)).execute<{ id: string }[]>(
    'select id from learning_environment order by name, id limit 1');
  return row?.id;
}
