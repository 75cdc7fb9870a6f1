import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../full-size.testing.ts';
import { utf8 } from '../../secret/bytes.ts';
import { linesOf } from '../lines.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { recountBundle } from '../recount.ts';
import { CHECKS, type FaultCode, type RecountReport } from '../report.ts';
import { TRUSTING } from '../testing.ts';
import { faultInWords, reportInWords } from '../words.ts';
import { FORM } from './form.testing.ts';
import { LOG } from './log.testing.ts';
import { PAPERS } from './papers.testing.ts';
import { edit, seal, sealed, take } from './testing.ts';
import { VOTES } from './votes.testing.ts';
import { type Change, type World, worlds } from './world.testing.ts';

const CHANGES: readonly Change[] = [...VOTES, ...LOG, ...PAPERS, ...FORM];
const crypto = nodeCrypto();
const faultsOf = (report: RecountReport) => report.checks.flatMap(({ faults }) => faults);

let world: Record<'large' | 'small', World>;
beforeAll(() => { world = worlds(); }, 60_000);

describe('a change to a bundle', () => {
  it.each(CHANGES)('$name: $code', async ({ kind = 'auditors', of = 'large', code, told, change, kept }) => {
    const draft = take(await world[of].built.lines(kind));
    const lines = change(draft, world[of]) ?? seal(draft);
    const report = await recountBundle(lines, crypto, kept?.(world[of]) ?? {});
    expect(['FAULTY', 'UNREADABLE']).toContain(report.verdict);
    const named = faultsOf(report).filter((fault) => fault.code === code);
    expect(named, faultsOf(report).map((fault) => fault.code).join()).not.toEqual([]);
    if (told !== undefined) expect(named.flatMap((fault) => Object.values(fault.told).map(String))).toContain(told);
    for (const fault of faultsOf(report)) expect(faultInWords(fault)).not.toMatch(/undefined|null/);
    expect(reportInWords(report).at(-1)).toMatch(/^NOT CONFIRMED/);
  }, 30_000);

  it('would not be found if the untouched bundle were faulty too', async () => {
    for (const { built } of Object.values(world)) {
      for (const kind of ['auditors', 'public'] as const) {
        const lines = await built.lines(kind);
        expect(seal(take(lines))).toEqual(lines);
        const receipts = [built.receipt(built.pools[0]!.rows[0]!.leaf)];
        const witnesses = built.pools[0]!.facts.checkpoints;
        const report = await recountBundle(lines, crypto, { receipts, witnesses });
        expect(faultsOf(report)).toEqual([]);
        expect(report.receipts).toMatchObject([{ receipt: 1, pool: 'PARENT' }]);
        expect(report.checks.find(({ check }) => check === 'WITNESSES')).toMatchObject({ ok: true, told: { found: witnesses.length } });
      }
    }
  });

  it('is named: each way of failing is met by some change, and many more than fifty are tried', () => {
    // The first three are about bytes, below; no test reads two million votes.
    const elsewhere: FaultCode[] = ['LINE_TOO_LONG', 'NOT_UTF8', 'INPUT_BROKEN', 'TOO_LARGE'];
    const met = new Set<FaultCode>([...CHANGES.map(({ code }) => code), ...elsewhere]);
    expect(Object.values(CHECKS).flat().filter((code) => !met.has(code))).toEqual([]);
    expect(new Set(CHANGES.map(({ name }) => name)).size).toBe(CHANGES.length);
    expect(CHANGES.length).toBeGreaterThan(150);
  });

  it('of any byte breaks the fingerprint or more', async () => {
    const text = (await world.large.built.lines('auditors')).join('');
    const bytes = utf8(text);
    await fc.assert(fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const report = await recountBundle(linesOf([bytes.with(at, bytes[at]! ^ flip)]), TRUSTING);
      expect(['FAULTY', 'UNREADABLE']).toContain(report.verdict);
    }), { numRuns: 60 });
  }, 60_000);

  it('of any value, sealed again, never throws, and passes only where nothing in a bundle depends on it', async () => {
    const original = (await world.large.built.lines('auditors')).slice(0, -1);
    const heads = original.flatMap((line, n) => (line.startsWith('{"leaf"') ? [] : [n]));
    const anyLine = fc.oneof(fc.constantFrom(...heads), fc.nat(original.length - 1));
    await fc.assert(fc.asyncProperty(anyLine, fc.nat(20), fc.jsonValue({ maxDepth: 2 }), async (n, keyAt, value) => {
      const line = JSON.parse(original[n]!) as Record<string, unknown>;
      const keys = Object.keys(line);
      const key = keys[keyAt % keys.length]!;
      if (JSON.stringify(line[key]) === JSON.stringify(value)) return;
      edit(line, key, value);
      const report = await recountBundle(sealed(original.with(n, `${JSON.stringify(line)}\n`)), crypto);
      if (key !== 'issued') expect(report.verdict, `${key} of line ${n + 1} as ${JSON.stringify(value)}`).not.toMatch(/^CONFIRMED/);
    }), { numRuns: sized(150, 50) });
  }, 120_000);

  it('in the hash of the roll, or in papers given out and not used, must be found by comparing with what was published', async () => {
    const draft = take(await world.large.built.lines('auditors'));
    Object.assign(draft.pools[0]!.line, { rollHash: 'aa'.repeat(32), issued: 79 });
    const report = await recountBundle(seal(draft), crypto);
    expect(report).toMatchObject({ verdict: 'CONFIRMED', pools: [{ rollHash: 'aa'.repeat(32), issued: 79 }, {}] });
  });
});

