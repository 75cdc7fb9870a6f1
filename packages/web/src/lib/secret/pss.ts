import { type Bytes, concat, u32 } from '@plenary/count/secret';

const HASH = 'SHA-384';
const HASH_BYTES = 48;
export const SALT_BYTES = 48;

const digest = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest(HASH, bytes));

/** EMSA-PSS-ENCODE (RFC 8017, section 9.1.1) with SHA-384, MGF1 over SHA-384, and the salt it is given. */
export async function encodePss(message: Bytes, salt: Uint8Array, bits: number): Promise<Bytes> {
  if (salt.length !== SALT_BYTES) throw new RangeError('the salt has 48 bytes');
  const length = Math.ceil(bits / 8);
  const hash = await digest(concat(new Uint8Array(8), await digest(message), salt));
  const padding = new Uint8Array(length - SALT_BYTES - HASH_BYTES - 2);
  const block = concat(padding, Uint8Array.of(1), salt);
  const mask = await mask1(hash, block.length);
  for (let at = 0; at < block.length; at += 1) block[at]! ^= mask[at]!;
  block[0]! &= 0xff >>> (8 * length - bits);
  return concat(block, hash, Uint8Array.of(0xbc));
}

/** MGF1 (RFC 8017, appendix B.2.1). */
async function mask1(seed: Uint8Array, length: number): Promise<Bytes> {
  const blocks = await Promise.all(Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, counter) => digest(concat(seed, u32(counter)))));
  return concat(...blocks).slice(0, length);
}
