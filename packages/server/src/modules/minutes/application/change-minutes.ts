import { type EntityManager, school } from '../../../platform/database/database.ts';
import { coded } from '../../../platform/graphql/errors.ts';
import type { House } from '../../../platform/room.ts';
import { type SittingLooker, type SittingRecord, sittingLooker, sittingsById } from '../../meetings/index.ts';
import { type ViewerFacts, isUuid } from '../../people/index.ts';
import type { MinutesFault } from '../domain/minutes-wording.ts';
import type { MinutesRefusal } from '../domain/refusal.ts';
import { isKeptElsewhere } from './kept-elsewhere.ts';
import { type MinutesRecord, lockMinutes } from './minutes-record.ts';
import { recordMinutes } from './record-minutes.ts';

/** Which minutes, and the version of them the person saw. */
export interface MinutesAt {
  readonly id: string;
  readonly version: number;
}

export type MinutesAnswer =
  | { readonly answer: 'CHANGED' | 'STALE'; readonly meetingId: string }
  | { readonly answer: 'REFUSED'; readonly meetingId: string; readonly refusals: readonly MinutesRefusal[] }
  | { readonly answer: 'FAULTY'; readonly faults: readonly MinutesFault[] };

export interface ChangingMinutes {
  readonly em: EntityManager;
  readonly minutes: MinutesRecord;
  readonly sitting: SittingRecord;
  readonly looker: SittingLooker;
  readonly viewer: ViewerFacts;
}

/** What a change came to: reasons against it or faults, having written nothing; or what the record says of it in ids, codes and counts. */
export type MinutesOutcome =
  | { readonly refusals: readonly MinutesRefusal[] }
  | { readonly faults: readonly MinutesFault[] }
  | { readonly done: Readonly<Record<string, unknown>> };

/**
 * The beats of every act on minutes, and its answer: open, ask the policy, load under a lock; `change` asks its rules and
 * writes, or says why not.
 * @throws NOT_FOUND when the meeting has no minutes, or `permit` says no.
 */
export function changeMinutes(
  house: House, viewer: ViewerFacts, { id, version }: MinutesAt, kind: string,
  permit: (looker: SittingLooker) => boolean, change: (changing: ChangingMinutes) => Promise<MinutesOutcome>,
): Promise<MinutesAnswer> {
  return house.db.transaction(school(viewer.schoolId), async (em): Promise<MinutesAnswer> => {
    const [sitting] = isUuid(id) ? await sittingsById(em, [id.toLowerCase()]) : [];
    if (sitting === undefined || sitting.calledToOrderAt === null) throw coded('NOT_FOUND');
    const looker = sittingLooker(viewer, sitting);
    if (!permit(looker) || await isKeptElsewhere(em, sitting.id)) throw coded('NOT_FOUND');
    const minutes = await lockMinutes(em, sitting);
    if (minutes.version !== version) return { answer: 'STALE', meetingId: sitting.id };
    const outcome = await change({ em, minutes, sitting, looker, viewer });
    if ('refusals' in outcome) return { answer: 'REFUSED', meetingId: sitting.id, refusals: outcome.refusals };
    if ('faults' in outcome) return { answer: 'FAULTY', faults: outcome.faults };
    await recordMinutes(house, em, { minutes, kind, actorId: viewer.personId, detail: outcome.done });
    return { answer: 'CHANGED', meetingId: sitting.id };
  });
}

/** Another version of them. */
export const grownMinutes = (em: EntityManager, meetingId: string): Promise<unknown> =>
  em.execute('update minutes set version = version + 1, updated_at = clock_timestamp() where meeting_id = ?', [meetingId]);
