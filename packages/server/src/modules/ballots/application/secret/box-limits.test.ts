import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { BoxLimits } from './box-limits.ts';
import type { SecretCast } from './secret-cast.ts';

const SCHOOL = '203.0.113.7';
const HOME = '198.51.100.1';
const vote = async (): Promise<SecretCast> => ({ answer: 'RECEIPT', receipt: new Uint8Array(96) });
const junk = async (): Promise<SecretCast> => ({ answer: 'credential' });
const outcomes = (answers: readonly { readonly answer: string }[]) => new Set(answers.map(({ answer }) => answer));

describe('the way into the box', () => {
  it('is open to a whole school behind one address', async () => {
    const limits = new BoxLimits(10);
    const answers = await Promise.all(Array.from({ length: 500 }, () => limits.attempt(SCHOOL, vote)));
    expect(outcomes(answers)).toEqual(new Set(['RECEIPT']));
  });

  it('ends for a network whose casts are no votes, for that network alone, and says for how long', async () => {
    const limits = new BoxLimits(10);
    for (let at = 0; at < 10; at += 1) expect((await limits.attempt(SCHOOL, junk)).answer).toBe('credential');
    const refused = await limits.attempt('203.0.113.200', vote);
    expect(refused).toMatchObject({ answer: 'throttled', retryAfter: expect.any(Number) as number });
    expect((await limits.attempt(HOME, vote)).answer).toBe('RECEIPT');
  });

  it('counts neither a closed ballot nor a busy house nor what broke as junk', async () => {
    const limits = new BoxLimits(3);
    for (const answer of ['closed', 'busy'] as const) {
      for (let at = 0; at < 5; at += 1) await limits.attempt(SCHOOL, async () => ({ answer }));
    }
    for (let at = 0; at < 5; at += 1) await expect(limits.attempt(SCHOOL, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect((await limits.attempt(SCHOOL, vote)).answer).toBe('RECEIPT');
  });

  it('takes sixty votes under one key in a minute, and others meanwhile', async () => {
    const limits = new BoxLimits();
    const key = randomBytes(32);
    for (let at = 0; at < 60; at += 1) expect(await limits.change(key)).toBeNull();
    expect(await limits.change(key)).toMatchObject({ answer: 'throttled' });
    expect(await limits.change(randomBytes(32))).toBeNull();
  });
});
