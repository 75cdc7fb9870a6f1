import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, utf8 } from './bytes.ts';
import { Sha256, sha256 } from './sha256.ts';

const outside = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('sha256', () => {
  it('hashes what FIPS 180-4 gives as examples', () => {
    expect(hex(sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(hex(sha256(new Uint8Array(0)))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('agrees with node:crypto on every length up to 300, and on long ones', () => {
    for (const length of [...Array(301).keys(), 4095, 4096, 65_537, 1_000_003]) {
      const bytes = randomBytes(length);
      expect(hex(sha256(bytes)), `${length} bytes`).toBe(outside(bytes));
    }
  });

  it('does not care in which pieces the bytes come', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) hash.update(piece);
      expect(hex(hash.digest())).toBe(outside(Buffer.concat(pieces)));
    }));
  });
});
