import { type KeyObject, createPublicKey, sign } from 'node:crypto';
import { MerkleLog, checkpointNote, logOrigin, noteKeyName } from '@plenary/count/secret';
import { keeper } from '../../../../platform/database/database.ts';
import type { House } from '../../../../platform/room.ts';
import { privateKeyFrom } from './open-pools.ts';

/** The log of one constituency, as far as it goes by now. */
interface Log {
  readonly ballotId: string;
  readonly schoolId: string;
  readonly constituency: string;
  readonly constituencyId: string;
  /** Size of the newest checkpoint. */
  readonly signed: number;
}

/**
 * Signs how far each open log has come, where it has come further than the last checkpoint says: a copy kept anywhere
 * else shows whether the published log is the same. What a batch holds never changes, so this needs no lock.
 */
export async function signCheckpoints(house: Pick<House, 'db'>, ballotId: string | null = null): Promise<void> {
  const grown = await house.db.under(keeper).execute<Log[]>(
    `select p.ballot_id as "ballotId", p.school_id as "schoolId", p.constituency, c.id as "constituencyId", k.signed
     from box.paper p join ballot_constituency c on c.ballot_id = p.ballot_id and c.constituency = p.constituency
     cross join lateral (select coalesce(max(size), 0) as signed from ballot_checkpoint
       where ballot_id = p.ballot_id and constituency = p.constituency) k
     where p.batch is not null and (?::uuid is null or p.ballot_id = ?::uuid)
     group by p.ballot_id, p.school_id, p.constituency, c.id, k.signed
     having count(*) > k.signed`, [ballotId, ballotId]);
  for (const log of grown) await signCheckpoint(house, log);
}

async function signCheckpoint({ db }: Pick<House, 'db'>, log: Log): Promise<void> {
  const em = db.under(keeper);
  const [key] = await em.execute<{ key: string }[]>(`select encode(private_key, 'hex') as key from box.signer where ballot_id = ?`, [log.ballotId]);
  if (key === undefined) return;
  const leaves = await em.execute<{ leaf: string; batch: number }[]>(
    `select encode(leaf, 'hex') as leaf, batch from box.paper
     where ballot_id = ? and constituency = ? and batch is not null order by batch, leaf`, [log.ballotId, log.constituency]);
  const signer = privateKeyFrom(key.key);
  const tree = new MerkleLog();
  for (const [n, { leaf, batch }] of leaves.entries()) {
    tree.append(Buffer.from(leaf, 'hex'));
    // After every batch, those too that a crash kept from being signed in their time.
    if (leaves[n + 1]?.batch === batch || tree.size <= log.signed) continue;
    await em.execute(
      `insert into ballot_checkpoint (ballot_id, constituency, school_id, size, note) values (?, ?, ?, ?, ?) on conflict do nothing`,
      [log.ballotId, log.constituency, log.schoolId, tree.size, noteOf(log, tree, signer)]);
  }
}

function noteOf({ ballotId, constituencyId }: Log, tree: MerkleLog, signer: KeyObject): string {
  const publicKey = createPublicKey(signer).export({ format: 'der', type: 'spki' }).subarray(-32);
  return checkpointNote(
    { origin: logOrigin(ballotId, constituencyId), size: tree.size, root: tree.root() },
    { name: noteKeyName(ballotId), publicKey }, (message) => sign(null, message, signer));
}
