import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, unhex } from '../secret/bytes.ts';
import { isIssuerKey, isSoundEd25519Key, isSoundEd25519Signature } from './keys.ts';
import { ed25519, issuer } from './testing.ts';
import { hasEd25519, webCrypto } from './web-crypto.ts';

const P = 2n ** 255n - 19n;
const encode = (y: bigint, sign: bigint) => Uint8Array.from({ length: 32 }, (_, n) => Number(((y + (sign << 255n)) >> BigInt(8 * n)) & 255n));
const power = (base: bigint, exponent: bigint): bigint => (exponent === 0n ? 1n : (power((base * base) % P, exponent / 2n) * (exponent % 2n === 1n ? base : 1n)) % P);
const inverse = (value: bigint) => power(((value % P) + P) % P, P - 2n);
const D = (P - 121665n) * inverse(121666n) % P;

/** y of twice the point at y (twisted Edwards, a = −1); x enters by its square only, which y gives. */
function doubled(y: bigint): bigint {
  const yy = (y * y) % P;
  const xx = (((yy - 1n + P) % P) * inverse((D * yy + 1n) % P)) % P;
  return ((yy + xx) * inverse((((1n - D * xx % P * yy) % P) + P) % P)) % P;
}
const isSmallOrder = (y: bigint) => doubled(doubled(doubled(y))) === 1n;

describe('keys of voters', () => {
  it('are sound when somebody made them', () => {
    for (let n = 0; n < 20; n += 1) expect(isSoundEd25519Key(ed25519().publicKey)).toBe(true);
  });

  it('are refused when their order is small: these y, by the group law, and no near neighbor', () => {
    const refused = ['00', '01'].map((first) => `${first}${'00'.repeat(31)}`).concat([
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
      '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
    ]);
    for (const text of refused) {
      const y = BigInt(`0x${text.match(/../g)!.toReversed().join('')}`);
      expect(isSmallOrder(y), text).toBe(true);
      for (const sign of [0n, 1n]) expect(isSoundEd25519Key(encode(y, sign))).toBe(false);
      if (y > 1n) expect(isSoundEd25519Key(encode(y - 1n, 0n))).toBe(true);
    }
    expect(isSmallOrder(4n * inverse(5n) % P)).toBe(false);
  });

  it('are refused when written the second way, or not of 32 bytes', () => {
    for (let y = P; y < 2n ** 255n; y += 1n) for (const sign of [0n, 1n]) expect(isSoundEd25519Key(encode(y, sign))).toBe(false);
    expect(isSoundEd25519Key(encode(P - 2n, 0n))).toBe(true);
    expect(isSoundEd25519Key(new Uint8Array(31).fill(9))).toBe(false);
  });
});

describe('signatures', () => {
  it('are sound when somebody made them, and have no second half from the order of the group on', () => {
    const signer = ed25519();
    for (let n = 0; n < 20; n += 1) expect(isSoundEd25519Signature(signer.sign(Uint8Array.of(n)))).toBe(true);
    const order = unhex('edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010')!;
    expect(isSoundEd25519Signature(new Uint8Array([...new Uint8Array(32), ...order]))).toBe(false);
    expect(isSoundEd25519Signature(new Uint8Array([...new Uint8Array(32), ...order.with(0, 0xec)]))).toBe(true);
    expect(isSoundEd25519Signature(new Uint8Array(64).fill(0xff))).toBe(false);
    expect(isSoundEd25519Signature(new Uint8Array(63))).toBe(false);
  });

  it('are taken by another implementation where the browser has none, but never under an unsound key', async () => {
    const asked: string[] = [];
    const none = { importKey: () => Promise.reject(new Error('NotSupportedError')), verify: () => Promise.reject(new Error('not asked')) };
    const signer = ed25519();
    const crypto = webCrypto(none, (publicKey, message, signature) => {
      asked.push(hex(publicKey));
      return verify(null, message, createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), publicKey]), format: 'der', type: 'spki' }), signature);
    });
    const message = Uint8Array.of(1);
    expect(await crypto.verifyEd25519(signer.publicKey, message, signer.sign(message))).toBe(true);
    expect(await crypto.verifyEd25519(new Uint8Array(32), message, signer.sign(message))).toBe(false);
    expect(asked).toEqual([hex(signer.publicKey)]);
    expect(await hasEd25519(none)).toBe(false);
    expect(await hasEd25519(globalThis.crypto.subtle as never)).toBe(true);
    expect(await webCrypto(none).verifyEd25519(signer.publicKey, message, signer.sign(message))).toBe(false);
  });
});

describe('keys of issuers', () => {
  it('have one form', () => {
    const { spki } = issuer();
    expect(isIssuerKey(spki)).toBe(true);
    fc.assert(fc.property(fc.nat(32), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      expect(isIssuerKey(spki.with(at, spki[at]! ^ flip))).toBe(false);
    }));
    expect(isIssuerKey(spki.with(293, 3))).toBe(false);
    expect(isIssuerKey(spki.with(288, spki[288]! & 0xfe))).toBe(false);
    expect(isIssuerKey(spki.subarray(0, 293))).toBe(false);
  });
});
