import { type KeyObject, constants, createPublicKey, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import {
  type Cast, ballotMessage, commitmentOf, concat, credentialMessage, decodeChoices, hex, leafOf, readCastBody, receiptMessage,
} from '@plenary/count/secret';
import type { BallotHall } from '../ballot-hall.ts';
import type { SecretCast } from './secret-cast.ts';
import type { Pool } from './open-pools.ts';

/** Off the event loop, in libuv's threads. */
const checked = promisify(verify);

/** SubjectPublicKeyInfo of an Ed25519 key, up to its 32 bytes (RFC 8410). */
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * One vote, from nobody known. In the order in which junk is cheapest to throw away: form, scope, the issuer's
 * signature, the voter's, how often this voter came; then the box, under the ballot's lock. Nothing of it is written anywhere but there.
 */
export async function castSecret(hall: BallotHall, body: Uint8Array): Promise<SecretCast> {
  const read = readCastBody(body);
  if (!read.ok) return { answer: read.fault };
  const { cast } = read;
  const pool = await hall.pools.byScope(cast.scope);
  if (pool === null) return { answer: 'scope' };
  if (body.length !== pool.body) return { answer: 'length' };
  const choices = decodeChoices(pool.question, cast.choices);
  if (!choices.ok) return { answer: choices.fault === 'LENGTH' ? 'form' : 'range' };
  if (!await isIssued(cast, pool)) return { answer: 'credential' };
  const commitment = commitmentOf(cast.salt, cast.choices);
  if (!await isSigned(cast, commitment)) return { answer: 'signature' };
  const throttled = await hall.limits.change(cast.pk);
  if (throttled !== null) return throttled;
  const leaf = leafOf(cast.scope, cast.pk, cast.revision, commitment);
  return drop(hall, pool, cast, commitment, leaf);
}

function isIssued({ scope, pk, cred }: Cast, { issuer }: Pool): Promise<boolean> {
  return checked('sha384', credentialMessage(scope, pk), { key: issuer, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }, cred);
}

async function isSigned({ scope, pk, revision, sig }: Cast, commitment: Uint8Array): Promise<boolean> {
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, pk]), format: 'der', type: 'spki' });
  return checked(null, ballotMessage(scope, pk, revision, commitment), key, sig);
}

async function drop(hall: BallotHall, pool: Pool, cast: Cast, commitment: Uint8Array, leaf: Uint8Array): Promise<SecretCast> {
  // Without the key there is no receipt, so the vote may not go in either.
  const signer = await hall.pools.signerKey(pool);
  if (signer === null) return { answer: 'closed' };
  const written = await hall.secretWriter.put(pool, {
    constituency: pool.constituency, pk: hex(cast.pk), revision: cast.revision, credential: hex(cast.cred), commitment: hex(commitment),
    signature: hex(cast.sig), leaf: hex(leaf), salt: hex(cast.salt), choices: hex(cast.choices),
  });
  if (written === 'BUSY') return { answer: 'busy' };
  if (written.answer === 'CLOSED') return { answer: 'closed' };
  return written.answer === 'REVISION' ? written : { answer: 'RECEIPT', receipt: receiptOf(leaf, signer) };
}

function receiptOf(leaf: Uint8Array, signer: KeyObject): Uint8Array {
  return concat(leaf, sign(null, receiptMessage(leaf), signer));
}
