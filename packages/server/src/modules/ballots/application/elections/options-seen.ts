import DataLoader from 'dataloader';
import { school } from '../../../../platform/database/database.ts';
import type { RequestContext } from '../../../../platform/graphql/context.ts';
import { isMember, uuidArray, viewerOrPublic, uniformName } from '../../../people/index.ts';
import type { OptionFacts } from '../../domain/ballot.ts';
import type { BallotRecord } from '../ballot-record.ts';

const LOADER = Symbol('elections.optionNames');

/**
 * A ballot's options as this viewer is shown them. Student candidates stand on the published paper as numbers; whoever
 * belongs to the school reads their names (rule 30).
 */
export async function optionsSeen(ctx: RequestContext, ballot: BallotRecord): Promise<readonly OptionFacts[]> {
  if (ballot.electionId === null || ballot.constituencies[0]?.constituency !== 'STUDENT') return ballot.options;
  const viewer = await viewerOrPublic(ctx);
  if (viewer === null || !isMember(viewer, ballot.environmentId)) return ballot.options;
  const names = await namesOf(ctx, ballot.schoolId).load(ballot.electionId);
  return ballot.options.map((option) => {
    const name = names.get(option.id);
    return name ? { ...option, label: Object.fromEntries(Object.keys(option.label).map((locale) => [locale, name])) } : option;
  });
}

const namesOf = (ctx: RequestContext, schoolId: string): DataLoader<string, ReadonlyMap<string, string>> => ctx.once(LOADER, () =>
  new DataLoader(async (electionIds: readonly string[]) => {
    const rows = await ctx.house.db.under(school(schoolId)).execute<{ electionId: string; optionId: string; givenName: string | null; familyName: string | null }[]>(
      `select n.election_id as "electionId", n.option_id as "optionId", i.given_name as "givenName", i.family_name as "familyName"
       from nomination n left join person_pii i on i.person_id = n.person_id
       where n.election_id = any(?::uuid[]) and n.option_id is not null`, [uuidArray(electionIds)]);
    return electionIds.map((id) => new Map(rows.filter(({ electionId }) => electionId === id)
      .map(({ optionId, givenName, familyName }) => [optionId, uniformName(givenName, familyName)])));
  }));
