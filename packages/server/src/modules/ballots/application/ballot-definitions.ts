import type { Question } from '@plenary/count';
import { school } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/room.ts';
import { type Secrecy, questionOf } from '../domain/ballot.ts';
import { type BallotState, isFrozen } from '../domain/ballot-states.ts';
import { ballotsById } from './ballot-record.ts';

/** What a vote is checked against before it is sent to the box. */
export interface Definition {
  readonly state: BallotState;
  readonly secrecy: Secrecy;
  readonly question: Question;
  readonly positions: ReadonlyMap<string, number>;
}

/** Most ballots remembered by one server; far more than are ever open at once. */
const MOST = 500;

/**
 * Definitions of frozen ballots, read once: from the opening on, a ballot's method and options never change, so
 * nothing here can grow stale. Whether it is still open is not remembered but asked in the casting statement.
 */
export class Definitions {
  readonly #found = new Map<string, Promise<Definition | null>>();

  constructor(private readonly house: Pick<House, 'db'>) {}

  /** Null when the school has no such ballot. */
  of(schoolId: string, ballotId: string): Promise<Definition | null> {
    const key = `${schoolId}/${ballotId}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#read(schoolId, ballotId);
      this.#found.set(key, found);
      const forget = () => this.#found.delete(key);
      found.then((definition) => { if (definition === null || !isFrozen(definition.state)) forget(); }, forget);
      if (this.#found.size > MOST) this.#found.delete(this.#found.keys().next().value!);
    }
    return found;
  }

  async #read(schoolId: string, ballotId: string): Promise<Definition | null> {
    const [ballot] = await ballotsById(this.house.db.under(school(schoolId)), [ballotId]);
    if (ballot === undefined) return null;
    return {
      state: ballot.state,
      secrecy: ballot.secrecy,
      question: questionOf(ballot),
      positions: new Map(ballot.options.map((option, position) => [option.id, position])),
    };
  }
}
