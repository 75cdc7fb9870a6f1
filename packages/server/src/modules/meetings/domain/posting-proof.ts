import type { MeetingFacts, MeetingLaw } from './meeting.ts';
import { afterAct } from './meeting-states.ts';
import { HOUR, isTimely, latestPosting } from './notice-period.ts';
import { type MeetingDecision, refuseMeeting } from './refusal.ts';

/** SITE: the school site or another place everybody can reach. ONLINE alone is not enough (rule 5). */
export type PostingWhere = 'SITE' | 'ONLINE';

/** Somebody's word that a version of the notice hung at a place from a moment on. */
export interface PostingProofFacts {
  readonly version: number;
  readonly where: PostingWhere;
  readonly postedAt: Date;
}

/** Whether a meeting under this law needs a notice at the school site (EC 35147; Gov. Code 54954.2). */
export const needsPostingProof = (law: MeetingLaw): boolean => law !== 'PRIVATE';

/** Kept when it tells of the past: nobody can attest what they will do. */
export function decidePostingProof({ state }: Pick<MeetingFacts, 'state'>, { postedAt }: Pick<PostingProofFacts, 'postedAt'>, now: Date): MeetingDecision {
  if (afterAct(state, 'PROVE_POSTING') === null) return refuseMeeting('WRONG_STATE', [state]);
  return postedAt.getTime() > now.getTime() ? refuseMeeting('PROOF_OF_FUTURE', [postedAt.toISOString()]) : { ok: true };
}

/**
 * From when a version of a notice counts: from its first posting at the site where one is proved, which cannot be before
 * it existed. Until one is, its publication stands in, so that a secretary sees early what an edit will cost.
 */
export function countedFrom({ version, publishedAt }: { readonly version: number; readonly publishedAt: Date }, proofs: readonly PostingProofFacts[]): Date {
  const hung = atSite(proofs.filter((proof) => proof.version === version));
  return hung.length === 0 ? publishedAt : new Date(Math.max(publishedAt.getTime(), Math.min(...hung)));
}

/** Hours after the one it was noticed for at which a meeting can still begin: late in the evening, and not on a day nobody knows of. */
export const LATEST_BEGINNING = 24;

/**
 * Calls a meeting to order: not before the hour the notice gives nor a day after it, for the notice says when (EC 35147,
 * Gov. Code 54954.2), and under the Greene and Brown Acts only with proof that it hung at the site in time (rule 5).
 */
export function decideCallToOrder(
  { state, startsAt, ...rule }: Pick<MeetingFacts, 'state' | 'startsAt' | 'law' | 'kind' | 'noticeHours'>, proofs: readonly PostingProofFacts[], now: Date,
): MeetingDecision {
  if (afterAct(state, 'CALL_TO_ORDER') === null || startsAt === null) return refuseMeeting('WRONG_STATE', [state]);
  if (now.getTime() < startsAt.getTime()) return refuseMeeting('TOO_EARLY', [startsAt.toISOString()]);
  if (now.getTime() > startsAt.getTime() + LATEST_BEGINNING * HOUR) return refuseMeeting('HOUR_PASSED', [startsAt.toISOString()]);
  if (!needsPostingProof(rule.law)) return { ok: true };
  const hung = atSite(proofs);
  if (hung.length === 0) return refuseMeeting('NO_POSTING_PROOF', [latestPosting(startsAt, rule).toISOString()]);
  return isTimely(new Date(Math.min(...hung)), startsAt, rule) ? { ok: true } : refuseMeeting('POSTED_TOO_LATE', [latestPosting(startsAt, rule).toISOString()]);
}

const atSite = (proofs: readonly PostingProofFacts[]): number[] => proofs.filter(({ where }) => where === 'SITE').map(({ postedAt }) => postedAt.getTime());
