import type { Change } from './events.ts';

/** Past this many subjects at once a reader is told to read the outbox instead. */
const MOST_SUBJECTS = 256;

interface Ear {
  subjects: Set<string>;
  rung: boolean;
  missed: boolean;
  wake: () => void;
}

/** Conflating publish and subscribe: a reader who is busy, or never comes back, costs one small set and no queue. */
export class Bell {
  readonly #ears = new Map<string, Set<Ear>>();
  readonly #listeners: ((topic: string | null) => void)[] = [];

  /** Calls `heard` for every topic before any reader of it wakes; null: what was rung for was missed. */
  overhear(heard: (topic: string | null) => void): void {
    this.#listeners.push(heard);
  }

  ring(topic: string, subject: string | null): void {
    for (const heard of this.#listeners) heard(topic);
    for (const ear of this.#ears.get(topic) ?? []) {
      if (subject !== null) ear.subjects.add(subject);
      if (ear.subjects.size > MOST_SUBJECTS) {
        ear.subjects.clear();
        ear.missed = true;
      }
      wake(ear);
    }
  }

  /** Notifications were lost, no one knows which. */
  ringMissed(): void {
    for (const heard of this.#listeners) heard(null);
    for (const ear of new Set([...this.#ears.values()].flatMap((ears) => [...ears]))) {
      ear.missed = true;
      wake(ear);
    }
  }

  /** Listens from the moment it is called, not from the first `next()`. `cursor` is asked when a change is handed over. */
  changes(topics: readonly string[], signal: AbortSignal, cursor: () => string): AsyncIterable<Change> {
    const ear: Ear = { subjects: new Set(), rung: false, missed: false, wake: () => {} };
    for (const topic of topics) this.#ears.set(topic, (this.#ears.get(topic) ?? new Set()).add(ear));
    signal.addEventListener('abort', () => {
      for (const topic of topics) this.#forget(topic, ear);
      ear.wake();
    }, { once: true });
    return read(ear, signal, cursor);
  }

  #forget(topic: string, ear: Ear): void {
    const ears = this.#ears.get(topic);
    ears?.delete(ear);
    if (ears?.size === 0) this.#ears.delete(topic);
  }
}

function wake(ear: Ear): void {
  ear.rung = true;
  ear.wake();
}

async function* read(ear: Ear, signal: AbortSignal, cursor: () => string): AsyncGenerator<Change> {
  while (!signal.aborted) {
    if (!ear.rung) await new Promise<void>((resolve) => { ear.wake = resolve; });
    if (signal.aborted) return;
    const change = { cursor: cursor(), subjects: [...ear.subjects], missed: ear.missed };
    ear.subjects.clear();
    ear.rung = false;
    ear.missed = false;
    yield change;
  }
}
