/** Most entries of one batch, and most waiting in one server before it asks callers to come back. */
const LARGEST_BATCH = 512;
const MOST_WAITING = 8192;

interface Waiting<Row, Answer> {
  readonly row: Row;
  readonly answer: (answer: Answer | 'BUSY') => void;
  readonly fail: (error: unknown) => void;
}

interface Lane<Row, Answer> { waiting: Waiting<Row, Answer>[]; busy: boolean }

export interface Batching<Where, Row, Answer> {
  /** Of one ballot: its batches run one after another, for side by side they would wait for each other's rows. */
  readonly laneOf: (where: Where) => string;
  /** A batch holds each of these once: a second press waits for the answer to the first. */
  readonly onceOf: (row: Row) => string;
  /** Writes a batch; 'RACED' is asked again with the next one. */
  readonly write: (where: Where, rows: readonly Row[]) => Promise<readonly (Answer | 'RACED')[]>;
}

/**
 * Whatever arrives while one statement runs goes into the next. There is no timer, so a lone voter waits for nobody,
 * and a rush shares its commits. A vote is answered only after its batch has committed.
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
      if (lane === undefined) this.#lanes.set(key, lane = { waiting: [], busy: false });
      lane.waiting.push({ row, answer, fail });
      this.#waiting += 1;
      if (!lane.busy) void this.#drain(key, lane, where);
    });
  }

  async #drain(key: string, lane: Lane<Row, Answer>, where: Where): Promise<void> {
    lane.busy = true;
    while (lane.waiting.length > 0) {
      const batch = this.#take(lane);
      try {
        const answers = await this.batching.write(where, batch.map(({ row }) => row));
        const again = batch.filter((_, n) => answers[n] === 'RACED');
        this.#waiting -= batch.length - again.length;
        batch.forEach(({ answer }, n) => { if (answers[n] !== 'RACED') answer(answers[n] as Answer); });
        lane.waiting.unshift(...again);
      } catch (error) {
        this.#waiting -= batch.length;
        for (const each of batch) each.fail(error);
      }
    }
    this.#lanes.delete(key);
  }

  #take(lane: Lane<Row, Answer>): Waiting<Row, Answer>[] {
    const taken = new Set<string>();
    const batch: Waiting<Row, Answer>[] = [];
    const rest: Waiting<Row, Answer>[] = [];
    for (const each of lane.waiting) {
      const once = this.batching.onceOf(each.row);
      if (batch.length < LARGEST_BATCH && !taken.has(once)) {
        taken.add(once);
        batch.push(each);
      } else {
        rest.push(each);
      }
    }
    lane.waiting = rest;
    return batch;
  }
}
