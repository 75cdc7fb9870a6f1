import type { Statements } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import type { BallotRecord } from '../ballot-record.ts';
import { electionTopic } from './record-election.ts';

/** An election opens first and its ballots a moment later; whoever has its page open learns only now that they may vote. */
export async function ballotOpened({ events }: Pick<House, 'events'>, em: Statements, { electionId, schoolId }: BallotRecord): Promise<void> {
  if (electionId === null) return;
  await em.execute('update election set version = version + 1 where id = ?', [electionId]);
  await events.record(em, [{ schoolId, topic: electionTopic(electionId), kind: 'election.ballot-opened', subjectId: electionId }]);
}
