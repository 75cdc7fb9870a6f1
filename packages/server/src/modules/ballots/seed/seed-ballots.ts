import { createHash, randomBytes } from 'node:crypto';
import { school } from '../../../platform/database/database.ts';
import type { Demonstration, House } from '../../../platform/room.ts';
import { type ViewerFacts, viewerFacts } from '../../people/index.ts';
import { hallOf } from '../application/ballot-hall.ts';
import { type BallotRecord, ballotsById } from '../application/ballot-record.ts';
import { certifyBallot } from '../application/certify-ballot.ts';
import type { ChangeAnswer } from '../application/change-ballot.ts';
import { closeBallot } from '../application/close-ballot.ts';
import { draftBallot } from '../application/draft-ballot.ts';
import { openBallot } from '../application/open-ballot.ts';
import { scheduleBallot } from '../application/schedule-ballot.ts';
import { refreshTurnout } from '../application/turnout.ts';
import type { Constituency } from '../domain/ballot.ts';
import type { Wording } from '../domain/wording.ts';
import { wordings } from './demonstration-wordings.ts';
import { methodVotes, methodWordings } from './method-wordings.ts';
import { castInvented } from './secret-votes.ts';

/** Of every hundred people on the roll, how many give an answer: the option whose turn it is, or the positions named. */
type Share = number | readonly [of: number, choices: readonly number[]];
type Turnout = Partial<Record<Constituency, readonly Share[]>>;

/**
 * Ballots in each state, made by the same use cases as any other: drafted, frozen, cast one by one, counted, certified.
 * Nobody one can sign in as has voted, so that there is something left to try.
 */
export async function seedBallots(house: House, demonstration: Demonstration): Promise<void> {
  const [coordinator, clerk] = await Promise.all(['coordinator', 'clerk'].map((role) =>
    viewerFacts(house, { schoolId: demonstration.schoolId, personId: demonstration.people[role] ?? '' })));
  if (!coordinator || !clerk) return;
  const seed = new Seeding(house, demonstration, coordinator);
  const { vision, letter, workshops, club, phones } = wordings(new Date());

  const { trips, fund, garden } = methodWordings(new Date());

  const chosen = await seed.opened(trips);
  await seed.vote(chosen, methodVotes.trips);
  await seed.certified(chosen, clerk, 22);
  const funded = await seed.opened(fund);
  await seed.vote(funded, methodVotes.fund);
  await seed.certified(funded, clerk, 21);
  const adopted = await seed.opened(vision);
  await seed.vote(adopted, { PARENT: [31, 6, 3], STUDENT: [44, 15, 6], TEACHER: [74, 13, 7] });
  await seed.certified(adopted, clerk, 20);
  await seed.scheduled(letter);
  await seed.drafted(workshops);
  const naming = await seed.opened(garden);
  await seed.vote(naming, methodVotes.garden);
  const choosing = await seed.opened(club);
  await seed.vote(choosing, { STUDENT: [11, 19, 6, 9, 2], PARENT: [9, 7, 8, 3] });
  const advising = await seed.opened(phones);
  await seed.vote(advising, { PARENT: [12, 9, 2], TEACHER: [50, 34, 6] });
}

class Seeding {
  constructor(private readonly house: House, private readonly made: Demonstration, private readonly coordinator: ViewerFacts) {}

  async drafted(wording: Wording): Promise<BallotRecord> {
    const answer = await draftBallot(this.house, this.coordinator, this.made.environmentId, wording);
    if (answer.answer === 'FAULTY') throw new Error(`a demonstration ballot is faulty: ${JSON.stringify(answer.faults)}`);
    return this.#read(answer.ballotId);
  }

  async scheduled(wording: Wording): Promise<BallotRecord> {
    return this.#done(await scheduleBallot(this.house, this.coordinator, await this.drafted(wording)));
  }

  async opened(wording: Wording): Promise<BallotRecord> {
    return this.#done(await openBallot(this.house, this.coordinator, await this.scheduled(wording)));
  }

  async vote(ballot: BallotRecord, turnout: Turnout): Promise<void> {
    const { writer } = hallOf(this.house);
    const guests = new Set(Object.values(this.made.people));
    const roll = await this.house.db.under(school(ballot.schoolId)).execute<{ personId: string; constituency: Constituency }[]>(
      'select person_id as "personId", constituency from registry.roll where ballot_id = ? order by md5(person_id::text)', [ballot.id]);
    const byConstituency = Map.groupBy(roll.filter(({ personId }) => !guests.has(personId)), (line) => line.constituency);
    const votes = [...byConstituency].flatMap(([constituency, lines]) => lines.flatMap(({ personId }, n) => {
      const choices = answerOf(turnout[constituency] ?? [], ((n + 0.5) / lines.length) * 100);
      return choices === null ? [] : [{ personId, constituency, choices }];
    }));
    const keyHash = () => createHash('sha256').update(randomBytes(16)).digest('hex');
    if (ballot.secrecy === 'SECRET') await castInvented(this.house, ballot, votes);
    else await Promise.all(votes.map((vote) => writer.put({ schoolId: ballot.schoolId, ballotId: ballot.id }, { ...vote, keyHash: keyHash() })));
    await refreshTurnout(this.house, ballot.schoolId, ballot.id);
  }

  /** Closed, counted and certified, and then told as of days ago. */
  async certified(ballot: BallotRecord, clerk: ViewerFacts, daysAgo: number): Promise<void> {
    const tallied = await this.#done(await closeBallot(this.house, this.coordinator, ballot, 'The demonstration begins with results.'));
    await this.#done(await certifyBallot(this.house, this.coordinator, tallied));
    await this.#done(await certifyBallot(this.house, clerk, tallied));
    await this.house.db.under(school(ballot.schoolId)).execute(
      `update ballot set created_at = created_at - make_interval(days => ?), opened_at = opened_at - make_interval(days => ?),
         opens_at = opened_at - make_interval(days => ?), closes_at = closed_at - make_interval(days => ?), closed_at = closed_at - make_interval(days => ?),
         close_reason = null
       where id = ?`, [daysAgo, daysAgo - 8, daysAgo - 8, daysAgo - 15, daysAgo - 15, ballot.id]);
  }

  #done(answer: ChangeAnswer): Promise<BallotRecord> {
    if (answer.answer !== 'CHANGED') throw new Error(`a demonstration ballot was refused: ${JSON.stringify(answer)}`);
    return this.#read(answer.ballotId);
  }

  async #read(id: string): Promise<BallotRecord> {
    const [ballot] = await ballotsById(this.house.db.under(school(this.made.schoolId)), [id]);
    return ballot!;
  }
}

/** The answer whose share the `percentile` falls into; null past their sum: that person did not vote. */
function answerOf(shares: readonly Share[], percentile: number): readonly number[] | null {
  let upTo = 0;
  for (const [position, each] of shares.entries()) {
    const [of, choices] = typeof each === 'number' ? [each, [position]] : each;
    upTo += of;
    if (percentile < upTo) return choices;
  }
  return null;
}
