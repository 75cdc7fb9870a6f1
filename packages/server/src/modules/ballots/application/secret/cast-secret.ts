import {
  type Cast, ballotMessage, commitmentOf, concat, credentialMessage, decodeChoices, hex, leafOf, readCastBody, receiptMessage,
} from '@plenary/count/secret';
import { signatureThread } from '../../../../platform/signatures/signature-thread.ts';
import type { Check } from '../../../../platform/signatures/task.ts';
import type { BallotHall } from '../ballot-hall.ts';
import type { SecretCast } from './secret-cast.ts';
import type { Pool } from './open-pools.ts';

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
  const commitment = commitmentOf(cast.salt, cast.choices);
  const leaf = leafOf(cast.scope, cast.pk, cast.revision, commitment);
  const signer = await hall.pools.signerKey(pool);
  const { failed, signature } = await signatureThread.ask({
    checks: [isIssued(cast, pool), isSigned(cast, commitment)],
    // Made before the vote is in, and given away only after.
    sign: signer === null ? null : { key: signer, message: receiptMessage(leaf) },
  });
  if (failed !== null) return { answer: failed === 0 ? 'credential' : 'signature' };
  const throttled = await hall.limits.change(cast.pk);
  if (throttled !== null) return throttled;
  // Without the key there is no receipt, so the vote may not go in either.
  if (signature === null) return { answer: 'closed' };
  return drop(hall, pool, cast, { commitment, leaf, receipt: concat(leaf, signature) });
}

const isIssued = ({ scope, pk, cred }: Cast, { issuer }: Pool): Check =>
  ({ kind: 'RSA_PSS', key: issuer, message: credentialMessage(scope, pk), signature: new Uint8Array(cred) });

const isSigned = ({ scope, pk, revision, sig }: Cast, commitment: Uint8Array): Check =>
  ({ kind: 'ED25519', key: new Uint8Array(pk), message: ballotMessage(scope, pk, revision, commitment), signature: new Uint8Array(sig) });

interface Checked { readonly commitment: Uint8Array; readonly leaf: Uint8Array; readonly receipt: Uint8Array }

async function drop(hall: BallotHall, pool: Pool, cast: Cast, { commitment, leaf, receipt }: Checked): Promise<SecretCast> {
  const written = await hall.secretWriter.put(pool, {
    constituency: pool.constituency, pk: hex(cast.pk), revision: cast.revision, credential: hex(cast.cred), commitment: hex(commitment),
    signature: hex(cast.sig), leaf: hex(leaf), salt: hex(cast.salt), choices: hex(cast.choices),
  });
  if (written === 'BUSY') return { answer: 'busy' };
  if (written.answer === 'CLOSED') return { answer: 'closed' };
  return written.answer === 'REVISION' ? written : { answer: 'RECEIPT', receipt };
}
