import { randomBytes, randomUUID } from 'node:crypto';
import pino from 'pino';
import { systemClock } from '../../../platform/clock/system-clock.ts';
import { type Database, gate, school } from '../../../platform/database/database.ts';
import { createEvents } from '../../../platform/events/house-events.ts';
import type { House } from '../../../platform/room.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import { type BallotRecord, ballotsById } from '../application/ballot-record.ts';
import { hallOf } from '../application/ballot-hall.ts';
import { castBallot } from '../application/cast-ballot.ts';
import { draftBallot } from '../application/draft-ballot.ts';
import { openBallot } from '../application/open-ballot.ts';
import { scheduleBallot } from '../application/schedule-ballot.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { Wording, WordedConstituency } from '../domain/wording.ts';

type Membership = Exclude<Constituency, 'EL_PARENT'>;

export const both = (en: string, es: string) => [{ locale: 'en', text: en }, { locale: 'es', text: es }];

export const option = (en: string, es: string, cost: number | null = null) => ({ label: both(en, es), cost });

export const asked = (constituency: Constituency, rest: Partial<WordedConstituency> = {}): WordedConstituency =>
  ({ constituency, quorum: { kind: 'NONE', numerator: null, denominator: null, count: null }, majority: null, ...rest });

/** A wording fit to be scheduled, asking teachers yes or no. */
export const wording = (rest: Partial<Wording> = {}): Wording => ({
  question: both('Shall school start at nine?', '¿La escuela debe empezar a las nueve?'),
  description: [], method: 'YES_NO', secrecy: 'CONFIDENTIAL', maxChoices: null, seats: null, budgetTotal: null, binding: 'ADVISORY', bylaw: null, combine: 'EVERY_CONSTITUENCY',
  options: [], allowAbstain: true, constituencies: [asked('TEACHER')],
  opensAt: null, closesAt: new Date(Date.now() + 3_600_000), ...rest,
});

export const newKey = (): string => randomBytes(16).toString('hex');

/** A school with one environment that requires English and Spanish, and the people a test puts into it. */
export class SmallSchool {
  private constructor(readonly house: House, readonly schoolId: string, readonly environmentId: string) {}

  /** `served`: a house that is served already, instead of one of the school's own. */
  static async open(db: Database, served?: House): Promise<SmallSchool> {
    const log = pino({ level: 'silent' });
    const house = served ?? { db, events: await createEvents(db, systemClock, log), clock: systemClock, log } as unknown as House;
    const [row] = await db.fork(gate).execute<{ id: string }[]>(`insert into school (name) values ('Small School') returning id`);
    const environmentId = randomUUID();
    await db.fork(school(row!.id)).execute(
      `insert into learning_environment (id, school_id, name, slug, required_locales) values (?, ?, 'Small', ?, '{en,es}')`,
      [environmentId, row!.id, `small-${environmentId}`]);
    return new SmallSchool(house, row!.id, environmentId);
  }

  get db(): Database { return this.house.db; }

  async person(constituencies: readonly Membership[], roles: readonly string[] = []): Promise<ViewerFacts> {
    const em = this.db.fork(school(this.schoolId));
    const id = randomUUID();
    await em.execute('insert into person (id, school_id) values (?, ?)', [id, this.schoolId]);
    for (const each of constituencies) {
      await em.execute('insert into membership (school_id, environment_id, person_id, constituency) values (?, ?, ?, ?)',
        [this.schoolId, this.environmentId, id, each]);
    }
    for (const each of roles) {
      await em.execute('insert into role_grant (school_id, environment_id, person_id, role) values (?, ?, ?, ?)',
        [this.schoolId, this.environmentId, id, each]);
    }
    return (await viewerFacts(this.house, { personId: id, schoolId: this.schoolId }))!;
  }

  /** Many people of one constituency at once; their ids. */
  async crowd(constituency: Membership, size: number): Promise<string[]> {
    return this.db.transaction(school(this.schoolId), async (em) => {
      const ids = Array.from({ length: size }, () => randomUUID());
      const list = JSON.stringify(ids);
      await em.execute('insert into person (id, school_id) select x::uuid, ? from json_array_elements_text(?::json) x', [this.schoolId, list]);
      await em.execute(
        `insert into membership (school_id, environment_id, person_id, constituency)
         select ?::uuid, ?::uuid, x::uuid, ? from json_array_elements_text(?::json) x`,
        [this.schoolId, this.environmentId, constituency, list]);
      return ids;
    });
  }

  async ballot(id: string): Promise<BallotRecord> {
    const [ballot] = await ballotsById(this.db.fork(school(this.schoolId)), [id]);
    return ballot!;
  }

  async draft(by: ViewerFacts, words: Wording = wording()): Promise<BallotRecord> {
    const answer = await draftBallot(this.house, by, this.environmentId, words);
    if (answer.answer === 'FAULTY') throw new Error(JSON.stringify(answer.faults));
    return this.ballot(answer.ballotId);
  }

  async scheduled(by: ViewerFacts, words?: Wording): Promise<BallotRecord> {
    const draft = await this.draft(by, words);
    const answer = await scheduleBallot(this.house, by, draft);
    if (answer.answer !== 'CHANGED') throw new Error(JSON.stringify(answer));
    return this.ballot(draft.id);
  }

  async opened(by: ViewerFacts, words?: Wording): Promise<BallotRecord> {
    const ballot = await this.scheduled(by, words);
    const answer = await openBallot(this.house, by, ballot);
    if (answer.answer !== 'CHANGED') throw new Error(JSON.stringify(answer));
    return this.ballot(ballot.id);
  }

  /** Votes for the options at `positions`. Another `house` is another server on the same database. */
  vote(personId: string, ballot: BallotRecord, positions: readonly number[], key = newKey(), house = this.house) {
    const session = { sessionId: randomUUID(), schoolId: this.schoolId, personId, transport: 'COOKIE' as const };
    return castBallot(hallOf(house), session, { ballotId: ballot.id, optionIds: positions.map((n) => ballot.options[n]!.id), key });
  }

  /** The close comes nearer, as by waiting; the database's clock is nobody's to turn. */
  async deadlineIn(ballotId: string, seconds: number): Promise<void> {
    await this.db.fork(school(this.schoolId)).execute(
      'update ballot set closes_at = clock_timestamp() + make_interval(secs => ?), opens_at = null where id = ?', [seconds, ballotId]);
  }
}
