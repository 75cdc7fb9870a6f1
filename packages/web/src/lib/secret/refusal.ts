import type { Answer } from './patience.ts';

/** Why a secret vote was not taken; the page explains each in words. */
export type SecretRefusal =
  | 'SIGNED_OUT' | 'NOT_ON_ROLL' | 'NOT_FOUND' | 'CLOSED'
  /** A ballot paper was issued to another root: another letter, or a ballot code. */
  | 'OTHER_KEY'
  /** The school gave this voter a ballot on paper. */
  | 'PAPER_ISSUED'
  /** Something between browser and server adds names to what must have none. */
  | 'IDENTIFIED'
  | 'TOO_MANY_CHANGES'
  /** The page shows other options than the ballot has. */
  | 'OUTDATED'
  /** Issuer key, signature or receipt are not what they must be: the vote is not trusted to this server. */
  | 'UNTRUSTED'
  | 'NOT_TAKEN';

export class SecretRefused extends Error {
  constructor(readonly refusal: SecretRefusal, readonly about = '') {
    super(refusal);
    this.name = 'SecretRefused';
  }
}

const WORDS: Readonly<Record<string, SecretRefusal>> = {
  'other-key': 'OTHER_KEY', 'paper-issued': 'PAPER_ISSUED', identified: 'IDENTIFIED', closed: 'CLOSED', scope: 'OUTDATED', credential: 'UNTRUSTED', signature: 'UNTRUSTED',
};
const STATUSES: Readonly<Record<number, SecretRefusal>> = { 401: 'SIGNED_OUT', 403: 'NOT_ON_ROLL', 404: 'NOT_FOUND', 410: 'CLOSED' };

/** What the server's no means: its word, else its number. */
export function refused({ status, bytes }: Answer): SecretRefused {
  const word = new TextDecoder().decode(bytes.subarray(0, 40)).trim();
  return new SecretRefused(WORDS[word] ?? STATUSES[status] ?? 'NOT_TAKEN', `${status} ${/^[a-z-]+$/.test(word) ? word : ''}`.trim());
}