describe('bytes that are no bundle', () => {
  const read = (pieces: Iterable<Uint8Array>) => recountBundle(linesOf(pieces), TRUSTING);

  it('are refused where they stop being text', async () => {
    const whole = utf8((await world.large.built.lines('auditors')).join(''));
    expect(faultsOf(await read([whole.subarray(0, 5000), Uint8Array.of(0xff), whole.subarray(5000)]))).toContainEqual(expect.objectContaining({ code: 'NOT_UTF8' }));
    expect(faultsOf(await read([gzipSync(whole)]))).toContainEqual(expect.objectContaining({ code: 'NOT_UTF8', line: 1 }));
  });

  it('are refused before a line without end fills the memory', async () => {
    function* endless() {
      const piece = new Uint8Array(1024 * 1024).fill(0x20);
      for (let n = 0; ; n += 1) {
        if (n > 40) throw new Error('read on');
        yield piece;
      }
    }
    const report = await read(endless());
    expect(report.verdict).toBe('UNREADABLE');
    expect(faultsOf(report)).toMatchObject([{ code: 'LINE_TOO_LONG', line: 1 }]);
  });

  it('never make it throw, and never pass', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('{"end":true,"lines":0,"sha256":""}')), { maxLength: 5 }), async (lines) => {
      expect((await recountBundle(lines.map((line) => `${line}\n`), TRUSTING)).verdict).toBe('UNREADABLE');
    }));
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}\n`;
    expect((await recountBundle([deep], TRUSTING)).verdict).toBe('UNREADABLE');
  });

  it('that stop coming are told as broken', async () => {
    async function* failing() {
      yield utf8((await world.large.built.lines('auditors'))[0]!);
      throw new Error('the line is dead');
    }
    expect(faultsOf(await recountBundle(linesOf(failing()), TRUSTING))).toContainEqual(expect.objectContaining({ code: 'INPUT_BROKEN' }));
  });

  it('come in pieces of any size without a difference', async () => {
    const lines = await world.large.built.lines('public');
    const whole = utf8(`${lines.join('')}é`);
    for (const size of [1, 7, 4096]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, n) => whole.subarray(n * size, (n + 1) * size));
      const read: string[] = [];
      for await (const line of linesOf(pieces)) read.push(line);
      expect(read).toEqual([...lines, 'é']);
    }
  });
});
