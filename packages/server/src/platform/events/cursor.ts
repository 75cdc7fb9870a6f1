/**
 * A place in the stream of happenings: every transaction below `xid` had ended when it was taken, and was heard.
 *
 * Reading on means reading every visible row with `xid >= cursor.xid`. Nothing can be missed: a transaction
 * below it was visible then, one at or above it is read now. The price is that what ran beside it may be read
 * twice, so readers must not mind (they re-read the subject). Reading by `id > last` instead loses rows, because
 * ids are taken before commits; waiting until all older transactions end delays every page behind one long import.
 */
export interface Position {
  readonly xid: bigint;
  /** When it was taken, in Unix seconds: tells what has outlived the outbox. */
  readonly at: number;
}

export function writeCursor({ xid, at }: Position): string {
  return Buffer.from(`${xid}.${at}`).toString('base64url');
}

/** Null when it is not one of ours. */
export function readCursor(cursor: string): Position | null {
  if (!/^[\w-]{4,48}$/.test(cursor)) return null;
  const parts = /^(\d{1,20})\.(\d{1,12})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  return parts ? { xid: BigInt(parts[1]!), at: Number(parts[2]) } : null;
}
