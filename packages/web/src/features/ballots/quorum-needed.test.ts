import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quorumNeeded } from './quorum-needed.ts';

const share = (numerator: number, denominator: number) => ({ kind: 'SHARE_OF_ROLL', numerator, denominator, count: null }) as const;

it('is the fewest voters that make up at least the share of the roll', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 5000 }), (a, b, roll) => {
    const [numerator, denominator] = [Math.min(a, b), Math.max(a, b)];
    const needed = quorumNeeded(share(numerator, denominator), roll);
    return needed * denominator >= numerator * roll && (needed === 0 || (needed - 1) * denominator < numerator * roll);
  }));
});

it('is the fixed count, or nothing', () => {
  expect(quorumNeeded({ kind: 'COUNT', numerator: null, denominator: null, count: 15 }, 200)).toBe(15);
  expect(quorumNeeded({ kind: 'NONE', numerator: null, denominator: null, count: null }, 200)).toBe(0);
});
