import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../definition.ts';
import { anyQuestion } from '../testing.ts';
import { bodyBytesFor, castBody, readCastBody } from './cast-body.ts';
import { canonicalChoices, decodeChoices, encodeChoices } from './choices.ts';

const cast = (choices: Uint8Array, revision = 1) => ({
  scope: new Uint8Array(32).fill(1), pk: new Uint8Array(32).fill(2), cred: new Uint8Array(256).fill(3), revision,
  salt: new Uint8Array(32).fill(4), sig: new Uint8Array(64).fill(5), choices,
});
const approval = (options: number, maxChoices: number): Question =>
  ({ method: 'APPROVAL', options: Array.from({ length: options }, () => 'CHOICE' as const), maxChoices, seats: 1, budget: null });

describe('a cast body', () => {
  it('is read back, whatever it holds', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.uint8Array({ maxLength: 89 }), (revision, choices) => {
      expect(readCastBody(castBody(cast(choices, revision), 512))).toEqual({ ok: true, cast: cast(choices, revision) });
    }));
  });

  it('has one size for each question, the smallest that fits its longest answer', () => {
    expect([1, 43, 44, 60].map((most) => bodyBytesFor(approval(60, most)))).toEqual([512, 512, 1024, 1024]);
    expect(bodyBytesFor(approval(3, 60))).toBe(512);
    expect(() => castBody(cast(new Uint8Array(90)), 512)).toThrow(RangeError);
    expect(() => castBody({ ...cast(new Uint8Array(2)), pk: new Uint8Array(31) }, 512)).toThrow(RangeError);
  });

  it.each([
    ['nothing', new Uint8Array(0), 'length'],
    ['one byte too few', castBody(cast(encodeChoices([0])), 512).subarray(1), 'length'],
    ['a length past its end', castBody(cast(encodeChoices([0])), 512).with(421, 255), 'length'],
    ['another version', castBody(cast(encodeChoices([0])), 512).with(0, 2), 'form'],
    ['something in the padding', castBody(cast(encodeChoices([0])), 512).with(511, 1), 'form'],
    ['revision 0', castBody(cast(encodeChoices([0]), 0), 512), 'range'],
    ['revision 1001', castBody(cast(encodeChoices([0]), 1001), 512), 'range'],
  ])('with %s is refused', (_, body, fault) => {
    expect(readCastBody(body)).toEqual({ ok: false, fault });
  });

  it('never throws on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 1100 }), (bytes) => void readCastBody(bytes)));
    fc.assert(fc.property(fc.uint8Array({ minLength: 512, maxLength: 512 }), (bytes) => void readCastBody(bytes.with(0, 1))));
  });
});

describe('choices', () => {
  it('have one spelling: what is decoded is encoded to the same bytes', () => {
    fc.assert(fc.property(anyQuestion, fc.array(fc.nat(7), { maxLength: 4 }), (question, values) => {
      const decoded = decodeChoices(question, encodeChoices(values));
      if (!decoded.ok) return;
      expect(decoded.choices).toEqual(values);
      expect(canonicalChoices(question, decoded.choices)).toEqual(values);
      expect(encodeChoices(decoded.choices).length).toBeLessThanOrEqual(bodyBytesFor(question) - 423);
    }));
  });

  it.each([
    ['000100', 'LENGTH'], ['', 'LENGTH'], ['00010000ff', 'LENGTH'], ['0000', 'TOO_FEW'], ['00010009', 'UNKNOWN_OPTION'],
    ['000200010000', 'NOT_CANONICAL'], ['000200010001', 'REPEATED'], ['0003000000010002', 'TOO_MANY'],
  ])('%s are refused as %s', (text, fault) => {
    expect(decodeChoices(approval(4, 2), Uint8Array.from(Buffer.from(text, 'hex')))).toEqual({ ok: false, fault });
  });
});
