import type { Question } from '../definition.ts';
import { type Bytes, concat, readU16, readU32, u16, u32 } from './bytes.ts';
import { mostNumbers } from './choices.ts';

export const CAST_VERSION = 1;
/** A voter may change a vote this often, less one. */
export const MAX_REVISION = 1000;
/** Bodies are padded to a multiple of this. */
const STEP = 512;
/** Version, scope, key, credential, revision, salt, signature and the choices' length. */
const FIXED = 1 + 32 + 32 + 256 + 4 + 32 + 64 + 2;
/** 65,535 options are more than any question has. */
const LONGEST = STEP * Math.ceil((FIXED + 0xffff) / STEP);

/** One vote on its way into the box. */
export interface Cast {
  readonly scope: Uint8Array;
  readonly pk: Uint8Array;
  /** The issuer's signature on the voter's key, unblinded. */
  readonly cred: Uint8Array;
  readonly revision: number;
  readonly salt: Uint8Array;
  /** The voter's signature. */
  readonly sig: Uint8Array;
  readonly choices: Uint8Array;
}

export type ReadCast = { readonly ok: true; readonly cast: Cast } | { readonly ok: false; readonly fault: 'form' | 'range' | 'length' };

/** The size of every body of this question: the smallest multiple of 512 that fits its longest answer. */
export function bodyBytesFor(question: Question): number {
  return STEP * Math.ceil((FIXED + 2 + 2 * mostNumbers(question)) / STEP);
}

/** @throws {RangeError} when a part has not its size, or the choices do not fit into `bodyBytes`. */
export function castBody(cast: Cast, bodyBytes: number): Bytes {
  const sizes: [Uint8Array, number][] = [[cast.scope, 32], [cast.pk, 32], [cast.cred, 256], [cast.salt, 32], [cast.sig, 64]];
  if (sizes.some(([part, size]) => part.length !== size)) throw new RangeError('a part of the cast has the wrong size');
  const rest = bodyBytes - FIXED - cast.choices.length;
  if (rest < 0) throw new RangeError('the choices do not fit');
  return concat(
    Uint8Array.of(CAST_VERSION), cast.scope, cast.pk, cast.cred, u32(cast.revision), cast.salt, cast.sig,
    u16(cast.choices.length), cast.choices, new Uint8Array(rest),
  );
}

/**
 * Reads a body as far as it needs no knowledge of the ballot: whether its size is the question's, and the choices
 * an answer to it, is for whoever knows the scope. The parts are views into `bytes`.
 */
export function readCastBody(bytes: Uint8Array): ReadCast {
  if (bytes.length === 0 || bytes.length % STEP !== 0 || bytes.length > LONGEST) return { ok: false, fault: 'length' };
  if (bytes[0] !== CAST_VERSION) return { ok: false, fault: 'form' };
  const end = FIXED + readU16(bytes, FIXED - 2);
  if (end > bytes.length) return { ok: false, fault: 'length' };
  if (bytes.subarray(end).some((byte) => byte !== 0)) return { ok: false, fault: 'form' };
  const revision = readU32(bytes, 321);
  if (revision < 1 || revision > MAX_REVISION) return { ok: false, fault: 'range' };
  return {
    ok: true,
    cast: {
      scope: bytes.subarray(1, 33), pk: bytes.subarray(33, 65), cred: bytes.subarray(65, 321), revision,
      salt: bytes.subarray(325, 357), sig: bytes.subarray(357, 421), choices: bytes.subarray(FIXED, end),
    },
  };
}
