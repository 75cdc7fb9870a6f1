import { webcrypto } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sized } from '../full-size.testing.ts';
import { anyElection, yesNo } from '../testing.ts';
import { nodeCrypto } from './node/crypto.ts';
import { recountBundle } from './recount.ts';
import { type Election, TRUSTING, build, issuer, random } from './testing.ts';
import { webCrypto } from './web-crypto.ts';

const ELECTIONS = sized(1000, 150);
const issuers = Array.from({ length: 5 }, issuer);
const HALF = { numerator: 1, denominator: 2, base: 'CAST', atLeast: false } as const;
const large: Election = {
  question: yesNo, combine: 'EVERY_CONSTITUENCY',
  pools: ['PARENT', 'TEACHER'].map((constituency, n) => ({
    constituency, roll: 90, quorum: { kind: 'SHARE_OF_ROLL', numerator: 1, denominator: 3 }, majority: HALF,
    piles: [{ choices: [0], papers: 30 + n }, { choices: [1], papers: 15 }, { choices: [2], papers: 5 }],
  })),
};
/** A pool in which enough came by either way, so that everything is open. */
const open = { onPaper: 0.4, next: random(1), signed: true, issuers };

describe('an honest bundle', () => {
  it(`of any of ${ELECTIONS} elections is counted again to the same result, whole by auditors and as far as it is told by anybody`, async () => {
    let confirmed = 0;
    const methods = new Set<string>();
    await fc.assert(fc.asyncProperty(anyElection, fc.integer(), async (election, seed) => {
      const built = build(election, { issuers, next: random(seed), signed: false });
      for (const kind of seed % 3 === 0 ? ['auditors', 'public'] as const : ['auditors'] as const) {
        const report = await recountBundle(await built.lines(kind), TRUSTING);
        const faults = report.checks.flatMap((check) => check.faults);
        expect(faults, JSON.stringify(faults)).toEqual([]);
        expect(report.verdict === 'CONFIRMED' || (kind === 'public' && report.verdict === 'CONFIRMED_IN_PART')).toBe(true);
        if (kind !== 'auditors') continue;
        methods.add(election.question.method);
        confirmed += report.verdict === 'CONFIRMED' ? 1 : 0;
        expect(report.result).toEqual(JSON.parse(JSON.stringify(built.count)));
      }
    }), { numRuns: ELECTIONS });
    expect(confirmed).toBe(ELECTIONS);
    expect(methods.size).toBe(9);
  }, 120_000);

  it.each(['public', 'auditors'] as const)('with real signatures holds for node:crypto and for WebCrypto (%s)', async (kind) => {
    const built = build(large, open);
    const lines = await built.lines(kind);
    for (const crypto of [nodeCrypto(), webCrypto(webcrypto.subtle as never)]) {
      const report = await recountBundle(lines, crypto);
      expect(report.checks.flatMap((check) => check.faults)).toEqual([]);
      expect(report).toMatchObject({ verdict: 'CONFIRMED', kind, ballot: built.definition.ballot, told: { lines: lines.length, pools: 2, roll: 180 } });
      expect(report.checks.filter(({ ok }) => ok === null).map(({ check }) => check)).toEqual(['RECEIPTS', 'WITNESSES']);
    }
  }, 60_000);
});
