import { describe, expect, it } from 'vitest';
import { readSlip, slipTokenHash } from '../../lib/slip.ts';
import { BATCH, makeSecrets, storeSlips, type StoreSlips } from './make-slips.ts';

const people = Array.from({ length: 2 * BATCH + 7 }, (_, i) => ({ id: `p${i}`, name: `P ${i}`, familyName: 'P', locale: 'en', householdId: null }));
const going = new AbortController().signal;

/** A server that keeps a batch whole or not at all, knows what it kept, and can lose an answer after keeping it. */
function register(loseAnswer: (call: number) => boolean = () => false, gone: readonly string[] = []) {
  const kept = new Map<string, string>();
  const sent: string[] = [];
  let call = 0;
  const store: StoreSlips = async slips => {
    sent.push(JSON.stringify(slips));
    const nobody = slips.findIndex(slip => gone.includes(slip.personId));
    if (nobody >= 0) return nobody;
    for (const { personId, tokenHash } of slips) kept.set(tokenHash, personId);
    if (loseAnswer(++call)) throw new Error('connection lost');
    return null;
  };
  return { kept, sent, store };
}

describe('making slips', () => {
  it('gives every person another secret, and sends only its hash', async () => {
    const { kept, sent, store } = register();
    const progress: number[] = [];
    const run = await storeSlips(await makeSecrets(people), store, ({ stored }) => progress.push(stored.length), going);
    expect(progress).toEqual([BATCH, 2 * BATCH, people.length]);
    expect(new Set(run.stored.map(slip => slip.slip)).size).toBe(people.length);
    for (const { slip, tokenHash, id } of run.stored.slice(0, 3)) {
      const root = readSlip(slip);
      expect(root.ok && (await slipTokenHash(root.root))).toBe(tokenHash);
      expect(kept.get(tokenHash)).toBe(id);
    }
    expect(run.stored.some(slip => sent.some(body => body.includes(slip.slip)))).toBe(false);
  });

  it('stops at a lost answer, and going on stores nothing twice and changes no secret', async () => {
    const { kept, store } = register(call => call === 2);
    const made = await makeSecrets(people);
    const halted = await storeSlips(made, store, () => {}, going);
    expect([halted.stored.length, halted.doubtful.length, halted.waiting.length]).toEqual([BATCH, BATCH, 7]);
    expect(halted.fault).toBeInstanceOf(Error);
    const ended = await storeSlips(halted, store, () => {}, going);
    expect(ended.stored).toEqual(made.waiting);
    expect(kept.size).toBe(people.length);
  });

  it('goes on without those who left meanwhile, and names them', async () => {
    const { kept, store } = register(() => false, ['p3', 'p150']);
    const run = await storeSlips(await makeSecrets(people), store, () => {}, going);
    expect(run.refused.map(person => person.id)).toEqual(['p3', 'p150']);
    expect(run.stored).toHaveLength(people.length - 2);
    expect(kept.size).toBe(people.length - 2);
  });

  it('stops between batches when asked to', async () => {
    const stop = new AbortController();
    const { store } = register();
    const run = await storeSlips(await makeSecrets(people), store, () => stop.abort(), stop.signal);
    expect([run.stored.length, run.waiting.length]).toEqual([BATCH, BATCH + 7]);
  });
});
