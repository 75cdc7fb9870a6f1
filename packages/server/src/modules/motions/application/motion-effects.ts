import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import type { SittingRecord, SittingRefusal } from '../../meetings/index.ts';
import type { MotionKind } from '../domain/choosing-threshold.ts';
import type { Texts } from '../domain/motion.ts';
import type { Threshold, VoteCounts } from '../domain/threshold.ts';
import type { MotionRecord } from './motion-record.ts';

/** A motion that is about to be adopted. */
export interface Adopted {
  readonly motion: MotionRecord;
  /** As amended. */
  readonly text: Texts;
  /** As it was before the announcement. */
  readonly sitting: SittingRecord;
  /** Null: adopted without objection. */
  readonly counts: VoteCounts | null;
  /** Voting seats that are filled. */
  readonly members: number;
  /** Who announces. */
  readonly actorId: string;
}

/** A motion that was voted down. */
export type VotedDown = Pick<Adopted, 'sitting' | 'actorId'> & { readonly motionId: string; readonly aboutId: string | null };

/** What an adopted motion does beside being on record, in the same transaction; or why it cannot be, having written nothing. */
export type MotionEffect = (em: EntityManager, house: House, adopted: Adopted) => Promise<readonly SittingRefusal[] | null>;

export interface MotionEffectRule {
  /** A motion of the kind needs one of these, or more; the first one unless another is chosen. Left out: what the body usually asks. */
  readonly anyOf?: readonly Threshold[];
  /** The same where its item did not stand on the posted notice; left out: no matter. */
  readonly withoutNotice?: readonly Threshold[];
  /** What a motion of the kind does when it is voted down, in the same transaction. */
  readonly votedDown?: (em: EntityManager, house: House, down: VotedDown) => Promise<void>;
}

const effects = new Map<MotionKind, MotionEffect>();
const rules = new Map<MotionKind, MotionEffectRule>();

/** Called once by a later room while the house is composed, from its index. @throws when the kind has an effect already. */
export function addMotionEffect(kind: MotionKind, effect: MotionEffect, rule: MotionEffectRule = {}): void {
  const known = effects.get(kind);
  if (known === effect) return;
  if (known !== undefined) throw new Error(`two effects of ${kind}`);
  effects.set(kind, effect);
  rules.set(kind, rule);
}

export const effectOf = (kind: MotionKind): MotionEffect | null => effects.get(kind) ?? null;

export const votedDownOf = (kind: MotionKind): MotionEffectRule['votedDown'] => rules.get(kind)?.votedDown;

/** Every way in which a motion of the kind may be adopted; empty: as the body usually does. */
export const leastOf = (kind: MotionKind): readonly Threshold[] => rules.get(kind)?.anyOf ?? [];

export const leastWithoutNotice = (kind: MotionKind): readonly Threshold[] => rules.get(kind)?.withoutNotice ?? leastOf(kind);
