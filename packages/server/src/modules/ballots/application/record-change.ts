import type { Statements } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { audit } from '../../people/index.ts';

/** What the clockwork listens to, so that every server learns of a new or moved deadline. */
export const CLOCKWORK = 'ballots:clockwork';

export const ballotTopic = (ballotId: string): string => `ballot:${ballotId}`;
export const environmentTopic = (environmentId: string): string => `environment:${environmentId}`;

export interface Change {
  readonly ballot: { readonly id: string; readonly schoolId: string; readonly environmentId: string };
  /** Nobody outside the committee has heard of this ballot yet, so its lists are not told that something moved. */
  readonly unannounced?: boolean;
  /** For example `ballot.opened`. */
  readonly kind: string;
  /** Null when the house itself acted. */
  readonly actorId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happenings, in the transaction of the change. */
export async function recordChange(
  { events }: Pick<House, 'events'>, em: Statements, { ballot, kind, actorId, detail = {}, unannounced = false }: Change,
): Promise<void> {
  await audit(em, { schoolId: ballot.schoolId, actorId, act: kind, subjectId: ballot.id, detail });
  const topics = [ballotTopic(ballot.id), CLOCKWORK, ...(unannounced ? [] : [environmentTopic(ballot.environmentId)])];
  await events.record(em, topics.map((topic) =>
    ({ schoolId: ballot.schoolId, topic, kind, subjectId: ballot.id })));
}
