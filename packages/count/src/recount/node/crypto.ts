import { type KeyObject, constants, createPublicKey, verify } from 'node:crypto';
import { ED25519_SPKI, type VerifyCrypto } from '../crypto.ts';
import { isSoundEd25519Key, isSoundEd25519Signature } from '../keys.ts';

const prefix = Buffer.from(ED25519_SPKI, 'hex');

/** Signature checks on OpenSSL's threads: Node only, and no part of what the pages load. */
export function nodeCrypto(): VerifyCrypto {
  const issuers = new Map<string, KeyObject>();
  const issuer = (spki: Uint8Array) => {
    const name = Buffer.from(spki).toString('base64');
    let key = issuers.get(name);
    if (key === undefined) {
      key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
      issuers.set(name, key);
    }
    return key;
  };
  const answer = (check: (done: (error: Error | null, holds: boolean) => void) => void) => new Promise<boolean>((resolve) => {
    try {
      check((error, holds) => resolve(error === null && holds));
    } catch {
      resolve(false);
    }
  });
  return {
    verifyRsaPss: (spki, message, signature) => answer((done) => verify(
      'sha384', message, { key: issuer(spki), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, signature, done,
    )),
    verifyEd25519: (publicKey, message, signature) => answer((done) => {
      if (!isSoundEd25519Key(publicKey) || !isSoundEd25519Signature(signature)) done(null, false);
      else verify(null, message, { key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' }, signature, done);
    }),
  };
}
