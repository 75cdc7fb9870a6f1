import { unhex } from '../secret/bytes.ts';

/**
 * The eight points whose order divides 8, without the sign bit, as encoded (little-endian y): under these, and only
 * these, a signature can verify for any message. RFC 8032 does not forbid them; OpenSSL happens to, others do not.
 */
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
]);

/** May this Ed25519 key stand for a voter? Its y must be below 2^255 − 19, and the point not of small order. */
export function isSoundEd25519Key(key: Uint8Array): boolean {
  if (key.length !== 32) return false;
  let text = '';
  for (const [at, byte] of key.entries()) text += (at === 31 ? byte & 0x7f : byte).toString(16).padStart(2, '0');
  return !SMALL_ORDER.has(text) && !isNonCanonical(key);
}

/** Only y from 2^255 − 19 to 2^255 − 1 has two encodings. */
function isNonCanonical(key: Uint8Array): boolean {
  return (key[31]! & 0x7f) === 0x7f && key[0]! >= 0xed && key.subarray(1, 31).every((byte) => byte === 0xff);
}

/** L, the order of the group, most significant byte first. */
const GROUP_ORDER = unhex('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed')!;

/** A signature whose second half is not below L has a twin that verifies too (RFC 8032, section 5.1.7). */
export function isSoundEd25519Signature(signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  for (let at = 0; at < 32; at += 1) {
    const difference = signature[63 - at]! - GROUP_ORDER[at]!;
    if (difference !== 0) return difference < 0;
  }
  return false;
}

const RSA_2048_BEGINS = unhex('30820122300d06092a864886f70d01010105000382010f003082010a0282010100')!;
const EXPONENT_65537 = unhex('0203010001')!;

/** Is this the one DER text of a 2048-bit RSA key with exponent 65537? Others could let an issuer mark papers. */
export function isIssuerKey(spki: Uint8Array): boolean {
  const modulus = RSA_2048_BEGINS.length;
  return spki.length === modulus + 256 + EXPONENT_65537.length
    && RSA_2048_BEGINS.every((byte, at) => spki[at] === byte)
    && EXPONENT_65537.every((byte, at) => spki[modulus + 256 + at] === byte)
    // 2048 bits means that the highest is set, and a product of two odd primes is odd.
    && spki[modulus]! >= 0x80 && spki[modulus + 255]! % 2 === 1;
}
