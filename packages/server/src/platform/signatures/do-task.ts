import { constants, createPublicKey, sign, verify } from 'node:crypto';
import type { Check, Outcome, Task } from './task.ts';

/** SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes (RFC 8410). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export function doTask({ checks, sign: toSign }: Task): Outcome {
  const failed = checks.findIndex((check) => !holds(check));
  if (failed >= 0) return { failed, signature: null };
  return { failed: null, signature: toSign === null ? null : new Uint8Array(sign(null, toSign.message, toSign.key)) };
}

function holds(check: Check): boolean {
  if (check.kind === 'RSA_PSS') {
    return verify('sha384', check.message, { key: check.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, check.signature);
  }
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, check.key]), format: 'der', type: 'spki' });
  return verify(null, check.message, key, check.signature);
}
