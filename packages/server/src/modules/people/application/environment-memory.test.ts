import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Database, school } from '../../../platform/database/database.ts';
import { systemClock } from '../../../platform/clock/system-clock.ts';
import { type HouseEvents, createEvents } from '../../../platform/events/house-events.ts';
import { requestContext } from '../../../platform/graphql/request-context.ts';
import type { House } from '../../../platform/room.ts';
import { onEachEngine } from '../../../testing/test-database.ts';
import { LearningEnvironment } from '../data/learning-environment.entity.ts';
import { type World, aSchool } from '../testing/world.ts';
import { EnvironmentMemory } from './environment-memory.ts';
import { type EnvironmentRecord, environmentById, environmentBySlug } from './environment-reader.ts';
import { updateEnvironment } from './update-environment.ts';

/** A server of its own on the story's database, whose clock stands still unless turned; counts its statements. */
class Server {
  statements = 0;
  at = Date.now();
  readonly house: House;

  private constructor(db: Database, readonly events: HouseEvents) {
    const under: Database['under'] = (scope) => {
      this.statements += 1;
      return db.under(scope);
    };
    this.house = { db: { ...db, under }, events, clock: { now: () => new Date(this.at), wait: systemClock.wait } } as unknown as House;
  }

  static async start(db: Database): Promise<Server> {
    return new Server(db, await createEvents(db, systemClock, pino({ level: 'silent' })));
  }

  async nameOf(id: string): Promise<string | undefined> {
    return (await environmentById(requestContext(this.house, { requestId: '', address: '', session: null }), id))?.name;
  }
}

onEachEngine('what servers remember of an environment', [LearningEnvironment], (test) => {
  let [here, there]: Server[] = [];
  let world: World;

  beforeAll(async () => {
    const { database } = test();
    [here, there] = [await Server.start(database), await Server.start(database)];
    world = await aSchool(database).withAdministrators().open();
  });
  beforeEach(() => { for (const server of [here!, there!]) server.at += 1000; });
  afterAll(async () => { for (const server of [here!, there!]) await server.events.stop(); });

  const rename = (server: Server, name: string) =>
    updateEnvironment(server.house, { schoolId: world.schoolId, personId: world.administrators[0]!.id, sessionId: randomUUID() }, world.environmentId, { name });
  const renameUnheard = (name: string) => test().database.under(school(world.schoolId)).execute('update learning_environment set name = ?', [name]);

  it('is read once, by id or by slug, however many ask', async () => {
    const name = await here!.nameOf(world.environmentId);
    const before = here!.statements;
    for (let n = 0; n < 5; n += 1) expect(await here!.nameOf(world.environmentId.toUpperCase())).toBe(name);
    expect((await environmentBySlug(here!.house, world.slug))?.name).toBe(name);
    expect(here!.statements).toBe(before);
  });

  it('is forgotten at once by the server that changes it, and by every other as soon as it hears', async () => {
    for (const server of [here!, there!]) await server.nameOf(world.environmentId);
    await rename(here!, 'Told');
    expect(await here!.nameOf(world.environmentId)).toBe('Told');
    await vi.waitFor(async () => { expect(await there!.nameOf(world.environmentId)).toBe('Told'); });
    expect((await environmentBySlug(there!.house, world.slug))?.name).toBe('Told');
  });

  it('is never older than what a reader of the happening was told', async () => {
    const enough = new AbortController();
    const changes = there!.events.changes([`environment:${world.environmentId}`], enough.signal)[Symbol.asyncIterator]();
    for (const name of ['One', 'Two', 'Three']) {
      await there!.nameOf(world.environmentId);
      const told = changes.next();
      await rename(here!, name);
      await told;
      expect(await there!.nameOf(world.environmentId)).toBe(name);
    }
    enough.abort();
  });

  it('is believed for no longer than half a second when nothing is heard', async () => {
    const name = await there!.nameOf(world.environmentId);
    await renameUnheard('Unheard');
    there!.at += 499;
    expect(await there!.nameOf(world.environmentId)).toBe(name);
    there!.at += 1;
    expect(await there!.nameOf(world.environmentId)).toBe('Unheard');
  });

  it('is not remembered when there is none', async () => {
    const id = randomUUID();
    expect(await here!.nameOf(id)).toBeUndefined();
    const before = here!.statements;
    expect(await here!.nameOf(id)).toBeUndefined();
    expect(here!.statements).toBe(before + 1);
  });
});

describe('the memory of environments', () => {
  const record = (n = 0) => ({ id: `id ${n}`, slug: `slug ${n}` }) as EnvironmentRecord;
  const make = () => {
    let hear: (topic: string | null) => void = () => {};
    const events = { overhear: (heard: typeof hear) => { hear = heard; } };
    const memory = new EnvironmentMemory({ clock: { now: () => new Date(0) }, events } as unknown as House);
    return { memory, hear: (topic: string | null) => { hear(topic); } };
  };

  it('does not keep what was read while something changed', async () => {
    for (const topic of ['environment:id 0', null]) {
      const { memory, hear } = make();
      const reading = memory.read(async () => { await wait(1); return [record()]; });
      hear(topic);
      expect(await reading).toEqual([record()]);
      expect(memory.byId('id 0')).toBeUndefined();
    }
  });

  it('keeps what other topics are about, and nothing once something was missed', async () => {
    const { memory, hear } = make();
    await memory.read(async () => [record()]);
    hear('ballot:id 0');
    expect(memory.bySlug('slug 0')).toEqual(record());
    hear(null);
    expect(memory.byId('id 0') ?? memory.bySlug('slug 0')).toBeUndefined();
  });

  it('is bounded: the oldest goes', async () => {
    const { memory } = make();
    for (let n = 0; n <= 1000; n += 1) await memory.read(async () => [record(n)]);
    expect(memory.byId('id 0') ?? memory.bySlug('slug 0')).toBeUndefined();
    expect(memory.byId('id 1')).toEqual(record(1));
  });
});
