import { createHash, randomBytes } from 'node:crypto';

export const sha256 = (bytes: Buffer | string): Buffer => createHash('sha256').update(bytes).digest();

/** An opaque token of 256 bits and the hash that is kept of it. */
export function newToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: sha256(token) };
}

/** The hash kept of a slip's or set-up link's token: SHA-256 of its 32 bytes. Null when it is not 64 hexadecimal digits. */
export const hashOfSlipToken = (token: string): Buffer | null =>
  /^[0-9a-f]{64}$/i.test(token) ? sha256(Buffer.from(token, 'hex')) : null;
