import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { School } from '../../packages/server/src/modules/people/data/school.entity.ts';
import { systemClock } from '../../packages/server/src/platform/clock/system-clock.ts';
import { type EntityManager, school } from '../../packages/server/src/platform/database/database.ts';
import { Bell } from '../../packages/server/src/platform/events/bell.ts';
import { writeCursor } from '../../packages/server/src/platform/events/cursor.ts';
import type { Change, Happening } from '../../packages/server/src/platform/events/events.ts';
import { type HouseEvents, createEvents } from '../../packages/server/src/platform/events/house-events.ts';
import { trimOutbox } from '../../packages/server/src/platform/events/outbox.ts';
import { createLogger } from '../../packages/server/src/platform/log/logger.ts';
import { onEachEngine } from '../../packages/server/src/testing/test-database.ts';

const silent = createLogger('silent');

onEachEngine('what happens is told', [School], (test) => {
  const schoolId = randomUUID();
  let events: HouseEvents;
  beforeAll(async () => { events = await createEvents(test().database, systemClock, silent); });
  afterAll(async () => { await events.stop(); });

  const happening = (topic: string, subjectId = randomUUID(), of = schoolId): Happening => ({ schoolId: of, topic, kind: 'toy.moved', subjectId });
  const record = (happenings: readonly Happening[], then?: (em: EntityManager) => Promise<void>) =>
    test().database.transaction(school(happenings[0]!.schoolId), async (em) => {
      await events.record(em, happenings);
      await then?.(em);
    });
  /** The next change on `topics`, or null when none comes. */
  async function hear(topics: readonly string[], act: () => Promise<unknown>, patience = 1000): Promise<Change | null> {
    const abort = new AbortController();
    const changes = events.changes(topics, abort.signal)[Symbol.asyncIterator]();
    const next = changes.next();
    await act();
    const late = setTimeout(() => { abort.abort(); }, patience);
    const { value } = await next as { value: Change | undefined };
    clearTimeout(late);
    abort.abort();
    return value ?? null;
  }

  it('after the commit, to those who listen to its topic and to no one else', async () => {
    const moved = happening('a');
    const other = new AbortController();
    const elsewhere = events.changes(['b'], other.signal)[Symbol.asyncIterator]().next();
    expect(await hear(['a'], () => record([moved]))).toMatchObject({ subjects: [moved.subjectId], missed: false });
    other.abort();
    expect(await elsewhere).toMatchObject({ done: true });
  });

  it('not when the transaction fails, live or replayed', async () => {
    const cursor = await events.cursor();
    const change = await hear(['rollback'], async () => {
      await expect(record([happening('rollback')], async () => { throw new Error('changed my mind'); })).rejects.toThrow('changed my mind');
    }, 300);
    expect(change).toBeNull();
    expect(await events.resume(schoolId, ['rollback'], cursor)).toMatchObject({ answer: 'LIVE' });
  });

  it('once, however often it happened while the reader was busy', async () => {
    const abort = new AbortController();
    const changes = events.changes(['busy'], abort.signal)[Symbol.asyncIterator]();
    const [first, second] = [happening('busy'), happening('busy')];
    for (const moved of [first, second, first, second]) await record([moved]);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    const { value } = await changes.next() as { value: Change };
    expect([...value.subjects].sort()).toEqual([first.subjectId, second.subjectId].sort());
    const more = changes.next();
    abort.abort();
    expect(await more).toMatchObject({ done: true });
  });

  it('says "missed" instead of remembering a flood', async () => {
    const abort = new AbortController();
    const changes = events.changes(['flood'], abort.signal)[Symbol.asyncIterator]();
    await record(Array.from({ length: 600 }, () => happening('flood')));
    await new Promise((resolve) => { setTimeout(resolve, 200); });
    expect((await changes.next() as { value: Change }).value).toMatchObject({ missed: true });
    abort.abort();
  });

  it('a nudge wakes and leaves nothing behind', async () => {
    const cursor = await events.cursor();
    expect(await hear(['nudged'], () => events.nudge('nudged'))).toMatchObject({ subjects: [], missed: false });
    expect(await events.resume(schoolId, ['nudged'], cursor)).toMatchObject({ answer: 'LIVE' });
  });

  it('replays what a reader missed, of its own school and topics alone, in order', async () => {
    const cursor = await events.cursor();
    const mine = [happening('replay'), happening('replay'), happening('replay2')];
    for (const moved of mine) await record([moved]);
    await record([happening('replay', randomUUID(), randomUUID())]);
    await record([happening('elsewhere')]);
    const resumed = await events.resume(schoolId, ['replay', 'replay2'], cursor);
    expect(resumed).toMatchObject({ answer: 'REPLAYED', happenings: mine.map((each) => expect.objectContaining(each)) });
    // While a transaction is open anywhere in the cluster, a reader hears once more what it has heard; never less.
    let from = resumed.cursor;
    const again = async () => {
      const { answer, cursor: next } = await events.resume(schoolId, ['replay', 'replay2'], from);
      from = next;
      return answer;
    };
    await expect.poll(again, { timeout: 10_000 }).toBe('LIVE');
  });

  it('asks to reload for a cursor that is too old, made up, from the future, or too much to replay', async () => {
    const old = writeCursor({ xid: 5n, at: Math.floor(Date.now() / 1000) - 25 * 3600 });
    const future = writeCursor({ xid: 2n ** 60n, at: Math.floor(Date.now() / 1000) });
    const start = await events.cursor();
    await record(Array.from({ length: 1001 }, () => happening('much')));
    for (const cursor of [old, future, '', 'x', 'garbage!', 'MS4x'.repeat(50), '%00', "' or 1=1"]) {
      expect((await events.resume(schoolId, ['a'], cursor)).answer, cursor).toBe('RELOAD');
    }
    expect((await events.resume(schoolId, ['much'], start)).answer).toBe('RELOAD');
  });

  it('trims what nobody may resume from any more, and nothing else', async () => {
    const cursor = await events.cursor();
    await record([happening('trim'), happening('trim')]);
    await test().database.executeAsOwner(`update outbox set at = now() - interval '49 hours' where topic = 'much'`);
    expect(await trimOutbox(test().database, 48 * 3600)).toBe(1001);
    expect(await events.resume(schoolId, ['trim'], cursor)).toMatchObject({ answer: 'REPLAYED' });
  });
});

