import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

export interface IssuerKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Buffer;
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
}

export interface SignerKey {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** Keys of one secret ballot: an issuer for each constituency, and the one that signs receipts and checkpoints. */
export interface BallotKeys {
  readonly issuers: ReadonlyMap<string, IssuerKey>;
  readonly signer: SignerKey;
}

/** RSA-2048 with e = 65537, of the plain kind: Node refuses raw operations on `rsa-pss` keys. */
async function issuerKey(): Promise<IssuerKey> {
  const { publicKey, privateKey } = await generate('rsa', {
    modulusLength: 2048, publicExponent: 65_537,
    publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { spki: publicKey, privateKey };
}

async function signerKey(): Promise<SignerKey> {
  const { publicKey, privateKey } = await generate('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' }, privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey: publicKey.subarray(-32), privateKey };
}

/** Drawn before the transaction that opens the ballot: finding primes takes a fraction of a second each. */
export async function drawKeys(constituencies: readonly string[]): Promise<BallotKeys> {
  const [signer, ...issuers] = await Promise.all([signerKey(), ...constituencies.map(() => issuerKey())]);
  return { signer, issuers: new Map(constituencies.map((each, n) => [each, issuers[n]!])) };
}
