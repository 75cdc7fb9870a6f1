import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ServerFault } from '../../apollo/faults.ts';
import type { KeptAct } from '../../lib/room-store.ts';
import { ActQueue, type Answer, type QueueStore } from './queue.ts';

const done = (version = 1): Answer => ({ kind: 'DONE', version });

/** A device's disk, which outlives the page. */
function disk() {
  const acts = new Map<string, KeptAct>();
  const store: QueueStore = {
    keepAct: async (act) => void acts.set(act.key, act),
    dropAct: async (key) => void acts.delete(key),
    actsOf: async (person, meeting) => [...acts.values()].filter((act) => act.person === person && act.meeting === meeting).toSorted((a, b) => a.at - b.at),
  };
  return { acts, store };
}

function queueOn({ store }: ReturnType<typeof disk>, send: (act: KeptAct) => Promise<Answer>, person = 'p1') {
  const queue = new ActQueue({ person, meeting: 'g1', store, send });
  queue.open();
  return queue;
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const offline = async (): Promise<Answer> => { throw new ServerFault('UNREACHABLE'); };

describe('acts of the room', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('are sent one after the other, in the order in which they were done, also those of one millisecond', async () => {
    const sent: unknown[] = [];
    let under = 0;
    const queue = queueOn(disk(), async ({ variables }) => {
      expect(++under).toBe(1);
      await Promise.resolve();
      under -= 1;
      sent.push(variables['n']);
      return done();
    });
    for (const n of [1, 2, 3]) queue.add('recordAttendance', { n });
    await settle();
    expect(sent).toEqual([1, 2, 3]);
  });

  it('wait without network for ten minutes, and are sent again under the same keys', async () => {
    const device = disk();
    const keys: string[] = [];
    let network = false;
    const queue = queueOn(device, async (act) => { keys.push(act.key); return network ? done() : offline(); });
    const [first, second] = [queue.add('attend', {}), queue.add('castVote', {})];
    await vi.advanceTimersByTimeAsync(600_000);
    expect(queue.acts.map(({ state }) => state)).toEqual(['WAITING', 'WAITING']);
    expect(new Set(keys)).toEqual(new Set([first.key]));
    network = true;
    queue.flush();
    await settle();
    expect(keys.slice(-2)).toEqual([first.key, second.key]);
    expect(device.acts.size).toBe(0);
  });

  it('go on after a reload, before anything new, and only for the person who did them', async () => {
    const device = disk();
    const before = queueOn(device, offline);
    before.add('attend', { n: 1 });
    before.add('castVote', { n: 2 });
    await settle();
    before.close();
    const sent: unknown[] = [];
    const other = queueOn(device, async () => { sent.push('other'); return done(); }, 'p2');
    await other.restore();
    await settle();
    expect(sent).toEqual([]);
    const after = queueOn(device, async ({ variables }) => { sent.push(variables['n']); return done(); });
    await after.restore();
    after.add('castVote', { n: 3 });
    await settle();
    expect(sent).toEqual([1, 2, 3]);
  });

  it('keep on the device the act and nothing but the act', async () => {
    const device = disk();
    const queue = queueOn(device, offline);
    queue.add('castVote', { questionId: 'q1', choice: 'AYE' });
    await settle();
    expect([...device.acts.values()].map((act) => Object.keys(act).toSorted())).toEqual([['at', 'key', 'meeting', 'name', 'person', 'variables']]);
  });

  it('that are refused say why, hold up none that follow, and go when they were read', async () => {
    const device = disk();
    const refused: Answer = { kind: 'REFUSED', refusals: [{ reason: 'WRONG_STATE', source: null, about: ['ADOPTED'] }] };
    const queue = queueOn(device, async ({ name }) => (name === 'castVote' ? refused : done(7)));
    const vote = queue.add('castVote', {});
    queue.add('attend', {});
    await settle();
    expect(queue.acts.map(({ state }) => state)).toEqual(['REFUSED', 'DONE']);
    expect(device.acts.size).toBe(0);
    queue.remove(vote.key);
    queue.saw(6);
    expect(queue.acts.map(({ state }) => state)).toEqual(['DONE']);
    queue.saw(7);
    expect(queue.acts).toEqual([]);
  });

  it('are not sent while it is not known who is signed in', async () => {
    const send = vi.fn<() => Promise<Answer>>(async () => done());
    const queue = new ActQueue({ person: 'p1', meeting: 'g1', store: disk().store, send });
    queue.add('attend', {});
    await settle();
    expect(send).not.toHaveBeenCalled();
    queue.open();
    await settle();
    expect(send).toHaveBeenCalledOnce();
  });

  it('that the server can never take do not wait for ever', async () => {
    const queue = queueOn(disk(), async () => { throw new ServerFault('NOT_FOUND'); });
    queue.add('attend', {});
    await settle();
    expect(queue.acts).toMatchObject([{ state: 'REFUSED', why: { kind: 'FAILED', code: 'NOT_FOUND' } }]);
  });

  it('that were taken back are not sent', async () => {
    const device = disk();
    const queue = queueOn(device, offline);
    const act = queue.add('castVote', {});
    await settle();
    queue.remove(act.key);
    await settle();
    expect([queue.acts.length, device.acts.size]).toEqual([0, 0]);
  });
});
