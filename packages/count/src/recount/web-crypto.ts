import { type Bytes, concat, hex, unhex } from '../secret/bytes.ts';
import { ED25519_SPKI, type VerifyCrypto } from './crypto.ts';
import { isSoundEd25519Key, isSoundEd25519Signature } from './keys.ts';

/** What is needed of `crypto.subtle`, in a shape that neither Node's types nor the browser's have to lend. */
export interface Subtle {
  importKey(format: 'spki', key: Bytes, algorithm: object, extractable: boolean, usages: 'verify'[]): Promise<object>;
  verify(algorithm: object, key: never, signature: Bytes, message: Bytes): Promise<boolean>;
}

export type VerifyEd25519 = VerifyCrypto['verifyEd25519'];

/**
 * Signature checks by the browser. One without Ed25519 (before Chrome 137, Firefox 129, Safari 17) needs another
 * function for it; whatever its library thinks of small-order keys, they are refused here.
 */
export function webCrypto(subtle: Subtle, otherEd25519?: VerifyEd25519): VerifyCrypto {
  const prefix = unhex(ED25519_SPKI)!;
  const issuers = new Map<string, Promise<object>>();
  const issuer = (spki: Uint8Array) => {
    const name = hex(spki);
    let key = issuers.get(name);
    if (key === undefined) {
      key = subtle.importKey('spki', new Uint8Array(spki), { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify']);
      issuers.set(name, key);
    }
    return key;
  };
  const holds = async (algorithm: object, key: Promise<object>, message: Uint8Array, signature: Uint8Array) => {
    try {
      return await subtle.verify(algorithm, (await key) as never, new Uint8Array(signature), new Uint8Array(message));
    } catch {
      return false;
    }
  };
  return {
    verifyRsaPss: (spki, message, signature) => holds({ name: 'RSA-PSS', saltLength: 48 }, issuer(spki), message, signature),
    verifyEd25519: async (publicKey, message, signature) => {
      if (!isSoundEd25519Key(publicKey) || !isSoundEd25519Signature(signature)) return false;
      if (otherEd25519 !== undefined) return otherEd25519(publicKey, message, signature);
      const key = subtle.importKey('spki', concat(prefix, publicKey), { name: 'Ed25519' }, false, ['verify']);
      return holds({ name: 'Ed25519' }, key, message, signature);
    },
  };
}

/** Can this browser check Ed25519 itself? Tried with a key that any implementation accepts (RFC 8032, test 1). */
export async function hasEd25519(subtle: Subtle): Promise<boolean> {
  const key = unhex(`${ED25519_SPKI}d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a`)!;
  try {
    await subtle.importKey('spki', key, { name: 'Ed25519' }, false, ['verify']);
    return true;
  } catch {
    return false;
  }
}
