import { createHash } from 'node:crypto';

/** An opaque UUID (version 8, RFC 9562) for a household: the same people, the same id, on any machine. */
export function householdId(schoolId: string, name: string): string {
  const hex = createHash('sha256').update(`household:${schoolId}:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
