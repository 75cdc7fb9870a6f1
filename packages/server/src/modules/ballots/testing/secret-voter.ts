import { type KeyObject, createHash, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import {
  ballotMessage, bodyBytesFor, castBody, commitmentOf, credentialMessage, encodeChoices, leafOf, receiptMessage, scopeOf,
} from '@plenary/count/secret';
import type { Question } from '@plenary/count';

/** What `/ballot/paper` answers, as a voter's browser reads it. */
export interface Paper {
  readonly definition: string;
  readonly constituency: string;
  readonly spki: string;
  readonly nonce: string;
  readonly issued: boolean;
}

const MODULUS_BYTES = 256;
const SALT_BYTES = 48;
const HASH_BYTES = 48;

/**
 * A voter's side of the secret ballot for tests: what the pages do, written a second time with Node's means and random
 * numbers instead of derived ones (RFC 9474, RSABSSA-SHA384-PSS).
 */
export class SecretVoter {
  readonly #keys = generateKeyPairSync('ed25519');
  readonly #modulus: bigint;
  readonly #factor: bigint;
  readonly scope: Uint8Array;
  readonly pk: Buffer;
  readonly question: Question & { readonly ballot: string; readonly receiptKey: string };
  readonly #issuer: KeyObject;
  #credential: Buffer | null = null;

  constructor(paper: Paper) {
    const spki = Buffer.from(paper.spki, 'base64');
    this.#issuer = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    this.#modulus = toBig(Buffer.from(this.#issuer.export({ format: 'jwk' }).n!, 'base64url'));
    this.#factor = toBig(randomBytes(MODULUS_BYTES)) % (this.#modulus - 1n) + 1n;
    const { options, ...definition } = JSON.parse(paper.definition) as Omit<Question, 'options'> & { ballot: string; receiptKey: string; options: { kind: Question['options'][number] }[] };
    this.question = { ...definition, options: options.map(({ kind }) => kind) };
    this.scope = scopeOf({
      ballotId: definition.ballot, constituencyId: paper.constituency, definition: new TextEncoder().encode(paper.definition), issuerSpki: spki,
    });
    this.pk = Buffer.from(this.#keys.publicKey.export({ format: 'jwk' }).x!, 'base64url');
  }

  /** What the issuer is asked to sign, 256 bytes. */
  blinded(): Buffer {
    const encoded = toBig(encode(credentialMessage(this.scope, this.pk)));
    return toBytes(encoded * power(this.#factor, 65_537n, this.#modulus) % this.#modulus);
  }

  /** Takes the issuer's answer. @throws when it is no signature. */
  unblind(signature: Buffer): Buffer {
    this.#credential = toBytes(toBig(signature) * inverse(this.#factor, this.#modulus) % this.#modulus);
    const good = verify('sha384', credentialMessage(this.scope, this.pk), { key: this.#issuer, padding: 6, saltLength: SALT_BYTES }, this.#credential);
    if (!good) throw new Error('the paper is not signed by its issuer');
    return this.#credential;
  }

  /** The bytes of a vote; `salt` only to send the same choices under another. */
  body(choices: readonly number[], revision = 1, salt: Uint8Array = createHash('sha256').update(this.pk).update(String(revision)).update(String(choices)).digest()): Buffer {
    const bytes = encodeChoices(choices);
    const sig = sign(null, ballotMessage(this.scope, this.pk, revision, commitmentOf(salt, bytes)), this.#keys.privateKey);
    return Buffer.from(castBody({ scope: this.scope, pk: this.pk, cred: this.#credential!, revision, salt, sig, choices: bytes }, bodyBytesFor(this.question)));
  }

  /** What stands for this vote in the log. */
  leaf(choices: readonly number[], revision = 1): Buffer {
    const salt = createHash('sha256').update(this.pk).update(String(revision)).update(String(choices)).digest();
    return Buffer.from(leafOf(this.scope, this.pk, revision, commitmentOf(salt, encodeChoices(choices))));
  }

  /** Whether those 96 bytes acknowledge exactly this vote. */
  accepts(receipt: Buffer, choices: readonly number[], revision = 1): boolean {
    const leaf = this.leaf(choices, revision);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(this.question.receiptKey, 'base64').toString('base64url') }, format: 'jwk' });
    return receipt.length === 96 && receipt.subarray(0, 32).equals(leaf) && verify(null, receiptMessage(leaf), key, receipt.subarray(32));
  }
}

/** EMSA-PSS-ENCODE (RFC 8017, 9.1.1) for a modulus of 2048 bits. */
function encode(message: Uint8Array): Buffer {
  const length = MODULUS_BYTES;
  const salt = randomBytes(SALT_BYTES);
  const digest = createHash('sha384').update(message).digest();
  const hashed = createHash('sha384').update(Buffer.alloc(8)).update(digest).update(salt).digest();
  const block = Buffer.concat([Buffer.alloc(length - SALT_BYTES - HASH_BYTES - 2), Buffer.of(1), salt]);
  const over = mask(hashed, block.length);
  const masked = Buffer.from(block.map((byte, n) => byte ^ over[n]!));
  masked[0]! &= 0x7f;
  return Buffer.concat([masked, hashed, Buffer.of(0xbc)]);
}

/** MGF1 over SHA-384. */
function mask(seed: Buffer, length: number): Buffer {
  const parts = Array.from({ length: Math.ceil(length / HASH_BYTES) }, (_, n) =>
    createHash('sha384').update(seed).update(Buffer.of(0, 0, n >> 8, n)).digest());
  return Buffer.concat(parts).subarray(0, length);
}

const toBig = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const toBytes = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(2 * MODULUS_BYTES, '0'), 'hex');

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let [square, left] = [base, exponent]; left > 0n; [square, left] = [square * square % modulus, left >> 1n]) {
    if (left & 1n) result = result * square % modulus;
  }
  return result;
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - a / b * y];
  return ((x % modulus) + modulus) % modulus;
}
