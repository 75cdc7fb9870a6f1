import DataLoader from 'dataloader';
import { school } from '../../../platform/database/database.ts';
import type { RequestContext } from '../../../platform/graphql/context.ts';
import { type ShownSitting, visibleSitting } from '../../meetings/index.ts';
import { type ViewerFacts, viewerOrPublic } from '../../people/index.ts';
import type { AssembledBlock, MinutesBlock } from '../domain/blocks.ts';
import type { MinutesGap } from '../domain/completeness.ts';
import type { FoundStudentName } from '../domain/names.ts';
import { type MinutesLooker, mayReadMinutes, readsBodysCopy } from '../domain/policy.ts';
import { amendingMotion, asCorrected, sittingWhereUp } from './correct-minutes.ts';
import { type CorrectionRecord, correctionsOf, correctionsOn } from './correction-record.ts';
import { type Draft, draftOf, namesOfDraft } from './draft.ts';
import { elsewhereAmong } from './kept-elsewhere.ts';
import { type MinutesRecord, minutesById, untouched } from './minutes-record.ts';
import { type VersionRecord, versionsOf } from './version-record.ts';

const LOADER = Symbol('minutes.minutes');

/** Minutes as somebody may read them; what they say is read when it is asked for. */
export interface ShownMinutes extends MinutesRecord {
  readonly sitting: ShownSitting;
  readonly looker: MinutesLooker;
  readonly viewer: ViewerFacts | null;
}

const minutesLoader = (ctx: RequestContext) => ctx.once(LOADER, () => new DataLoader(async (sittings: readonly ShownSitting[]) => {
  const bySchool = Map.groupBy(sittings, ({ schoolId }) => schoolId);
  const found = new Map<string, MinutesRecord | null>((await Promise.all([...bySchool].map(async ([schoolId, own]) => {
    const [em, ids] = [ctx.house.db.under(school(schoolId)), own.map(({ id }) => id)];
    return [...[...await elsewhereAmong(em, ids)].map((id) => [id, null] as const), ...await minutesById(em, ids)];
  }))).flat());
  return sittings.map((sitting) => (found.has(sitting.id) ? found.get(sitting.id)! : untouched(sitting)));
}, { cacheKeyFn: ({ id }) => id as unknown as ShownSitting }));

/** A meeting has minutes from its call to order on, unless they are kept elsewhere; that there are some is no secret, what they say may be. */
export async function visibleMinutes(ctx: RequestContext, id: string): Promise<ShownMinutes | null> {
  const sitting = await visibleSitting(ctx, id);
  if (sitting === null || sitting.calledToOrderAt === null) return null;
  const record = await minutesLoader(ctx).load(sitting);
  if (record === null) return null;
  const viewer = await viewerOrPublic(ctx);
  const staff = viewer?.environments.some(({ environmentId, roles }) => environmentId === sitting.environmentId && roles.length > 0) ?? false;
  const { runs, member, ofEnvironment } = sitting.looker;
  return { ...record, sitting, viewer, looker: { runs, member: member !== null && ofEnvironment, staff, ofEnvironment, draftsPublic: sitting.rules.minutesDraftsPublic } };
}

/** The same after this request has changed them. */
export function rereadMinutes(ctx: RequestContext, id: string): Promise<ShownMinutes | null> {
  minutesLoader(ctx).clearAll();
  PARTS.delete(ctx);
  return visibleMinutes(ctx, id);
}

interface Parts {
  draft?: Promise<Draft>;
  versions?: Promise<VersionRecord[]>;
  corrections?: Promise<CorrectionRecord[]>;
  correctingIn?: Promise<string | null>;
}

/** What a request has read of each, once for all of its fields. */
const PARTS = new WeakMap<RequestContext, Map<string, Parts>>();

function partsOf(ctx: RequestContext, { meetingId }: ShownMinutes): Parts {
  const all = PARTS.get(ctx) ?? new Map<string, Parts>();
  PARTS.set(ctx, all);
  const parts = all.get(meetingId) ?? {};
  all.set(meetingId, parts);
  return parts;
}

const scope = (ctx: RequestContext, { schoolId }: ShownMinutes) => ctx.house.db.under(school(schoolId));

const draftIn = (ctx: RequestContext, minutes: ShownMinutes): Promise<Draft> =>
  (partsOf(ctx, minutes).draft ??= draftOf(scope(ctx, minutes), minutes.sitting, minutes.notesLocale, minutes.looker.runs ? minutes.viewer : null));

const versionsIn = (ctx: RequestContext, minutes: ShownMinutes): Promise<VersionRecord[]> => (partsOf(ctx, minutes).versions ??= versionsOf(scope(ctx, minutes), minutes.meetingId));

const correctionsIn = (ctx: RequestContext, minutes: ShownMinutes): Promise<CorrectionRecord[]> =>
  (partsOf(ctx, minutes).corrections ??= correctionsOf(scope(ctx, minutes), minutes.meetingId));

const bare = ({ id, kind, itemId, motionId, level, text, lines }: MinutesBlock | AssembledBlock): MinutesBlock => ({ id, kind, itemId, motionId, level, text, lines });

