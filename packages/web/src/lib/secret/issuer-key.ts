import { unhex } from '@plenary/count/secret';
import { toNumber } from './whole-numbers.ts';

export interface IssuerKey {
  readonly n: bigint;
  readonly e: bigint;
  readonly bits: number;
}

/** DER of every RSA key with 2048 bits and e = 65537: only the modulus between the two differs. */
const BEFORE = unhex('30820122300d06092a864886f70d01010105000382010f003082010a0282010100')!;
const AFTER = unhex('0203010001')!;
const MODULUS_BYTES = 256;

/**
 * The issuer's key out of its SubjectPublicKeyInfo; null unless it has exactly 2048 bits and e = 65537. A key of
 * another shape could make the blinding leak, so it is refused before anything is computed with it.
 */
export function readIssuerKey(spki: Uint8Array): IssuerKey | null {
  const modulus = spki.subarray(BEFORE.length, BEFORE.length + MODULUS_BYTES);
  const rest = spki.subarray(BEFORE.length + MODULUS_BYTES);
  if (spki.length !== BEFORE.length + MODULUS_BYTES + AFTER.length) return null;
  if (!BEFORE.every((byte, at) => spki[at] === byte) || !AFTER.every((byte, at) => rest[at] === byte)) return null;
  const n = toNumber(modulus);
  return modulus[0]! >= 0x80 && n % 2n === 1n ? { n, e: 65_537n, bits: 2048 } : null;
}
