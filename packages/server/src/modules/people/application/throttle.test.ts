import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { FailedTries } from '../../../platform/http/failed-tries.ts';
import { type Throttled, signInThrottle } from './throttle.ts';

interface Answer { readonly ok: boolean }
const HOME = '203.0.113.7';

/** A database that takes its time, and counts those it was asked by. */
function slowly(right: boolean) {
  let begun = 0;
  return {
    begun: () => begun,
    async work(): Promise<Answer> {
      begun += 1;
      await new Promise((later) => { setTimeout(later, Math.random() * 5); });
      return { ok: right };
    },
  };
}
const isThrottled = (answer: Answer | Throttled): boolean => 'refusal' in answer;

it('lets no more guesses through side by side than one by one', async () => {
  const throttle = signInThrottle();
  const guessing = slowly(false);
  const answers = await Promise.all(Array.from({ length: 600 }, () =>
    throttle.attempt(randomBytes(32), HOME, guessing.work, ({ ok }) => !ok)));
  expect(guessing.begun()).toBe(120);
  expect(answers.filter(isThrottled)).toHaveLength(480);
  // Another home does not suffer for it.
  expect(await throttle.attempt(randomBytes(32), '198.51.100.1', slowly(true).work, ({ ok }) => !ok)).toEqual({ ok: true });
});

it('lets a whole hall in at once, though all come from one address', async () => {
  const throttle = signInThrottle();
  const entering = slowly(true);
  const answers = await Promise.all(Array.from({ length: 600 }, () =>
    throttle.attempt(randomBytes(32), HOME, entering.work, ({ ok }) => !ok)));
  expect(answers.filter(isThrottled)).toEqual([]);
  expect(entering.begun()).toBe(600);
});

it('counts neither what broke nor what another limit refused as a wrong guess', async () => {
  const throttle = signInThrottle();
  const one = randomBytes(32);
  for (let i = 0; i < 150; i += 1) await throttle.attempt(one, HOME, slowly(true).work, ({ ok }) => !ok);
  for (let i = 0; i < 150; i += 1) {
    await expect(throttle.attempt(randomBytes(32), HOME, () => Promise.reject(new Error('no database')), () => true)).rejects.toThrow('no database');
  }
  expect(await throttle.attempt(randomBytes(32), HOME, slowly(true).work, ({ ok }) => !ok)).toEqual({ ok: true });
});

it('begins anew after its while, and then counts again', async () => {
  let now = 0;
  const tries = new FailedTries(2, 60_000, () => now);
  const fail = async () => {
    const wait = await tries.take('home');
    if (wait === null) tries.answered('home', true);
    return wait;
  };
  expect([await fail(), await fail(), await fail()]).toEqual([null, null, 60]);
  now = 59_001;
  expect(await fail()).toBe(1);
  now = 60_000;
  expect([await fail(), await fail(), await fail()]).toEqual([null, null, 60]);
});
