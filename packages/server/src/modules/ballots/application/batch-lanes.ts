/** Most entries of one batch, and most waiting in one server before it asks callers to come back. */
const LARGEST_BATCH = 512;
const MOST_WAITING = 8192;
/** Up to this many waiting, a batch takes half of them, but not fewer than {@link SMALLEST_HALF}. */
const MOST_HALVED = 128;
const SMALLEST_HALF = 16;
/** Batches of one lane that run at once: a second let in no more votes on two cores, and the slowest waited longer. */
const AT_ONCE = 1;

interface Waiting<Row, Answer> {
  readonly row: Row;
  readonly answer: (answer: Answer | 'BUSY') => void;
  readonly fail: (error: unknown) => void;
}

interface Lane<Row, Answer> {
  waiting: Waiting<Row, Answer>[];
  /** Whose entries are being written. */
  readonly writing: Set<string>;
  batches: number;
}

export interface Batching<Where, Row, Answer> {
  /** Of one ballot. */
  readonly laneOf: (where: Where) => string;
  /** Batches that run at once hold each of these once: a second press waits for the answer to the first. */
  readonly onceOf: (row: Row) => string;
  /** Writes a batch; 'RACED' is asked again with a later one. */
  readonly write: (where: Where, rows: readonly Row[]) => Promise<readonly (Answer | 'RACED')[]>;
}

/**
 * Whatever arrives while statements run goes into the next. There is no timer, so a lone voter waits for nobody, and a
 * rush shares its commits. A vote is answered only after its batch has committed.
 *
 * A batch that took everyone would leave this process nothing to do until it is answered, and the database nothing to
 * do afterwards while they press again: the two would work in turns. So half stays for the next.
 */
export class BatchLanes<Where, Row, Answer> {
  readonly #lanes = new Map<string, Lane<Row, Answer>>();
  #waiting = 0;

  constructor(private readonly batching: Batching<Where, Row, Answer>) {}

  put(where: Where, row: Row): Promise<Answer | 'BUSY'> {
    if (this.#waiting >= MOST_WAITING) return Promise.resolve('BUSY');
    return new Promise((answer, fail) => {
      const key = this.batching.laneOf(where);
      let lane = this.#lanes.get(key);
      if (lane === undefined) this.#lanes.set(key, lane = { waiting: [], writing: new Set(), batches: 0 });
      lane.waiting.push({ row, answer, fail });
      this.#waiting += 1;
      if (lane.batches < AT_ONCE) void this.#drain(key, lane, where);
    });
  }

  async #drain(key: string, lane: Lane<Row, Answer>, where: Where): Promise<void> {
    lane.batches += 1;
    for (let batch = this.#take(lane); batch.length > 0; batch = this.#take(lane)) {
      try {
        const answers = await this.batching.write(where, batch.map(({ row }) => row));
        this.#done(lane, batch);
        const again = batch.filter((_, n) => answers[n] === 'RACED');
        this.#waiting -= batch.length - again.length;
        batch.forEach(({ answer }, n) => { if (answers[n] !== 'RACED') answer(answers[n] as Answer); });
        lane.waiting.unshift(...again);
      } catch (error) {
        this.#done(lane, batch);
        this.#waiting -= batch.length;
        for (const each of batch) each.fail(error);
      }
    }
    lane.batches -= 1;
    if (lane.batches === 0) this.#lanes.delete(key);
  }

  #done(lane: Lane<Row, Answer>, batch: readonly Waiting<Row, Answer>[]): void {
    for (const { row } of batch) lane.writing.delete(this.batching.onceOf(row));
  }

  /** The oldest that nothing of theirs is being written of. */
  #take(lane: Lane<Row, Answer>): Waiting<Row, Answer>[] {
    const most = mostOf(lane.waiting.length);
    const batch: Waiting<Row, Answer>[] = [];
    const rest: Waiting<Row, Answer>[] = [];
    for (const each of lane.waiting) {
      const once = this.batching.onceOf(each.row);
      if (batch.length < most && !lane.writing.has(once)) {
        lane.writing.add(once);
        batch.push(each);
      } else {
        rest.push(each);
      }
    }
    lane.waiting = rest;
    return batch;
  }
}

/** How many of those waiting the next batch takes. */
function mostOf(waiting: number): number {
  return waiting > MOST_HALVED ? LARGEST_BATCH : Math.max(Math.ceil(waiting / 2), SMALLEST_HALF);
}
