import type { House } from '../../../platform/room.ts';
import type { EnvironmentRecord } from './environment-record.ts';

/**
 * Longest that a record is believed. Changes are heard sooner; this bounds what a lost notification costs, well under
 * the second in which a change must show everywhere.
 */
const REMEMBER_MS = 500;
const MOST = 1000;

const TOPIC = 'environment:';

interface Entry { readonly record: EnvironmentRecord; readonly readAt: number }

/**
 * Environments as this server read them a moment ago: every page names its own, and they change a few times a year.
 * An act forgets at once what it changed; other servers forget on its happening, before their readers hear of it.
 */
export class EnvironmentMemory {
  readonly #byId = new Map<string, Entry>();
  readonly #idBySlug = new Map<string, string>();
  /** Counts what was forgotten: an answer read while that happened may be older than the change. */
  #epoch = 0;

  constructor(private readonly house: Pick<House, 'clock' | 'events'>) {
    house.events.overhear((topic) => {
      if (topic === null) this.forgetAll();
      else if (topic.startsWith(TOPIC)) this.forget(topic.slice(TOPIC.length));
    });
  }

  byId(id: string): EnvironmentRecord | undefined {
    const entry = this.#byId.get(id);
    return entry !== undefined && this.#now() - entry.readAt < REMEMBER_MS ? entry.record : undefined;
  }

  bySlug(slug: string): EnvironmentRecord | undefined {
    const id = this.#idBySlug.get(slug);
    return id === undefined ? undefined : this.byId(id);
  }

  /** Reads through `query`, and remembers what it finds unless something was forgotten meanwhile. */
  async read(query: () => Promise<EnvironmentRecord[]>): Promise<EnvironmentRecord[]> {
    const [epoch, readAt] = [this.#epoch, this.#now()];
    const records = await query();
    if (epoch === this.#epoch) for (const record of records) this.#remember({ record, readAt });
    return records;
  }

  forget(id: string): void {
    this.#epoch += 1;
    this.#drop(id);
  }

  forgetAll(): void {
    this.#epoch += 1;
    this.#byId.clear();
    this.#idBySlug.clear();
  }

  #remember(entry: Entry): void {
    const { id, slug } = entry.record;
    this.#drop(id);
    this.#byId.set(id, entry);
    this.#idBySlug.set(slug, id);
    if (this.#byId.size > MOST) this.#drop(this.#byId.keys().next().value!);
  }

  #drop(id: string): void {
    const entry = this.#byId.get(id);
    if (entry === undefined) return;
    this.#byId.delete(id);
    this.#idBySlug.delete(entry.record.slug);
  }

  #now(): number {
    return this.house.clock.now().getTime();
  }
}

const kept = new WeakMap<House, EnvironmentMemory>();

/** One for each house. */
export function environmentMemory(house: House): EnvironmentMemory {
  let memory = kept.get(house);
  if (memory === undefined) kept.set(house, memory = new EnvironmentMemory(house));
  return memory;
}
