import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { House } from '../../../platform/room.ts';
import type { CastFacts } from '../domain/casting.ts';
import type { CastRow } from './cast-statement.ts';
import { castWriter } from './cast-writer.ts';

const FRESH: CastFacts = { state: 'OPEN', past: false, onRoll: true, marked: true, voted: false, sameKey: false };

/** A database that remembers each batch and answers it when told to. */
function slowDatabase(answer: (people: string[], statement: number) => Partial<CastFacts>[] = (people) => people.map(() => ({}))) {
  const batches: string[][] = [];
  let running = 0;
  let atOnce = 0;
  const writing: string[] = [];
  let mostOfOne = 0;
  const statements = {
    async execute(_sql: string, params: string[]) {
      running += 1;
      atOnce = Math.max(atOnce, running);
      const people = (JSON.parse(params[1]!) as { person_id: string }[]).map((each) => each.person_id);
      writing.push(...people);
      mostOfOne = Math.max(mostOfOne, ...people.map((person) => writing.filter((each) => each === person).length));
      await new Promise((resolve) => { setTimeout(resolve, 2); });
      try {
        batches.push(people);
        return answer(people, batches.length).map((facts, n) => ({ ...FRESH, ...facts, n }));
      } finally {
        for (const person of people) writing.splice(writing.indexOf(person), 1);
        running -= 1;
      }
    },
  };
  const db = { sealed: () => statements };
  return { house: { db } as unknown as House, batches, mostAtOnce: () => atOnce, peopleAtOnce: () => mostOfOne };
}

const row = (personId = randomUUID()): CastRow => ({ personId, keyHash: '00', choices: [0] });
const SCHOOL = randomUUID();

describe('the writer of votes', () => {
  it('gathers what arrives while a statement runs, one statement at a time for each ballot', async () => {
    const { house, batches, mostAtOnce } = slowDatabase();
    const writer = castWriter(house);
    const answers = await Promise.all(Array.from({ length: 1200 }, () => writer.put({ schoolId: SCHOOL, ballotId: 'one' }, row())));
    expect(new Set(answers)).toEqual(new Set(['CAST']));
    expect(batches.map((batch) => batch.length)).toEqual([1, 512, 512, 175]);
    expect(mostAtOnce()).toBe(1);
    await Promise.all(['two', 'three', 'four'].map((ballotId) => writer.put({ schoolId: SCHOOL, ballotId }, row())));
    expect(mostAtOnce()).toBe(3);
  });

  it('leaves half for the next statement while few wait', async () => {
    const { house, batches } = slowDatabase();
    const writer = castWriter(house);
    await Promise.all(Array.from({ length: 101 }, () => writer.put({ schoolId: SCHOOL, ballotId: 'one' }, row())));
    expect(batches.map((batch) => batch.length)).toEqual([1, 50, 25, 16, 9]);
  });

  it('never puts one person into a statement twice, nor into two that run at once', async () => {
    const { house, batches, peopleAtOnce } = slowDatabase();
    const writer = castWriter(house);
    const twice = randomUUID();
    await Promise.all([row(), row(twice), row(twice), row(), row(twice)].map((each) => writer.put({ schoolId: SCHOOL, ballotId: 'one' }, each)));
    expect(batches.every((batch) => new Set(batch).size === batch.length)).toBe(true);
    expect(batches.flat().filter((person) => person === twice)).toHaveLength(3);
    expect(peopleAtOnce()).toBe(1);
  });

  it('asks again for those another server got in between of', async () => {
    const { house, batches } = slowDatabase((people, statement) => people.map(() => (statement === 1 ? { marked: false } : { marked: false, voted: true })));
    expect(await castWriter(house).put({ schoolId: SCHOOL, ballotId: 'one' }, row())).toBe('ALREADY_VOTED');
    expect(batches).toHaveLength(2);
  });

  it('fails the batch that failed, and goes on', async () => {
    const { house } = slowDatabase((people, statement) => {
      if (statement === 1) throw new Error('the connection was lost');
      return people.map(() => ({}));
    });
    const writer = castWriter(house);
    const results = await Promise.allSettled([row(), row(), row()].map((each) => writer.put({ schoolId: SCHOOL, ballotId: 'one' }, each)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  });

  it('says BUSY at once when too many wait, and has room again afterwards', async () => {
    const { house } = slowDatabase();
    const writer = castWriter(house);
    const waiting = Array.from({ length: 8192 }, () => writer.put({ schoolId: SCHOOL, ballotId: 'one' }, row()));
    expect(await writer.put({ schoolId: SCHOOL, ballotId: 'two' }, row())).toBe('BUSY');
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['CAST']));
    expect(await writer.put({ schoolId: SCHOOL, ballotId: 'two' }, row())).toBe('CAST');
  });
});
