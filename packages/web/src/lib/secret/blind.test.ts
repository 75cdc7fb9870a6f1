import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { constants, generateKeyPairSync, privateDecrypt, randomBytes } from 'node:crypto';
import { unhex } from '@plenary/count/secret';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toHex } from '../slip.ts';
import { blind } from './blind.ts';
import { readIssuerKey } from './issuer-key.ts';
import vector from './rfc9474-vector.json' with { type: 'json' };
import { inverse, toNumber } from './whole-numbers.ts';

const bytes = (text: string) => unhex(text)!;
const number = (text: string) => BigInt(`0x${text}`);
const issuer = generateKeyPairSync('rsa', { modulusLength: 2048 });
const spki = new Uint8Array(issuer.publicKey.export({ type: 'spki', format: 'der' }));
const sign = (blinded: Uint8Array) => new Uint8Array(privateDecrypt({ key: issuer.privateKey, padding: constants.RSA_NO_PADDING }, blinded));

afterEach(() => vi.restoreAllMocks());

describe('a blind signature', () => {
  it('is that of RFC 9474', async () => {
    const n = number(vector.n);
    const { blinded, unblind } = await blind({ n, e: 65_537n, bits: 4096 }, bytes(vector.msg), bytes(vector.salt), inverse(number(vector.inv), n)!);
    expect(toHex(blinded)).toBe(vector.blinded);
    expect(toHex(unblind(bytes(vector.blindSig))!)).toBe(vector.sig);
  });

  it('blinds as another library does with the same salt and factor', async () => {
    const key = readIssuerKey(spki)!;
    const suite = RSABSSA.SHA384.PSS.Deterministic();
    const publicKey = await crypto.subtle.importKey('spki', spki, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
    for (let round = 0; round < 5; round += 1) {
      const message = new Uint8Array(randomBytes(80));
      const salt = new Uint8Array(randomBytes(48));
      // Below n, since the library would draw again.
      const factor = Uint8Array.from(randomBytes(256), (byte, at) => (at === 0 ? byte & 0x7f : byte));
      const drawn = [salt, factor];
      vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
        const next = drawn.shift()!;
        expect(array!.byteLength).toBe(next.length);
        (array as Uint8Array).set(next);
        return array;
      });
      const theirs = await suite.blind(publicKey, message);
      vi.restoreAllMocks();
      const ours = await blind(key, message, salt, toNumber(factor));
      expect(toHex(ours.blinded)).toBe(toHex(theirs.blindedMsg));
      const answer = sign(ours.blinded);
      expect(toHex(ours.unblind(answer)!)).toBe(toHex(await suite.finalize(publicKey, message, answer, theirs.inv)));
    }
  });

  it('is nothing unless it is the issuer\'s, on the message that was blinded', async () => {
    const { blinded, unblind } = await blind(readIssuerKey(spki)!, bytes('00'), new Uint8Array(48).fill(1), 5n);
    const answer = sign(blinded);
    expect(unblind(answer)).not.toBeNull();
    for (const at of [0, 128, 255]) {
      const other = answer.slice();
      other[at]! ^= 1;
      expect(unblind(other)).toBeNull();
    }
    expect(unblind(answer.subarray(1))).toBeNull();
    expect(unblind(sign((await blind(readIssuerKey(spki)!, bytes('01'), new Uint8Array(48).fill(1), 5n)).blinded))).toBeNull();
  });
});

describe('an issuer\'s key', () => {
  const made = (modulusLength: number, publicExponent = 65_537) =>
    new Uint8Array(generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ type: 'spki', format: 'der' }));

  it('has 2048 bits and e = 65537, and no other shape', () => {
    expect(readIssuerKey(spki)?.n.toString(2)).toHaveLength(2048);
    expect(readIssuerKey(made(1024))).toBeNull();
    expect(readIssuerKey(made(2048, 3))).toBeNull();
    expect(readIssuerKey(made(3072))).toBeNull();
    expect(readIssuerKey(new Uint8Array(generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'der' })))).toBeNull();
    expect(readIssuerKey(spki.subarray(0, -1))).toBeNull();
    const even = spki.slice();
    even[spki.length - 6]! &= 0xfe;
    expect(readIssuerKey(even)).toBeNull();
    const short = spki.slice();
    short[33] = 0x7f;
    expect(readIssuerKey(short)).toBeNull();
  });
});
