import type { KeyObject } from 'node:crypto';

/** One signature to check. Bytes here own their memory: a view would take along all of what it looks at. */
export type Check =
  /** RSASSA-PSS with SHA-384 and a salt of 48 bytes (RFC 8017), as RFC 9474 leaves it. */
  | { readonly kind: 'RSA_PSS'; readonly key: KeyObject; readonly message: Uint8Array; readonly signature: Uint8Array }
  /** Ed25519 (RFC 8032) under a raw key of 32 bytes. */
  | { readonly kind: 'ED25519'; readonly key: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array };

/** Checks in their order, and what to sign where all of them hold. */
export interface Task {
  readonly checks: readonly Check[];
  readonly sign: { readonly key: KeyObject; readonly message: Uint8Array } | null;
}

export interface Outcome {
  /** Place of the first check that does not hold; null when all do. */
  readonly failed: number | null;
  /** 64 bytes; null where something failed, or there was nothing to sign. */
  readonly signature: Uint8Array | null;
}
