import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64, compare, concat, hex, readU16, readU32, u16, u32, unbase64, unhex, uuidBytes } from './bytes.ts';

const anyBytes = fc.uint8Array({ maxLength: 80 });

describe('bytes', () => {
  it('are written and read back like everywhere else', () => {
    fc.assert(fc.property(anyBytes, (bytes) => {
      expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(unhex(hex(bytes))).toEqual(bytes);
      expect(unbase64(base64(bytes))).toEqual(bytes);
    }));
  });

  it('have one spelling: every other text is refused', () => {
    fc.assert(fc.property(fc.string({ maxLength: 12, unit: fc.constantFrom(...'ABab019/+=- é') }), (text) => {
      const [fromHex, fromBase64] = [unhex(text), unbase64(text)];
      expect(fromHex === null || hex(fromHex) === text).toBe(true);
      expect(fromBase64 === null || base64(fromBase64) === text).toBe(true);
    }), { numRuns: 2000 });
    expect(unhex('AB')).toBeNull();
    expect(unhex('abcd', 1)).toBeNull();
    expect(unbase64('AB==')).toBeNull();
    expect(unbase64('AA==', 2)).toBeNull();
  });

  it('hold numbers most significant byte first', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0xffff_ffff }), (small, large) => {
      expect(readU16(u16(small), 0)).toBe(small);
      expect(readU32(u32(large), 0)).toBe(large);
    }));
    expect([...u32(0x01020304), ...u16(0x0506)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('are in order like their hexadecimal text', () => {
    fc.assert(fc.property(anyBytes, anyBytes, (one, other) => {
      expect(Math.sign(compare(one, other))).toBe(Math.sign(Buffer.compare(one, other)));
    }));
  });

  it('of a UUID are sixteen, from its one canonical text', () => {
    expect(hex(uuidBytes('00112233-4455-6677-8899-aabbccddeeff'))).toBe('00112233445566778899aabbccddeeff');
    for (const text of ['00112233-4455-6677-8899-AABBCCDDEEFF', '00112233445566778899aabbccddeeff', '']) expect(() => uuidBytes(text)).toThrow(RangeError);
    expect(hex(concat(u16(1), u16(2)))).toBe('00010002');
  });
});
