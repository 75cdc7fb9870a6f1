import type { Database, Watch } from '../database/database.ts';

/** One line of the feed: on which topics, to which subjects, and below which transaction all has been told. */
export interface Tidings {
  readonly xid: bigint;
  readonly touched: readonly (readonly [topic: string, subject: string | null])[];
}

/** How servers wake each other. PostgreSQL's NOTIFY is one way; a message bus would be another. */
export interface LiveFeed {
  hear(heard: (tidings: Tidings) => void, watch: Watch): Promise<() => Promise<void>>;
}

export const FEED_CHANNEL = 'happening';

/**
 * Statement that sends the chunks of its one parameter, a JSON array of strings.
 * Each carries the oldest transaction then running: notifications arrive in commit order, so whoever hears
 * one has heard everything below that transaction, and has a safe cursor without asking the database.
 */
export const TELL = `select pg_notify('${FEED_CHANNEL}', pg_snapshot_xmin(pg_current_snapshot())::text || ' ' || chunk)
  from jsonb_array_elements_text(?::jsonb) as chunk`;

/** A notification holds under 8,000 bytes. */
const CHUNK_BYTES = 7000;

/** Packs what was touched into as few chunks as fit. */
export function chunks(touched: Tidings['touched']): string[] {
  const packed: string[] = [];
  let current: string[] = [];
  let size = 0;
  for (const line of new Set(touched.map((each) => JSON.stringify(each)))) {
    const bytes = Buffer.byteLength(line) + 1;
    if (size + bytes > CHUNK_BYTES && current.length > 0) {
      packed.push(`[${current.join(',')}]`);
      current = [];
      size = 0;
    }
    current.push(line);
    size += bytes;
  }
  if (current.length > 0) packed.push(`[${current.join(',')}]`);
  return packed;
}

export function notifyFeed(db: Database): LiveFeed {
  return {
    hear: (heard, watch) => db.listen(FEED_CHANNEL, (payload) => {
      const at = payload.indexOf(' ');
      heard({ xid: BigInt(payload.slice(0, at)), touched: JSON.parse(payload.slice(at + 1)) as Tidings['touched'] });
    }, watch),
  };
}
