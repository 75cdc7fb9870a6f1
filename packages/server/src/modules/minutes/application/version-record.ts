import { createHash } from 'node:crypto';
import type { Statements } from '../../../platform/database/database.ts';
import type { MinutesBlock, Texts } from '../domain/blocks.ts';

export type VersionState = 'CIRCULATED' | 'APPROVED_AS_CORRECTED' | 'AMENDED';

/** A frozen version: as the body reads it, and as everybody may. */
export interface VersionRecord {
  readonly number: number;
  readonly state: VersionState;
  readonly blocks: readonly MinutesBlock[];
  readonly hash: string;
  readonly publicBlocks: readonly MinutesBlock[];
  readonly publicHash: string;
  /** What an amending motion changed, in its words. */
  readonly change: Texts | null;
  readonly motionId: string | null;
  readonly frozenAt: Date;
}

/** Every frozen version, the first one first; under the school's scope. */
export async function versionsOf(em: Statements, meetingId: string): Promise<VersionRecord[]> {
  const rows = await em.execute<{ whole: string }[]>(
    `select json_build_object('number', v.number, 'state', v.state, 'blocks', v.blocks, 'hash', v.hash, 'publicBlocks', v.public_blocks, 'publicHash', v.public_hash,
       'change', v.change, 'motionId', v.motion_id, 'frozenAt', floor(extract(epoch from v.frozen_at) * 1000))::text as whole
     from minutes_version v where v.meeting_id = ? order by v.number`, [meetingId]);
  return rows.map(({ whole }) => JSON.parse(whole, (key, value: unknown) => (key === 'frozenAt' ? new Date(value as number) : value)) as VersionRecord);
}

export interface Frozen {
  readonly meetingId: string;
  readonly schoolId: string;
  readonly number: number;
  readonly state: VersionState;
  readonly blocks: readonly MinutesBlock[];
  readonly publicBlocks: readonly MinutesBlock[];
  readonly change: Texts | null;
  readonly motionId: string | null;
  readonly actorId: string;
}

/** Adds a version, which nobody can change from then on; its hash. */
export async function freeze(em: Statements, { meetingId, schoolId, number, state, blocks, publicBlocks, change, motionId, actorId }: Frozen): Promise<string> {
  const hash = hashOf(meetingId, number, blocks);
  await em.execute(
    `insert into minutes_version (meeting_id, number, school_id, state, blocks, hash, public_blocks, public_hash, change, motion_id, frozen_by)
     values (?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?::jsonb, ?, ?)`,
    [meetingId, number, schoolId, state, JSON.stringify(blocks), hash, JSON.stringify(publicBlocks), hashOf(meetingId, number, publicBlocks), change && JSON.stringify(change), motionId, actorId]);
  return hash;
}

/**
 * SHA-256 in hex over `{"blocks":[...],"meetingId":...,"number":...}` as JSON without spaces, keys of every object in the
 * order of their code units, as anybody can write it from what the contract gives (RFC 8785 for text and whole numbers).
 */
export const hashOf = (meetingId: string, number: number, blocks: readonly MinutesBlock[]): string =>
  createHash('sha256').update(canonical({ meetingId, number, blocks })).digest('hex');

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const object = value as Record<string, unknown>;
  return `{${Object.keys(object).sort().map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`).join(',')}}`;
}
