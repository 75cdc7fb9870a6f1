import type { Bytes } from '@plenary/count/secret';

/** OS2IP (RFC 8017): bytes as one number, most significant first. */
export function toNumber(bytes: Uint8Array): bigint {
  let text = '0x0';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return BigInt(text);
}

/** I2OSP (RFC 8017). @throws {RangeError} when the number does not fit. */
export function toBytes(value: bigint, length: number): Bytes {
  const text = value.toString(16).padStart(2 * length, '0');
  if (value < 0n || text.length > 2 * length) throw new RangeError('the number does not fit');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(text.slice(2 * at, 2 * at + 2), 16));
}

export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Null when there is none, which for an RSA modulus would mean that one of its factors was found. */
export function inverse(value: bigint, modulus: bigint): bigint | null {
  let [rest, next] = [modulus, value % modulus];
  let [sum, add] = [0n, 1n];
  while (next !== 0n) {
    const quotient = rest / next;
    [rest, next] = [next, rest - quotient * next];
    [sum, add] = [add, sum - quotient * add];
  }
  return rest === 1n ? ((sum % modulus) + modulus) % modulus : null;
}
