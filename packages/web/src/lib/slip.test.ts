import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expand, groupedSlip, readSlip, rootKey, slipAddress, slipText, slipToken, slipTokenHash, toHex } from './slip.ts';

const shared = process.env['SHARED_DIR'] ?? resolve(import.meta.dirname, '../../../../../shared');
const vectorFile = resolve(shared, 'ballot-vectors.json');
const root = fc.uint8Array({ minLength: 16, maxLength: 16 });
const read = (text: string) => {
  const answer = readSlip(text);
  return answer.ok ? toHex(answer.root) : answer.fault;
};
const first = Uint8Array.from({ length: 16 }, (_, i) => i);

describe('an access slip', () => {
  it('writes sixteen bytes as 26 letters and reads them back', () => {
    fc.assert(fc.property(root, bytes => read(slipText(bytes)) === toHex(bytes)));
  });

  it('is read as people type it: small letters, spaces, hyphens, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(root, fc.array(fc.constantFrom(' ', '-', '\u2013', '\n', ''), { minLength: 26, maxLength: 26 }), fc.constantFrom('I', 'L', 'i', 'l'), (bytes, gaps, one) => {
        const typed = [...slipText(bytes)].map((letter, i) => gaps[i] + letter.toLowerCase().replace('0', 'o').replace('1', one)).join('');
        return read(typed) === toHex(bytes);
      }),
    );
  });

  it('refuses what cannot be a slip and says why', () => {
    const good = slipText(first);
    expect(read('  ')).toBe('EMPTY');
    expect(read(good.slice(1))).toBe('TOO_SHORT');
    expect(read(`${good}0`)).toBe('TOO_LONG');
    expect(read(`${good.slice(0, 25)}U`)).toBe('BAD_LETTER');
    expect(read(`${good.slice(0, 25)}1`)).toBe('NOT_A_SLIP');
  });

  it('is shown in groups that lose nothing', () => {
    expect(groupedSlip(slipText(first))).toBe('000G4 0R40M 30E20 9185G R38E1W');
    fc.assert(fc.property(root, bytes => read(groupedSlip(slipText(bytes))) === toHex(bytes)));
  });

  it('puts the secret behind the #, where no server sees it', () => {
    expect(new URL(slipAddress('https://school.test/', slipText(first), 'es'))).toMatchObject({ pathname: '/s', search: '?lang=es', hash: '#000G40R40M30E209185GR38E1W' });
    expect(slipAddress('https://school.test', slipText(first), null)).toBe('https://school.test/s#000G40R40M30E209185GR38E1W');
  });

  it('is read out of a whole link, with its language or without', () => {
    fc.assert(fc.property(root, fc.constantFrom('en', 'es', null), (bytes, language) => read(` ${slipAddress('https://school-4.test:8443', slipText(bytes), language)}\n`) === toHex(bytes)));
    expect(read('https://school.test/s#ABC')).toBe('TOO_SHORT');
  });

  it('derives different bytes for every label and context', async () => {
    const key = await rootKey(first);
    const seen = await Promise.all([['a', 0], ['a', 1], ['b', 0]].map(([label, byte]) => expand(key, String(label), Uint8Array.of(Number(byte)), 32)));
    expect(new Set(seen.map(toHex)).size).toBe(3);
  });

  it.skipIf(!existsSync(vectorFile))('derives the token of the published vectors (skipped without ../shared/ballot-vectors.json)', async () => {
    const vectors = JSON.parse(readFileSync(vectorFile, 'utf8')) as { slip: string; token: string };
    expect(slipText(first)).toBe(vectors.slip);
    expect(await slipToken(first)).toBe(vectors.token);
    expect(await slipTokenHash(first)).toBe(createHash('sha256').update(Buffer.from(vectors.token, 'hex')).digest('hex'));
  });
});
