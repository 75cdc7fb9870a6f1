import type { Bytes } from '@plenary/count/secret';
import type { IssuerKey } from './issuer-key.ts';
import { encodePss } from './pss.ts';
import { inverse, power, toBytes, toNumber } from './whole-numbers.ts';

export interface Blinded {
  /** What the issuer sees: it says nothing about the message. */
  readonly blinded: Bytes;
  /** Takes the blinding off the issuer's answer; null unless what remains is its valid signature on the message. */
  unblind(answer: Uint8Array): Bytes | null;
}

/**
 * Blind and Finalize of RSABSSA-SHA384-PSS-Deterministic (RFC 9474, sections 4.2 and 4.4), with the salt and the
 * factor r given: the same voter sends the same bytes again after a reload, or from another device.
 *
 * The signature is verified against the very encoding that was blinded, which is stricter than RSASSA-PSS-VERIFY:
 * it leaves no second salt.
 */
export async function blind({ n, e, bits }: IssuerKey, message: Bytes, salt: Uint8Array, r: bigint): Promise<Blinded> {
  const bytes = Math.ceil(bits / 8);
  const encoded = toNumber(await encodePss(message, salt, bits - 1));
  const unblinding = inverse(r, n);
  if (unblinding === null || inverse(encoded, n) === null) throw new RangeError('not blindable');
  const blinded = toBytes((encoded * power(r, e, n)) % n, bytes);
  return {
    blinded,
    unblind(answer) {
      if (answer.length !== bytes) return null;
      const signature = (toNumber(answer) * unblinding) % n;
      return power(signature, e, n) === encoded ? toBytes(signature, bytes) : null;
    },
  };
}
