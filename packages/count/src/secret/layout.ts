import { type Bytes, concat, u32, utf8, uuidBytes } from './bytes.ts';
import { sha256 } from './sha256.ts';

/** Domain separation: no two kinds of message can have the same bytes. UTF-8 `plenary/<label>/v1`, then a zero. */
export function tag(label: string): Bytes {
  return utf8(`plenary/${label}/v1\0`);
}

const CREDENTIAL = tag('credential');
const CHOICES = tag('choices');
const BALLOT = tag('ballot');
const LEAF = concat(Uint8Array.of(0), tag('leaf'));
const RECEIPT = tag('receipt');

/** What a pool's credentials are good for. Whoever computes it needs to believe nobody about it. */
export interface ScopeParts {
  readonly ballotId: string;
  /** The id in the definition's `constituencies`. */
  readonly constituencyId: string;
  /** The definition's bytes exactly as served. */
  readonly definition: Uint8Array;
  /** The issuer's public key, as SubjectPublicKeyInfo in DER. */
  readonly issuerSpki: Uint8Array;
}

/** SHA-256 over ballot, constituency, definition and issuer key: change any, and every credential is void. */
export function scopeOf({ ballotId, constituencyId, definition, issuerSpki }: ScopeParts): Bytes {
  return sha256(concat(tag('scope'), uuidBytes(ballotId), uuidBytes(constituencyId), sha256(definition), sha256(issuerSpki)));
}

/** M, what the issuer signs blindly: the voter's public key, for this scope. */
export function credentialMessage(scope: Uint8Array, pk: Uint8Array): Bytes {
  return concat(CREDENTIAL, scope, pk);
}

/** C, which fixes the choices without telling them. */
export function commitmentOf(salt: Uint8Array, choices: Uint8Array): Bytes {
  return sha256(concat(CHOICES, salt, choices));
}

/** B, what the voter signs. */
export function ballotMessage(scope: Uint8Array, pk: Uint8Array, revision: number, commitment: Uint8Array): Bytes {
  return concat(BALLOT, scope, pk, u32(revision), commitment);
}

/** The leaf of the log, hashed with the 0x00 of RFC 6962, so that no leaf can pass for a node. */
export function leafOf(scope: Uint8Array, pk: Uint8Array, revision: number, commitment: Uint8Array): Bytes {
  return sha256(concat(LEAF, scope, pk, u32(revision), commitment));
}

/** What the ballot's key signs to say that a leaf was stored. */
export function receiptMessage(leaf: Uint8Array): Bytes {
  return concat(RECEIPT, leaf);
}

/** A receipt is the leaf and 64 bytes of signature; there is no time in it. */
export const RECEIPT_BYTES = 96;

/** What breaks ties: nobody chooses it, since it follows from the closed logs. `roots`: of all pools, in the definition's order. */
export function seedOf(roots: readonly Uint8Array[]): Bytes {
  return sha256(concat(tag('seed'), ...roots));
}

/** One person's entry in a roll's hash. The salt stays with the school, so that the hash fixes people without naming them. */
export function rollEntry(rollSalt: Uint8Array, personId: string): Bytes {
  return sha256(concat(tag('roll-entry'), rollSalt, uuidBytes(personId)));
}
