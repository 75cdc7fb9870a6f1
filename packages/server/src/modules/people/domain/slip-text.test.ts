import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipRoot, slipText } from './slip-text.ts';

describe('the text of a slip', () => {
  it('says the same secret back, however carelessly it is typed', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (root) => {
      const text = slipText(root);
      expect(text).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(slipRoot(text)).toEqual(root);
      const careless = ` ${text.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l').replace(/(.{5})/g, '$1- ')}`;
      expect(slipRoot(careless)).toEqual(root);
    }));
  });

  it('refuses what is no slip: other letters, other lengths, bits that must be zero', () => {
    expect(slipRoot('')).toBeNull();
    expect(slipRoot('000G40R40M30E209185GR38E1')).toBeNull();
    expect(slipRoot('000G40R40M30E209185GR38E1U')).toBeNull();
    expect(slipRoot('000G40R40M30E209185GR38E1X')).toBeNull();
  });
});
