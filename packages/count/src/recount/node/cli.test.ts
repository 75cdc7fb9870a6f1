import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hex } from '../../secret/bytes.ts';
import { yesNo } from '../../testing.ts';
import { type Built, type Election, build, issuer, random } from '../testing.ts';
import { main } from './cli.ts';

const pool = (constituency: string, yes: number): Election['pools'][number] => ({
  constituency, roll: 60, quorum: { kind: 'NONE' }, majority: { numerator: 1, denominator: 2, base: 'CAST', atLeast: false },
  piles: [{ choices: [0], papers: yes }, { choices: [1], papers: 1 }],
});

describe('pnpm --silent recount', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-recount-'));
  const file = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  let built: Built;
  let whole: string;
  let text: string;

  beforeAll(async () => {
    built = build({ question: yesNo, combine: 'TOGETHER', pools: [pool('PARENT', 20), pool('TEACHER', 3)] }, { issuers: [issuer(), issuer()], next: random(4), signed: true, onPaper: 0 });
    text = (await built.lines('auditors')).join('');
    whole = file('whole.ndjson', text);
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const recount = async (...args: string[]) => {
    let [out, err] = ['', ''];
    const code = await main(args, { out: (said) => { out += said; }, err: (said) => { err += said; } });
    return { code, out, err };
  };

  it('says in words what it checked, and ends with 0', async () => {
    const { code, out, err } = await recount(whole);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^Bundle for the auditors: 25 digital ballots and 0 paper ballots in 2 constituencies, 120 people on the rolls\./);
    expect(out).toMatch(/ {2}ok {2}25 ballots of 2 constituencies counted again: the stated result is what they give\./);
    expect(out).toMatch(/CONFIRMED\. Everything was checked, and the result is right\.\n$/);
    expect(out).not.toMatch(/undefined|NaN/);
  });

  it('reads what is compressed, and says when that is cut', async () => {
    const packed = gzipSync(text);
    expect((await recount(file('whole.ndjson.gz', packed))).code).toBe(0);
    const { code, err } = await recount(file('cut.ndjson.gz', packed.subarray(0, packed.length / 2)));
    expect(code).toBe(1);
    expect(err).toMatch(/cut\.ndjson\.gz: line \d+: from here on the bundle cannot be read; if it is compressed, it may be cut \(INPUT_BROKEN\)\n$/);
  });

  it('says what the public may not check', async () => {
    const { code, out } = await recount(file('public.ndjson', (await built.lines('public')).join('')));
    expect(code).toBe(0);
    expect(out).toMatch(/Not to be checked with this bundle:\n {2}TEACHER: fewer than eleven voted/);
    expect(out).toMatch(/CONFIRMED AS FAR AS IT IS PUBLISHED/);
  });

  it('answers programs in JSON', async () => {
    const { code, out } = await recount(whole, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ v: 1, verdict: 'CONFIRMED', told: { voters: 25 }, checks: expect.arrayContaining([expect.objectContaining({ check: 'RESULT', ok: true })]) as unknown });
  });

  it('looks for receipts, typed or in a file, and for kept checkpoints', async () => {
    const last = built.pools[0]!.rows.find(({ choices }) => choices !== null)!;
    const receipt = built.receipt(last.leaf);
    const checkpoint = file('checkpoint.txt', built.pools[0]!.facts.checkpoints[0]!);
    for (const given of [hex(receipt), file('receipt.bin', receipt), file('receipt.txt', `${hex(receipt).toUpperCase().replace(/(.{32})/g, '$1 ')}\n`)]) {
      const { code, out } = await recount(whole, '--receipt', given, '--checkpoint', checkpoint);
      expect(code).toBe(0);
      expect(out).toMatch(/Receipt 1: in the log of PARENT, revision \d, counted as option [12]\./);
      expect(out).toMatch(/1 kept checkpoint fits the log/);
    }
    const stranger = await recount(whole, '--receipt', hex(built.receipt(new Uint8Array(32))));
    expect(stranger.code).toBe(1);
    expect(stranger.err).toMatch(/receipt 1 is genuine, and its vote is missing: show it to the election committee \(RECEIPT_NOT_FOUND\)\n$/);
    expect((await recount(whole, '--receipt', file('other.txt', 'hello'))).err).toMatch(/RECEIPT_FORM/);
  });

  it('takes checkpoints as they were copied: typed, or several in a mail, and misses none that is broken', async () => {
    const [one, other] = built.pools.map(({ facts }) => facts.checkpoints[0]!) as [string, string];
    expect((await recount(whole, '--checkpoint', one.trimEnd())).out).toMatch(/1 kept checkpoint fits the log/);
    const mail = `Dear all,\n\nthese are today's:\n\n${one}\n${other}\nRuth\n`.replaceAll('\n', '\r\n');
    expect((await recount(whole, '--checkpoint', file('mail.txt', mail))).out).toMatch(/2 kept checkpoints fit the log/);
    const cut = await recount(whole, '--checkpoint', file('cut.txt', `${one}\n${other.split('\n').slice(2).join('\n')}`));
    expect(cut.code).toBe(1);
    expect(cut.err).toMatch(/WITNESS_FORM/);
  });

  it('names the place of a fault in one line, and ends with 1', async () => {
    const lines = text.split('\n');
    const { code, err, out } = await recount(file('changed.ndjson', lines.with(4, lines[4]!.replace(/"batch":\d/, '"batch":9')).join('\n')));
    expect(code).toBe(1);
    expect(err.split('\n').length).toBe(2);
    expect(err).toMatch(/changed\.ndjson: line \d+/);
    expect(out).toMatch(/line 5, PARENT: there is no batch 9/);
    expect((await recount(join(folder, 'missing.ndjson'))).err).toMatch(/missing\.ndjson: cannot be read \(ENOENT\)\n$/);
    expect((await recount(file('empty.ndjson', ''))).err).toMatch(/empty\.ndjson: there is nothing to read \(EMPTY\)\n$/);
    expect((await recount(file('list.blt', '4 2\n'))).code).toBe(1);
    expect((await recount(folder)).code).toBe(1);
  });

  it.each([[], ['a', 'b'], ['a', '--loud'], ['a', '--receipt']])('is used wrongly with %j, and ends with 2', async (...args) => {
    expect(await recount(...args)).toEqual({ code: 2, out: '', err: expect.stringMatching(/^usage: recount BUNDLE/) as string });
  });
});
