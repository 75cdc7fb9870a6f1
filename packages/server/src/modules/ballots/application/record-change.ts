import type { EntityManager } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

/** What the clockwork listens to, so that every server learns of a new or moved deadline. */
export const CLOCKWORK = 'ballots:clockwork';

export const ballotTopic = (ballotId: string): string => `ballot:${ballotId}`;
export const environmentTopic = (environmentId: string): string => `environment:${environmentId}`;

export interface Change {
  readonly ballot: { readonly id: string; readonly schoolId: string; readonly environmentId: string };
  /** For example `ballot.opened`. */
  readonly kind: string;
  /** Null when the house itself acted. */
  readonly actorId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happenings, in the transaction of the change. */
export async function recordChange({ events }: Pick<House, 'events'>, em: EntityManager, { ballot, kind, actorId, detail = {} }: Change): Promise<void> {
  await audit(em, { schoolId: ballot.schoolId, actorId, act: kind, subjectId: ballot.id, detail });
  await events.record(em, [ballotTopic(ballot.id), environmentTopic(ballot.environmentId), CLOCKWORK].map((topic) =>
    ({ schoolId: ballot.schoolId, topic, kind, subjectId: ballot.id })));
}
