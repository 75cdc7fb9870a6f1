import { type Bytes, concat, sha256, u32 } from '@plenary/count/secret';
import { expand } from '../slip.ts';
import { toNumber } from './whole-numbers.ts';

/**
 * Everything a voter needs on one ballot, as pure functions of root, scope and roll nonce. Nothing of it is kept: a
 * reload, a lost answer and a second device all derive the same again and so send the same bytes.
 */
export interface VoterSecrets {
  readonly seed: Bytes;
  readonly pssSalt: Bytes;
  /** Blinding factor between 1 and n − 1. */
  r(n: bigint): bigint;
  choiceSalt(revision: number, choices: Uint8Array): Promise<Bytes>;
}

export async function voterSecrets(root: CryptoKey, scope: Uint8Array, nonce: Uint8Array): Promise<VoterSecrets> {
  const context = concat(scope, nonce);
  const [seed, pssSalt, blinding] = await Promise.all([
    expand(root, 'ed25519', context, 32), expand(root, 'pss-salt', context, 48), expand(root, 'blind', context, 272),
  ]);
  return {
    seed, pssSalt,
    r: (n) => (toNumber(blinding) % (n - 1n)) + 1n,
    choiceSalt: (revision, choices) => expand(root, 'choice-salt', concat(context, u32(revision), sha256(choices)), 32),
  };
}
