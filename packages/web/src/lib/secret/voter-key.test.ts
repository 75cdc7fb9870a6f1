import { createPublicKey, verify } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '../slip.ts';
import { verifyEd25519, voterKey } from './voter-key.ts';

const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const message = new TextEncoder().encode('a message');

/** A browser from before Ed25519: every other algorithm works. */
function oldBrowser(): void {
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...args: unknown[]) => Promise<CryptoKey>;
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((...args: unknown[]) =>
    args[2] === 'Ed25519' ? Promise.reject(new DOMException('Unrecognized name', 'NotSupportedError')) : importKey(...args)) as never);
}

afterEach(() => vi.restoreAllMocks());

describe('a voter\'s key', () => {
  it('is the same whether the browser knows Ed25519 or not, and signs so that others agree', async () => {
    const modern = await voterKey(seed);
    const signature = await modern.sign(message);
    oldBrowser();
    const old = await voterKey(seed);
    expect(toHex(old.pk)).toBe(toHex(modern.pk));
    expect(toHex(await old.sign(message))).toBe(toHex(signature));
    expect(await verifyEd25519(old.pk, signature, message)).toBe(true);
    expect(await verifyEd25519(old.pk, signature, seed)).toBe(false);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(old.pk).toString('base64url') }, format: 'jwk' });
    expect(verify(null, message, key, signature)).toBe(true);
  });

  it('believes no key of small order, in any browser', async () => {
    const identity = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0));
    const forged = new Uint8Array(64);
    forged.set(identity);
    expect(await verifyEd25519(identity, forged, message)).toBe(false);
    oldBrowser();
    expect(await verifyEd25519(identity, forged, message)).toBe(false);
  });
});
