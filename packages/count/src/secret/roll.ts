import { type Bytes, compare, concat, uuidBytes } from './bytes.ts';
import { rollEntry, tag } from './layout.ts';
import { sha256 } from './sha256.ts';

/** What fixes a frozen roll: published with the bundle, opened by nobody but the school. The order of people never matters. */
export function rollHashOf(constituencyId: string, rollSalt: Uint8Array, personIds: readonly string[]): Bytes {
  const entries = personIds.map((id) => rollEntry(rollSalt, id)).sort(compare);
  return sha256(concat(tag('roll'), uuidBytes(constituencyId), ...entries));
}
