import { MerkleLog } from '@plenary/count/secret';
import type { Statements } from '../../../../platform/database/database.ts';

/** One constituency's log after the close. */
export interface PublishedLog {
  readonly root: Uint8Array;
  /** Leaves of each batch, in order. */
  readonly batches: readonly number[];
  /** Different voters' keys. */
  readonly ballots: number;
}

const EMPTY: PublishedLog = { root: new MerkleLog().root(), batches: [], ballots: 0 };

/** The log of every constituency of a counted ballot; one in which nobody voted has an empty one. */
export async function logsOf(em: Statements, ballotId: string): Promise<(constituency: string) => PublishedLog> {
  const keys = await em.execute<{ constituency: string; ballots: number }[]>(
    'select constituency, count(distinct pk)::int as ballots from box.published where ballot_id = ? group by 1', [ballotId]);
  const logs = new Map<string, PublishedLog>();
  for (const { constituency, ballots } of keys) logs.set(constituency, { ballots, ...await treeOf(em, ballotId, constituency) });
  return (constituency) => logs.get(constituency) ?? EMPTY;
}

async function treeOf(em: Statements, ballotId: string, constituency: string): Promise<Pick<PublishedLog, 'root' | 'batches'>> {
  const leaves = await em.execute<{ leaf: string; batch: number }[]>(
    `select encode(leaf, 'hex') as leaf, batch from box.published where ballot_id = ? and constituency = ? order by batch, leaf`,
    [ballotId, constituency]);
  const tree = new MerkleLog();
  const batches: number[] = [];
  for (const { leaf, batch } of leaves) {
    tree.append(Buffer.from(leaf, 'hex'));
    batches[batch] = (batches[batch] ?? 0) + 1;
  }
  return { root: tree.root(), batches };
}
