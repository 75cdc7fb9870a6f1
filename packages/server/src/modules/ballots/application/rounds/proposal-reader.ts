import DataLoader from 'dataloader';
import { gate, school } from '../../../../platform/database/database.ts';
import type { RequestContext } from '../../../../platform/graphql/context.ts';
import { coded } from '../../../../platform/graphql/errors.ts';
import { type Page, type Position, page, pageSize } from '../../../../platform/graphql/paging.ts';
import { type EnvironmentRecord, isTimestamp, isUuid, mayDraftBallots, positionAfter, uuidArray, viewerOf, viewerOrPublic } from '../../../people/index.ts';
import { type RoundLooker, maySeeProposal } from '../../domain/rounds/proposal-policy.ts';
import { PROPOSAL_STATES, type ProposalState } from '../../domain/rounds/proposal-states.ts';
import { type ProposalOutline, type ProposalRecord, proposalOutlinesWhere, proposalsById } from './proposal-record.ts';
import { roundLookerAt } from './round-looker.ts';

interface Loaders {
  /** Whole, whoever looks. */
  readonly proposal: DataLoader<string, ProposalRecord | null>;
  readonly mine: DataLoader<string, Mine | null>;
}

interface Mine { readonly participantId: string; readonly answered: boolean }

const LOADERS = Symbol('rounds.loaders');

const loaders = (ctx: RequestContext): Loaders => ctx.once(LOADERS, () => ({
  proposal: new DataLoader(async (ids: readonly string[]) => {
    const { db } = ctx.house;
    const homes = await db.under(gate).execute<{ id: string; schoolId: string }[]>(
      'select id, school_id as "schoolId" from proposal where id = any(?::uuid[])', [uuidArray(ids)]);
    const found = await Promise.all([...Map.groupBy(homes, ({ schoolId }) => schoolId)].map(([schoolId, own]) =>
      proposalsById(db.under(school(schoolId)), own.map(({ id }) => id))));
    const byId = new Map(found.flat().map((proposal) => [proposal.id, proposal]));
    return ids.map((id) => byId.get(id) ?? null);
  }),
  mine: new DataLoader(async (ids: readonly string[]) => {
    const { personId, schoolId } = ctx.session!;
    const rows = await ctx.house.db.under(school(schoolId)).execute<(Mine & { proposalId: string })[]>(
      `select x.proposal_id as "proposalId", x.id as "participantId",
         exists (select from proposal_response a where a.proposal_id = x.proposal_id and a.participant_id = x.id and a.round = p.round) as answered
       from proposal_participant x join proposal p on p.id = x.proposal_id
       where x.person_id = ? and x.proposal_id = any(?::uuid[])`, [personId, uuidArray(ids)]);
    const byProposal = new Map(rows.map((row) => [row.proposalId, row]));
    return ids.map((id) => byProposal.get(id) ?? null);
  }),
}));

/** The viewer's own place in it; null for whoever takes no part. Not in subscriptions, which have no viewer. */
export function mineIn(ctx: RequestContext, { id, schoolId, round }: ProposalOutline): Promise<Mine | null> {
  const { session } = ctx;
  if (session === null || session.schoolId !== schoolId || round === 0) return Promise.resolve(null);
  return loaders(ctx).mine.load(id);
}

/** What the viewer is to it; in a shared execution everybody is the public. */
export async function roundLookerOf(ctx: RequestContext, proposal: ProposalOutline): Promise<RoundLooker> {
  const viewer = await viewerOrPublic(ctx);
  return roundLookerAt(viewer, proposal, viewer !== null && await mineIn(ctx, proposal) !== null);
}

/** The proposal if this viewer may see it. */
export async function visibleProposal(ctx: RequestContext, id: string): Promise<ProposalRecord | null> {
  const proposal = isUuid(id) ? await loaders(ctx).proposal.load(id.toLowerCase()) : null;
  return proposal !== null && maySeeProposal(await roundLookerOf(ctx, proposal), proposal) ? proposal : null;
}

/** The same after this request has changed it: what was read before is forgotten. */
export function rereadProposal(ctx: RequestContext, id: string): Promise<ProposalRecord | null> {
  loaders(ctx).proposal.clear(id);
  loaders(ctx).mine.clear(id);
  return visibleProposal(ctx, id);
}

/** All of a proposal whose outline this viewer was shown. @throws NOT_FOUND when it went meanwhile. */
export async function wholeProposal(ctx: RequestContext, proposal: ProposalOutline): Promise<ProposalRecord> {
  if ('rounds' in proposal) return proposal as ProposalRecord;
  const whole = await loaders(ctx).proposal.load(proposal.id);
  if (whole === null) throw coded('NOT_FOUND');
  return whole;
}

/** An environment's proposals that this viewer may see, newest first. */
export async function proposalsOf(
  ctx: RequestContext, environment: Pick<EnvironmentRecord, 'id' | 'schoolId'>,
  { first, after, states }: { first: number; after?: string | null; states?: readonly ProposalState[] | null },
): Promise<Page<ProposalOutline>> {
  const size = pageSize(first);
  const from = positionAfter(after, isTimestamp, isUuid);
  const viewer = ctx.sharedSchoolId === undefined ? await viewerOf(ctx) : null;
  // The policy of one proposal, as a condition on many; a test holds the two against each other.
  const rows = await proposalOutlinesWhere(ctx.house.db.under(school(environment.schoolId)),
    `p.environment_id = ? and p.state = any(?::text[])
     and (? or p.facilitator_id = ?::uuid or (p.round > 0 and (p.public_record
       or exists (select from proposal_participant x where x.proposal_id = p.id and x.person_id = ?::uuid))))
     and (?::text is null or (p.created_at, p.id) < (?::timestamptz, ?::uuid))
     order by p.created_at desc, p.id desc limit ?`,
    [environment.id, `{${(states ?? PROPOSAL_STATES).join(',')}}`, mayDraftBallots(viewer, environment.id), viewer?.personId ?? null, viewer?.personId ?? null,
      from?.[0] ?? null, from?.[0] ?? null, from?.[1] ?? null, size + 1]);
  return page(rows, size, (proposal): Position => [proposal.createdAt, proposal.id], from);
}
