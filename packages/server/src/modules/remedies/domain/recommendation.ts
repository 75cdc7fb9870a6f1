import type { RemedyRefusal } from './refusal.ts';
import { remedyRefusal } from './refusal.ts';

/** OWED, on an agenda of the deciding body, past its day, or answered. */
export const RECOMMENDATION_STATES = ['OWED', 'ON_AGENDA', 'OVERDUE', 'ANSWERED'] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

export const RESPONSE_KINDS = ['ACCEPTED', 'IN_PART', 'DECLINED'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** Days within which a deciding body answers in writing, unless the recommending motion says a day. */
export const RESPONSE_DAYS = 30;

/** When an answer is owed, `yyyy-mm-dd`: by the day the motion says, or so many days after it was adopted. */
export const dueOn = (decidedOn: string, asMoved: string | null): string =>
  asMoved ?? new Date(Date.parse(decidedOn) + RESPONSE_DAYS * 86_400_000).toISOString().slice(0, 10);

/** Where a recommendation stands on the day `today`; an answer that came late is an answer. */
export function standingOfRecommendation({ given, due, onAgenda }: { readonly given: boolean; readonly due: string; readonly onAgenda: boolean }, today: string): RecommendationState {
  if (given) return 'ANSWERED';
  if (today > due) return 'OVERDUE';
  return onAgenda ? 'ON_AGENDA' : 'OWED';
}

export interface AdvisedBody {
  readonly id: string;
  readonly environmentId: string;
  readonly authority: 'DECIDING' | 'ADVISORY';
  readonly closed: boolean;
}

/** An advisory body recommends to one that decides, where both are. */
export const mayRecommend = (from: AdvisedBody, to: AdvisedBody): boolean =>
  from.authority === 'ADVISORY' && to.authority === 'DECIDING' && from.environmentId === to.environmentId && from.id !== to.id && !to.closed;

/** What an answer rests on. */
export interface ResponseGround {
  /** It names a motion; whether the deciding body adopted that one. */
  readonly motion: { readonly adopted: boolean } | null;
  /** Whoever gives it is chair or vice-chair of the deciding body. */
  readonly chairs: boolean;
}

/** An answer is the body's, by its own motion, or its chair's. A draft rests on nothing yet. */
export function unlessGrounded({ motion, chairs }: ResponseGround, give: boolean): RemedyRefusal | null {
  if (motion !== null && !motion.adopted) return remedyRefusal('NO_SUCH_MOTION');
  return give && motion === null && !chairs ? remedyRefusal('MOTION_OR_CHAIR', 'bylaws') : null;
}

/** What the viewer is to a recommendation: somebody who prepares the deciding body's meetings, or not. */
export interface RecommendationLooker {
  readonly answers: boolean;
  readonly chairs: boolean;
}

export const recommendationPermissions = ({ answers, chairs }: RecommendationLooker, state: RecommendationState) =>
  ({ draft: answers && state !== 'ANSWERED', giveAsChair: answers && chairs && state !== 'ANSWERED' });

/** A draft of an answer is read by those who write it. */
export const maySeeResponse = ({ answers }: RecommendationLooker, given: boolean): boolean => given || answers;