// Races cannot show on the embedded engine: its transactions run one after another.
onEachEngine('what happens in many transactions at once', [School], (test) => {
  const schoolId = randomUUID();
  let events: HouseEvents;
  beforeAll(async () => { events = await createEvents(test().database, systemClock, silent); });
  afterAll(async () => { await events.stop(); });

  it('a reader that goes by its cursor misses nothing of ten writers whose transactions overlap', async () => {
    const written = new Set<string>();
    const seen = new Set<string>();
    let cursor = await events.cursor();
    let writing = true;
    const writers = Promise.all(Array.from({ length: 10 }, async () => {
      for (let n = 0; n < 40; n += 1) {
        const subjectId = randomUUID();
        await test().database.transaction(school(schoolId), async (em) => {
          await events.record(em, [{ schoolId, topic: 'race', kind: 'toy.moved', subjectId }]);
          // Commits in another order than it wrote: what loses rows to a reader that goes by id.
          await em.execute('select pg_sleep(?)', [Math.random() * 0.02]);
        });
        written.add(subjectId);
      }
    })).then(() => { writing = false; });
    const read = async () => {
      const resumed = await events.resume(schoolId, ['race'], cursor);
      if (resumed.answer === 'REPLAYED') for (const { subjectId } of resumed.happenings) seen.add(subjectId);
      expect(resumed.answer).not.toBe('RELOAD');
      cursor = resumed.cursor;
    };
    while (writing) await read();
    await writers;
    await read();
    expect(written.size).toBe(400);
    expect([...written].filter((each) => !seen.has(each))).toEqual([]);
  });

  it('a live change never carries a cursor past what was heard', async () => {
    const abort = new AbortController();
    const heard: Change[] = [];
    const reading = (async () => {
      for await (const change of events.changes(['live'], abort.signal)) heard.push(change);
    })();
    const order: string[] = [];
    await Promise.all(Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 15; n += 1) {
        const subjectId = randomUUID();
        await test().database.transaction(school(schoolId), async (em) => {
          await events.record(em, [{ schoolId, topic: 'live', kind: 'toy.moved', subjectId }]);
          await em.execute('select pg_sleep(?)', [Math.random() * 0.02]);
        });
        order.push(subjectId);
      }
    }));
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    abort.abort();
    await reading;
    // Cut off after any change and resumed from its cursor, everything not heard by then comes.
    for (const at of [0, Math.floor(heard.length / 3), Math.floor(heard.length / 2), heard.length - 1]) {
      const before = new Set(heard.slice(0, at + 1).flatMap(({ subjects }) => subjects));
      const resumed = await events.resume(schoolId, ['live'], heard[at]!.cursor);
      const after = new Set(resumed.answer === 'REPLAYED' ? resumed.happenings.map(({ subjectId }) => subjectId) : []);
      expect(order.filter((each) => !before.has(each) && !after.has(each))).toEqual([]);
    }
  });
}, 'postgresql');

describe('the pace of reading', () => {
  it('is not the writers\' pace: a paused reader holds nothing up and costs no queue', () => {
    const bell = new Bell();
    const abort = new AbortController();
    bell.changes(['paused'], abort.signal, () => 'c');
    const before = process.memoryUsage().heapUsed;
    for (let n = 0; n < 200_000; n += 1) bell.ring('paused', String(n));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 1024 * 1024);
    abort.abort();
  });
});
