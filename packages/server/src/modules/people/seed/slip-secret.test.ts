import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newSlip, readSlip } from './slip-secret.ts';

const file = resolve(process.env['SHARED_DIR'] ?? '../shared', 'ballot-vectors.json');
const missing = !existsSync(file);

describe('slips the server makes itself', () => {
  it.skipIf(missing)(`derive the token of the published vector${missing ? ` (skipped: no ${file})` : ''}`, () => {
    const vector = JSON.parse(readFileSync(file, 'utf8')) as { slip: string; token: string };
    expect(readSlip(vector.slip)).toMatchObject({ text: vector.slip, token: vector.token });
  });

  it('are told from one another and read back', () => {
    const slip = newSlip();
    expect(readSlip(slip.text)).toEqual(slip);
    expect(newSlip().token).not.toBe(slip.token);
    expect(readSlip('not a slip')).toBeNull();
  });
});
