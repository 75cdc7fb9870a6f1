import { createHash } from 'node:crypto';
import type pg from 'pg';

const names = new Map<string, string>();

/**
 * One statement, its places numbered, in a transaction that `enter` has put under a scope; the values travel beside it
 * and never become text. Beginning, statement and end are sent together and answered together (the pool's connections
 * are pipelined): what follows a fault is skipped by the database, and the end of a failed transaction undoes it.
 *
 * The statement stays prepared on its connection under a name, because planning a batch of votes costs the database
 * half of what carrying it out does. So there must be few different ones, and none may be made up as it goes. And a plan
 * that is kept must not have been made for a table that was still small: where there is an index, it is used.
 */
export async function sendSealed(pool: pg.Pool, enter: string, sql: string, params: readonly unknown[]): Promise<object[]> {
  const client = await pool.connect();
  let lost = false;
  // While it is lent nobody else listens, and a connection cut under it would end the process.
  const onLost = () => { lost = true; };
  client.on('error', onLost);
  try {
    const [begun, answered, ended] = await Promise.allSettled([
      client.query(`begin; set local enable_seqscan = off; ${enter}`),
      client.query<object>({ name: nameOf(sql), text: sql, values: [...params] }),
      client.query('commit'),
    ]);
    // A connection that cannot begin or end is not given to the next.
    lost ||= begun.status === 'rejected' || ended.status === 'rejected';
    for (const each of [begun, answered, ended]) if (each.status === 'rejected') throw each.reason;
    return (answered as PromiseFulfilledResult<pg.QueryResult<object>>).value.rows;
  } finally {
    client.off('error', onLost);
    client.release(lost);
  }
}

function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) names.set(sql, name = `sealed_${createHash('sha256').update(sql).digest('hex').slice(0, 32)}`);
  return name;
}
