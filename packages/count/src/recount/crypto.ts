/** The two signatures of a bundle, checked by whatever the place offers. Neither may throw on hostile bytes. */
export interface VerifyCrypto {
  /** RSASSA-PSS with SHA-384, MGF1 with SHA-384 and a salt of 48 bytes. */
  verifyRsaPss(spki: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
}

/** Before the 32 bytes of an Ed25519 key, this makes a SubjectPublicKeyInfo (RFC 8410). */
export const ED25519_SPKI = '302a300506032b6570032100';