/** What they say now, in the copy this viewer reads; nothing where they may not. */
export async function blocksOf(ctx: RequestContext, minutes: ShownMinutes): Promise<readonly MinutesBlock[]> {
  if (!mayReadMinutes(minutes.looker, minutes.state)) return [];
  if (minutes.state === 'DRAFT') return (await draftIn(ctx, minutes)).blocks.map(bare);
  if (minutes.state === 'CIRCULATED') {
    const { blocks, publicBlocks } = await asCorrected({ em: scope(ctx, minutes), minutes, sitting: minutes.sitting });
    return readsBodysCopy(minutes.looker) ? blocks : publicBlocks;
  }
  const version = (await versionsIn(ctx, minutes)).find(({ number }) => number === minutes.number)!;
  return readsBodysCopy(minutes.looker) ? version.blocks : version.publicBlocks;
}

/** For who makes them: what is missing before they can be circulated (rule 24). */
export const gapsIn = async (ctx: RequestContext, minutes: ShownMinutes): Promise<readonly MinutesGap[]> =>
  (minutes.state === 'DRAFT' && minutes.looker.runs ? (await draftIn(ctx, minutes)).gaps : []);

/** For who makes them: students named in words somebody chose. */
export async function namesFoundIn(ctx: RequestContext, minutes: ShownMinutes): Promise<readonly FoundStudentName[]> {
  if (minutes.state !== 'DRAFT' || !minutes.looker.runs) return [];
  return (await namesOfDraft(scope(ctx, minutes), minutes.sitting, await draftIn(ctx, minutes))).found;
}

/** Of the version that is before the body, or was last; for who reads the copy of the body, which they are proposed on. */
export async function shownCorrections(ctx: RequestContext, minutes: ShownMinutes): Promise<readonly CorrectionRecord[]> {
  if (minutes.state === 'DRAFT' || !readsBodysCopy(minutes.looker)) return [];
  const all = await correctionsIn(ctx, minutes);
  const versions = await versionsIn(ctx, minutes);
  const now = correctionsOn(all, minutes.number);
  // What made this version was proposed on the one before it; on approved minutes more may be proposed.
  const before = correctionsOn(all, minutes.number - 1);
  switch (versions.find(({ number }) => number === minutes.number)?.state) {
    case 'APPROVED_AS_CORRECTED': return [...before, ...now];
    // Its motion may have been moved before another one made the version in between.
    case 'AMENDED': return [...all.filter(({ motionId, number }) => motionId === minutes.motionId && number < minutes.number), ...now];
    default: return now;
  }
}

export interface ShownVersion extends VersionRecord {
  readonly minutes: ShownMinutes;
  /** It was approved as it was circulated. */
  readonly approved: boolean;
}

/** Those this viewer may read: of approved minutes the public reads what was approved, and later; of circulated ones, where it reads them, what stands now. */
export async function shownVersions(ctx: RequestContext, minutes: ShownMinutes): Promise<ShownVersion[]> {
  if (!mayReadMinutes(minutes.looker, minutes.state)) return [];
  const versions = await versionsIn(ctx, minutes);
  const inside = readsBodysCopy(minutes.looker);
  const asItWas = ({ state, number }: VersionRecord) => state === 'CIRCULATED' && (minutes.state === 'APPROVED' ? number === minutes.number : versions[number]?.state === 'AMENDED');
  const approved = versions.findLast((version) => version.state === 'APPROVED_AS_CORRECTED' || asItWas(version));
  const from = minutes.state === 'CIRCULATED' ? minutes.number : approved?.number;
  return versions.filter(({ number }) => inside || (from !== undefined && number >= from)).map((version) => ({ ...version, minutes, approved: asItWas(version) }));
}

/** The hash of what this viewer reads; null before anything is frozen, and of what they may not read. */
export async function hashIn(ctx: RequestContext, minutes: ShownMinutes): Promise<string | null> {
  if (minutes.state === 'DRAFT' || !mayReadMinutes(minutes.looker, minutes.state)) return null;
  const version = (await versionsIn(ctx, minutes)).find(({ number }) => number === minutes.number)!;
  return readsBodysCopy(minutes.looker) ? version.hash : version.publicHash;
}

/**
 * The sitting where these minutes are up, to a viewer who is a member present there or enters what members say; of approved
 * ones, where a motion to amend them is before the body.
 */
export const correctingIn = (ctx: RequestContext, minutes: ShownMinutes): Promise<string | null> => (partsOf(ctx, minutes).correctingIn ??= whereCorrected(ctx, minutes));

async function whereCorrected(ctx: RequestContext, minutes: ShownMinutes): Promise<string | null> {
  if (minutes.state === 'DRAFT' || minutes.viewer === null) return null;
  const up = await sittingWhereUp(scope(ctx, minutes), minutes.bodyId, minutes.meetingId);
  if (up === null) return null;
  const looker = (await visibleSitting(ctx, up.id))?.looker;
  const takesPart = looker !== undefined && (looker.runs || looker.member?.presence === 'IN_ROOM' || looker.member?.presence === 'REMOTE');
  if (!takesPart) return null;
  return minutes.state === 'CIRCULATED' || await amendingMotion(scope(ctx, minutes), up.id, minutes.meetingId) !== null ? up.id : null;
}
