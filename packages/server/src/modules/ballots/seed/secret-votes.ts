import { constants, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { ballotMessage, castBody, commitmentOf, credentialMessage, encodeChoices } from '@plenary/count/secret';
import { registry } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { hallOf } from '../application/ballot-hall.ts';
import type { BallotRecord } from '../application/ballot-record.ts';
import { castSecret } from '../application/secret/cast-secret.ts';
import type { Pool } from '../application/secret/open-pools.ts';
import type { Constituency } from '../domain/ballot.ts';

export interface InventedVote {
  readonly personId: string;
  readonly constituency: Constituency;
  readonly choices: readonly number[];
}

/**
 * Votes of invented people in a secret ballot. Nobody's browser is there to blind a key, so the issuer signs it in the
 * open; everything else goes the way of any vote.
 */
export async function castInvented(house: House, ballot: BallotRecord, votes: readonly InventedVote[]): Promise<void> {
  const hall = hallOf(house);
  const pools = await hall.pools.byBallot(ballot.schoolId, ballot.id);
  for (const vote of votes) {
    await house.db.sealed(registry(ballot.schoolId)).execute(
      'update registry.paper set blinded = ?, blind_signature = ? where ballot_id = ? and person_id = ?',
      [randomBytes(256), randomBytes(256), ballot.id, vote.personId]);
  }
  await Promise.all(votes.map(async ({ constituency, choices }) => {
    const pool = pools.find((each) => each.constituency === constituency)!;
    const answer = await castSecret(hall, await bodyOf(house, pool, choices));
    if (answer.answer !== 'RECEIPT') throw new Error(`an invented vote was refused: ${answer.answer}`);
  }));
}

async function bodyOf(house: House, pool: Pool, choices: readonly number[]): Promise<Uint8Array> {
  const issuer = await hallOf(house).pools.issuerKey(pool);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const pk = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  const cred = sign('sha384', credentialMessage(pool.scope, pk), { key: issuer!, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 });
  const [salt, encoded] = [randomBytes(32), encodeChoices(choices)];
  const sig = sign(null, ballotMessage(pool.scope, pk, 1, commitmentOf(salt, encoded)), privateKey);
  return castBody({ scope: pool.scope, pk, cred, revision: 1, salt, sig, choices: encoded }, pool.body);
}
