import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { audit } from '../../../people/index.ts';

/** What the clockwork of elections listens to, beside that of ballots. */
export const ELECTION_CLOCKWORK = 'elections:clockwork';

export const electionTopic = (electionId: string): string => `election:${electionId}`;
export const electionsTopic = (environmentId: string): string => `elections:${environmentId}`;

export interface ElectionChange {
  readonly election: { readonly id: string; readonly schoolId: string; readonly environmentId: string };
  /** Nobody outside the committee has heard of it yet, so lists are not told that something moved. */
  readonly unannounced?: boolean;
  /** For example `election.noticed`. */
  readonly kind: string;
  /** Null when the house itself acted. */
  readonly actorId: string | null;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The last beat of every use case here: the audit row and the happenings, in the transaction of the change. */
export async function recordElection(
  { events }: Pick<House, 'events'>, em: Statements, { election, kind, actorId, detail = {}, unannounced = false }: ElectionChange,
): Promise<void> {
  await audit(em, { schoolId: election.schoolId, actorId, act: kind, subjectId: election.id, detail });
  const topics = [electionTopic(election.id), ELECTION_CLOCKWORK, ...(unannounced ? [] : [electionsTopic(election.environmentId)])];
  await events.record(em, topics.map((topic) => ({ schoolId: election.schoolId, topic, kind, subjectId: election.id })));
}
